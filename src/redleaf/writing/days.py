"""Days counted from today, in no language: what lies ahead, and how many years have gone by."""

from __future__ import annotations

import datetime as dt

from redleaf.notes.rough_days import Year


def is_to_come(on: dt.date | None, today: dt.date | None) -> bool:
    """Whether a day is known to lie ahead: it can be neither remembered nor thanked for."""
    return bool(on and today and on > today)


def whole_years(on: dt.date, today: dt.date) -> int:
    """How many years have gone by from `on` to `today`, as birthdays are counted."""
    if isinstance(on, Year):
        return today.year - on.year
    return today.year - on.year - ((today.month, today.day) < (on.month, on.day))
