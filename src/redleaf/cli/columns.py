"""Columns of a terminal: text measured in cells, cut, padded and wrapped, and set off by colour."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator

import click

from redleaf.cli.terminal import lines_of

_USUAL = 80
_WIDEST = 100
_NARROWEST = 24


def width_of_output() -> int:
    """The cells of a line on standard output; 80 where it is no terminal."""
    if not sys.stdout.isatty():
        return _USUAL
    import shutil  # here alone: it loads what packs archives, and a pipe has no width

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_USUAL, 24)).columns))


def cells(text: str) -> int:
    """How many cells `text` takes: two for a wide character, none for a mark on another."""
    return len(text) if text.isascii() else sum(_cells(sign) for sign in text)


def cut(text: str, most: int) -> str:
    """`text` in at most so many cells, with "…" where something is left out."""
    if cells(text) <= most:
        return text
    kept, used = "", 1
    for sign in text:
        used += _cells(sign)
        if used > most:
            break
        kept += sign
    return f"{kept.rstrip()}…" if most > 0 else ""


def pad(text: str, width: int) -> str:
    """`text` cut and filled up with spaces to exactly so many cells."""
    shown = cut(text, width)
    return shown + " " * (width - cells(shown))


def wrapped(text: str, width: int, *, first: str = "", others: str = "") -> Iterator[str]:
    """`text` in lines of at most `width` cells; a longer word is cut where the line ends."""
    words = _words(text, width - cells(others))
    return lines_of(words, width, first=first, others=others, size=cells)


def set_off(text: str, *, quiet: bool = False) -> str:
    """`text` in bold, or dimmed, where somebody looks at a terminal that shows it."""
    if not text or not sys.stdout.isatty() or _is_plain():
        return text
    return click.style(text, dim=True) if quiet else click.style(text, bold=True)


def _is_plain() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def _cells(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _words(text: str, most: int) -> Iterator[str]:
    for word in text.split():
        rest = word
        while cells(rest) > most > 1:
            piece = cut(rest, most + 1).removesuffix("…")
            yield piece
            rest = rest[len(piece) :]
        yield rest
