"""What the inbox asks the store."""
