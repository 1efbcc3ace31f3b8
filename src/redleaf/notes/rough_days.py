"""Rough days: a year or a month that stands where a day would, for who remembers no more.

Each is the first day of what it means, so that it can be counted and compared like any day; it
writes itself as what is known, "1977" or "1977-06".
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeGuard


class Year(dt.date):
    """A whole year; the date is its first day."""

    def isoformat(self) -> str:
        return f"{self.year:04}"

    @property
    def last(self) -> dt.date:
        return dt.date(self.year, 12, 31)


class Month(dt.date):
    """A whole month; the date is its first day."""

    def isoformat(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def last(self) -> dt.date:
        following = dt.date(self.year, self.month, 28) + dt.timedelta(days=4)
        return following - dt.timedelta(days=following.day)


def is_rough(day: dt.date) -> TypeGuard[Year | Month]:
    """Whether only the year or the month is known."""
    return isinstance(day, (Year, Month))


def read_day(text: str) -> dt.date:
    """The day, month or year of "1977-06-30", "1977-06", "1977". Raises ValueError for others."""
    if re.fullmatch(r"[0-9]{4}", text):
        return Year(int(text), 1, 1)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
        return Month(int(text[:4]), int(text[5:]), 1)
    return dt.date.fromisoformat(text)


def rough_day(first: dt.date, last: dt.date) -> Year | Month | None:
    """The one month, else the one year, that two days lie in; None where they are years apart."""
    if first.year != last.year:
        return None
    return (
        Month(first.year, first.month, 1) if first.month == last.month else Year(first.year, 1, 1)
    )
