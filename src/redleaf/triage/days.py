"""Days as reasons tell them."""

from __future__ import annotations

import datetime as dt

from redleaf.notes.rough_days import is_rough

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def in_words(day: dt.date) -> str:
    """ "19 November 2026"; a month or a year alone as far as it is known."""
    if is_rough(day):
        year, _, month = day.isoformat().partition("-")
        return f"{_MONTHS[int(month) - 1]} {year}" if month else year
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
