"""The rules of the family `rude`, one file each."""
