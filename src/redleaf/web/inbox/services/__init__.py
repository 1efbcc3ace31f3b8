"""Everything that writes for the inbox."""
