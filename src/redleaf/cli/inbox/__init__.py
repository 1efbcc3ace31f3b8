"""What `redleaf inbox` says and asks; loaded only by the command, which needs the store."""
