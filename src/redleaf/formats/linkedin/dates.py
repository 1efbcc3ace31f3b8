"""The dates of a LinkedIn export: one exact form per file, and the forms a spreadsheet makes of it.

Nothing is guessed: 03/04/2026 could be March or April and is not read. Years of two digits are
20xx, because LinkedIn opened in 2003.
"""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_DAY = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}\.?[ -](\d{4}|\d{2})")
_US_TIME = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),?\s+\d{1,2}:\d{2}(?::\d{2})?\s*[AP]\.?M\.?", re.IGNORECASE
)
_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?"
    r"\s*(?:UTC|Z|\+00:?00)?"
)


def connected_day(text: str) -> dt.date | None:
    """`08 Feb 2026`, the spreadsheet's `8-Feb-26`, or an ISO day."""
    match = _DAY.fullmatch(text)
    if not match:
        time = _iso_time(text)
        return time.date() if time else None
    month = _MONTHS.get(match[2].lower())
    return _day(_year(match[3]), month, int(match[1])) if month else None


def invitation_day(text: str) -> dt.date | None:
    """`1/29/26, 2:37 PM` (month first, as only the half-day mark makes sure), or an ISO time."""
    match = _US_TIME.fullmatch(text)
    if not match:
        time = _iso_time(text)
        return time.date() if time else None
    return _day(_year(match[3]), int(match[1]), int(match[2]))


def message_time(text: str) -> dt.datetime | None:
    """`2025-06-01 14:03:22 UTC`."""
    return _iso_time(text)


def _iso_time(text: str) -> dt.datetime | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    try:
        return dt.datetime(*(int(part or 0) for part in match.groups()), tzinfo=dt.UTC)  # type: ignore[arg-type, misc]
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
