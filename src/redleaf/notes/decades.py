"""Decades: "1970s", "the '70s", "the early nineties"."""

from __future__ import annotations

from redleaf.notes import date_ranges as ranges
from redleaf.notes.date_ranges import DateRange

_FIRST, _LAST = 1900, 2090
_BY_NAME = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


def is_decade_name(word: str) -> bool:
    return word in _BY_NAME


def decade(word: str) -> DateRange | None:
    """The ten years that a folded word such as "1970s", "70s" or "nineties" names, or None."""
    start = _BY_NAME.get(word) or _start_in_digits(word)
    if start is None or not _FIRST <= start <= _LAST:
        return None
    return (ranges.year(start)[0], ranges.year(start + 9)[1])


def _start_in_digits(word: str) -> int | None:
    digits = word.removesuffix("s")
    if not (word.endswith("0s") and digits.isdecimal() and len(digits) in (2, 4)):
        return None
    number = int(digits)
    if number >= _FIRST:
        return number
    # Of two digits, those past 20 are of the last century: nobody says "the 10s" of 1910.
    return 1900 + number if number >= 20 else 2000 + number
