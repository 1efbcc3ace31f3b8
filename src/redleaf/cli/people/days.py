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
    """The words as written, else the day, else the two days that bound it."""
    if when.words and when.day is None:
        return when.words
    if when.day or when.first is None or when.last is None:
        return day_in_words(when.first or when.last, today)
    return f"{day_in_words(when.first, today)} to {day_in_words(when.last, today)}"
