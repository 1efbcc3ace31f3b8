"""The command `redleaf`: one file per command in `commands/`, found and loaded when called.

Exit codes: 0 nothing to say; 1 findings, or something could not be done; 2 wrong use.
Data goes to stdout, words to stderr.
"""

from __future__ import annotations

import errno
import gc
import os
import sys

from redleaf.errors import RedleafError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

# What may still have something to do when Python ends: a store, other processes, files to clear up.
_HOLDING = ("django", "multiprocessing", "concurrent.futures", "subprocess", "tempfile", "logging")
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit code. An error of ours ends as a sentence on stderr."""
    try:
        return _run(argv)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
    except RedleafError as error:
        from redleaf.cli.terminal import printable  # a file's name may hold codes of a terminal

        lines = map(printable, str(error).splitlines())
        sys.stderr.write("redleaf: " + "\n".join(lines) + "\n")
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        sys.stderr.write(f"redleaf: This could not be written: {error.strerror}.\n")
    return 1


def run() -> None:
    """The console script."""
    # What a command makes is nearly all kept to its end; looking for rubbish so often is in vain.
    gc.set_threshold(50_000)
    # What the encoding of a terminal or a pipe lacks is written as its number; it stops nothing.
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # a text file
    code = main()
    if sys.modules.keys().isdisjoint(_HOLDING):
        _end_at_once(code)
    sys.exit(_flushed(code))


def _flushed(code: int) -> int:
    """What could not be written is told in `main`; Python would tell of it once more at its end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return code or 1
    return code


def _end_at_once(code: int) -> NoReturn:
    """End what holds nothing but memory without taking every module apart: for a check that takes
    half as long as an empty Python, for a draft twice as long."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        code = code or 1
    os._exit(code)


def _run(argv: Sequence[str] | None) -> int:
    """A plain check runs without click, which takes longer to load than the check takes."""
    command, *arguments = (sys.argv[1:] if argv is None else argv) or [""]
    if command == "check":
        from redleaf.cli.plain_arguments import plain_arguments

        plain = plain_arguments(arguments)
        if plain is not None:
            from redleaf.cli.checking import Checker, check_files

            checker = Checker(network=plain.get("network", ""), kind=plain.get("kind"))
            return check_files(plain["files"], checker, style=plain.get("style", "text"))
    from redleaf.cli.group import run_command

    return run_command(argv)
