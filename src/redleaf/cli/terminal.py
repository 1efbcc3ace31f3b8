"""Lines for a terminal: facts and texts come from strangers and must not steer it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator


def say(lines: Iterable[str]) -> None:
    """Print `lines`, each as `printable` has it."""
    sys.stdout.write("\n".join(printable(line) for line in lines) + "\n")


def printable(text: str) -> str:
    """`text` with a space for each sign that is no letter, mark or space to see."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else " " for sign in text)


def lines_of(
    words: Iterable[str],
    width: int,
    *,
    first: str = "",
    others: str = "",
    size: Callable[[str], int] = len,
) -> Iterator[str]:
    """`words` in lines of at most `width` by `size`, parted between words alone.

    `first` stands before the first line and `others` before the rest. By hand, because textwrap
    takes longer to load than it would save here.
    """
    line, is_begun = first, False
    for word in words:
        if is_begun and size(line) + 1 + size(word) > width:
            yield line
            line, is_begun = others, False
        line = f"{line} {word}" if is_begun else line + word
        is_begun = True
    if is_begun:
        yield line
