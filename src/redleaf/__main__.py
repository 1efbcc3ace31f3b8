"""`python -m redleaf` is the command `redleaf`."""

from redleaf.cli import run

run()
