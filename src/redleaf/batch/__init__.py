"""Many texts at once: campaigns."""
