"""The rules of the family `boring`, one file each."""
