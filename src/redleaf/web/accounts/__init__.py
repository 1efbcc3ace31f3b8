"""Who may come in: the owner of the desk and the one-time keys that open it."""
