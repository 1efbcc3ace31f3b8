"""Cells that a spreadsheet would run: protected when written, and exact again when read.

A spreadsheet takes a cell that begins with = + - @, a tab or a line end for a formula. Such cells
get an apostrophe in front, and those that begin with apostrophes and then such a sign one more, so
that taking one away gives back every text. Source: OWASP, CSV injection.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_PROTECTED = re.compile(r"'(?=[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n])")


def protected(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unprotected(cell: str) -> str:
    """The text that `protected` made the cell from; other cells come as they are."""
    return cell[1:] if cell[:1] == "'" and _PROTECTED.match(cell) else cell
