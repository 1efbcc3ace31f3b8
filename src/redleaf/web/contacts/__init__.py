"""The memory of the desk: contacts, encounters, letters, promises, and what was changed."""
