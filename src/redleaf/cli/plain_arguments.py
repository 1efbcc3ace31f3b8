"""The plain arguments of `redleaf check`, read without click.

Loading click takes longer than a check. Only what is written in the plainest way is read here: the
files, and the options below with a known value after a space. All else, help and every mistake are
left to commands/check.py, which knows all options and has the words for what is wrong. What both
read, both read alike: tests/cli/test_plain_arguments.py.
"""

from __future__ import annotations

from redleaf.cli.reporting import FORMATS
from redleaf.errors import UnknownName
from redleaf.notes.note import KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypedDict

    class PlainArguments(TypedDict, total=False):
        """What was written; for what was not, redleaf.cli.checking has the defaults."""

        files: tuple[str, ...]
        network: str
        kind: str
        style: str


# What a shell of Windows hands on as it is, for the program to put files in its place.
_WILD = "*?[~$%"


def plain_arguments(argv: Sequence[str]) -> PlainArguments | None:
    """The arguments after the word `check`, or None where click has to read them."""
    arguments: PlainArguments = {}
    files: list[str] = []
    rest = iter(argv)
    for each in rest:
        if each in ("--network", "-n") and _is_network(value := next(rest, "")):
            arguments["network"] = value
        elif each == "--kind" and (value := next(rest, "")) in KINDS:
            arguments["kind"] = value
        elif each == "--format" and (value := next(rest, "")) in FORMATS:
            arguments["style"] = value
        elif each == "-" or not (each.startswith("-") or any(sign in each for sign in _WILD)):
            files.append(each)
        else:
            return None
    return {**arguments, "files": tuple(files)}


def _is_network(name: str) -> bool:
    from redleaf.networks import network  # here alone: most checks name no network

    try:
        network(name)
    except UnknownName:
        return False
    return True
