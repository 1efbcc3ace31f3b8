"""Days as vCards write them, in one spelling: "1977-04-02", "1977-04", "1977", "--04-02"."""

from __future__ import annotations

import datetime as dt
import re

_FULL = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?")
_SLOPPY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})(?:[T ].*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_SOME_LEAP_YEAR = 2000


def day_of(text: str) -> str:
    """The day in one spelling, without a time; "" for what is not a day."""
    text = text.strip()
    if found := _FULL.fullmatch(text) or _SLOPPY.fullmatch(text):
        year, month, day = map(int, found.groups())
        return f"{year:04}-{month:02}-{day:02}" if _exists(year, month, day) else ""
    if found := _NO_YEAR.fullmatch(text):
        month, day = map(int, found.groups())
        return f"--{month:02}-{day:02}" if _exists(_SOME_LEAP_YEAR, month, day) else ""
    if found := _MONTH.fullmatch(text):
        return text if 1 <= int(found[2]) <= 12 else ""
    return text if _YEAR.fullmatch(text) else ""


def has_time(text: str) -> bool:
    return re.fullmatch(r"[\d-]+[T ]\d.*", text.strip()) is not None


def without_year(day: str, year: str) -> str:
    """The day without its year where that only stands in for an unknown one (Apple: 1604)."""
    return f"-{day[4:]}" if year and day.startswith(f"{year}-") and len(day) == 10 else day


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
