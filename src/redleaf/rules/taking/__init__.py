"""The rules of the family `taking`, one file each."""
