"""The rules of the family `untrue`, one file each."""
