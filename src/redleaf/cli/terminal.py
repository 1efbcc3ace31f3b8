"""Lines for a terminal: facts and texts come from strangers and must not steer it."""

from __future__ import annotations

import sys
from collections.abc import Iterable


def say(lines: Iterable[str]) -> None:
    """Print `lines`, each as `printable` has it."""
    sys.stdout.write("\n".join(printable(line) for line in lines) + "\n")


def printable(text: str) -> str:
    """`text` with a space for each sign that is no letter, mark or space to see."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else " " for sign in text)
