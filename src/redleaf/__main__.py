"""`python -m redleaf` is the command `redleaf`."""

from redleaf.cli import run

if __name__ == "__main__":
    run()
