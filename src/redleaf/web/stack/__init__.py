"""The stack: an event's people one after another, a note to each."""
