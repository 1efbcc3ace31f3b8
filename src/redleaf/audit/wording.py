"""Numbers and days in words, as a person would write them."""

from __future__ import annotations

import datetime as dt

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def in_words(number: int) -> str:
    """`seven`, `13`, `1,204`."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, thing: str, things: str = "") -> str:
    """`one row`, `seven rows`."""
    return f"{in_words(number)} {thing if number == 1 else things or thing + 's'}"


def times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{in_words(number)} times")


def day_in_words(day: dt.date) -> str:
    """`3 May 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_in_words(year: int, month: int) -> str:
    """`May 2026`."""
    return f"{_MONTHS[month - 1]} {year}"


def percent(share: float) -> str:
    """`77 %`; the space does not break."""
    return f"{share * 100:.0f}\N{NO-BREAK SPACE}%"


def range_in_words(low: float, high: float) -> str:
    """`66 to 86`, in per cent."""
    return f"{low * 100:.0f} to {high * 100:.0f}"


def of_ten(part: int, whole: int) -> str:
    """`Seven of ten`, or the exact words where ten is too coarse."""
    if part == 0:
        return "None"
    if part == whole:
        return "All" if whole > 2 else ("Both" if whole == 2 else "The only one")
    if whole <= 12:
        return f"{in_words(part).capitalize()} of {in_words(whole)}"
    tenths = round(10 * part / whole)
    if tenths == 0:
        return f"{in_words(part).capitalize()} of {in_words(whole)}"
    if tenths == 10:
        return "Nearly all"
    return "Half" if tenths == 5 else f"{in_words(tenths).capitalize()} of ten"
