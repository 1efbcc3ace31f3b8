"""What `redleaf people` says and asks; loaded only by the commands that need the store."""
