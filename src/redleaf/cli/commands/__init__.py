"""One file per command. A file `name.py` with a `command` is the command `redleaf name`."""
