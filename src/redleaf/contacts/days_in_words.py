"""Days in a few words, as lists and timelines have them."""

from __future__ import annotations

import datetime as dt

from redleaf.contacts.encounters import When


def day_in_words(day: dt.date | None, today: dt.date) -> str:
    """ "19 Nov", with the year where it is another one; "" for no day."""
    if day is None:
        return ""
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b} {day.year}"


def when_in_words(when: When, today: dt.date) -> str:
    """The words as written, else the day, the month or year, else the two days that bound it."""
    if when.words and when.day is None:
        return when.words
    if when.day or when.first is None or when.last is None:
        return day_in_words(when.first or when.last, today)
    span = whole_span(when.first, when.last)
    if span:
        return f"{when.first:%B %Y}" if span == "month" else str(when.first.year)
    return f"{day_in_words(when.first, today)} to {day_in_words(when.last, today)}"


def whole_span(first: dt.date, last: dt.date) -> str:
    """ "month" or "year" where the two days bound just that, else ""."""
    after = last + dt.timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return ""
    if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
        return "month"
    is_year = (first.month, after.month, after.year - first.year) == (1, 1, 1)
    return "year" if is_year else ""
