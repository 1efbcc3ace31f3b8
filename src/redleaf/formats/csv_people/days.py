"""Days in cells, in the order of day and month that the whole column shows. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redleaf.formats.months import month_number

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?")
_NO_YEAR = re.compile(r"\s*-{1,2}(\d{2})-?(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?:[ ,].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?[\s-]+(?:de\s+)?([^\W\d_]+)\.?,?[\s-]+(?:de\s+)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_NOTHING = re.compile(
    r"[0\s./:\-]*|0?1[./-]0?1[./-](?:1601|4501|0001).*|(?:1601|4501|0001)-01-01.*"
)


def is_no_day(cell: str) -> bool:
    """Whether a cell is what programs write for a day that nobody entered: `0/0/00`."""
    return _NOTHING.fullmatch(cell) is not None


def is_day_first(cells: Iterable[str], *, is_english: bool) -> bool | None:
    """Whether the day stands before the month in a column of numbers; None when nothing tells.

    A number above twelve tells, and so do points; with slashes other languages than English put
    the day first.
    """
    firsts: list[int] = []
    seconds: list[int] = []
    for cell in cells:
        found = _NUMBERS.fullmatch(cell)
        if found and not is_no_day(cell):
            if found[2] == ".":
                return True
            firsts.append(int(found[1]))
            seconds.append(int(found[3]))
    if max(firsts, default=0) > 12:
        return True
    if max(seconds, default=0) > 12:
        return False
    return None if is_english else True


def day_in(cell: str, *, day_first: bool | None) -> str:
    """`1977-04-02` or `--04-02` for the day in a cell, or the words that stand there."""
    text = cell.strip()
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _written(found[1], found[2], found[3]) or text
    if found := _NO_YEAR.fullmatch(text):
        return _written("", found[1], found[2]) or text
    if found := _NUMBERS.fullmatch(text):
        if day_first is None and found[1] != found[3]:
            return text
        month, day = (found[1], found[3]) if day_first is False else (found[3], found[1])
        return _written(found[4], month, day) or text
    if found := _DAY_FIRST.fullmatch(text):
        return _written(found[3], str(month_number(found[2])), found[1]) or text
    if found := _MONTH_FIRST.fullmatch(text):
        return _written(found[3], str(month_number(found[1])), found[2]) or text
    return text


def day_of(year: str, month: str, day: str) -> str:
    """A day from its parts; the year or the day of the month may be missing."""
    year = year if year.isdecimal() and int(year) else ""
    if month.isdecimal() and day.isdecimal() and (written := _written(year, month, day)):
        return written
    return year


def _written(year: str, month: str, day: str) -> str:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return ""
    if not int(year or 1):
        return ""
    return f"{f'{int(year):04}' if year else '-'}-{int(month):02}-{int(day):02}"
