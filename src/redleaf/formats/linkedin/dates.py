"""The dates of a LinkedIn export: one exact form per file, and the forms a spreadsheet makes of it.

Nothing is guessed: 03/04/2026 could be March or April and is not read. Years of two digits are
20xx, because LinkedIn opened in 2003. Names of months may be in any language that `months` knows.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from redleaf.formats.months import month_number

_DAY = re.compile(r"(\d{1,2})\.?[ -](?:de )?([^\W\d_]{3,12})\.?[ -](?:de )?(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.? (\d{1,2}), ?(\d{4})")
_EASTERN = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_US_TIME = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),?\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*([AP])\.?M\.?",
    re.IGNORECASE,
)
_POINTS_TIME = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2}),?(?:\s+(\d{1,2}):(\d{2}))?(?::\d{2})?"
)
_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?"
    r"\s*(?:UTC|Z|\+00:?00)?"
)


@lru_cache(maxsize=16_384)
def connected_day(text: str) -> dt.date | None:
    """`08 Feb 2026`, the same in other languages or from a spreadsheet (`8-Feb-26`), an ISO day."""
    if match := _DAY.fullmatch(text):
        return _day(_year(match[3]), month_number(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(int(match[3]), month_number(match[1]), int(match[2]))
    if match := _EASTERN.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    moment = invitation_time(text)
    return moment.date() if moment else None


def invitation_time(text: str) -> dt.datetime | None:
    """`1/29/26, 2:37 PM` (month first, as only the half-day mark makes sure), with points the day
    first, or an ISO time. LinkedIn names no zone; UTC is as near as any."""
    if match := _US_TIME.fullmatch(text):
        hour = int(match[4]) % 12 + (12 if match[6].upper() == "P" else 0)
        return _time(_year(match[3]), int(match[1]), int(match[2]), hour, int(match[5]))
    if match := _POINTS_TIME.fullmatch(text):
        hour, minute = int(match[4] or 0), int(match[5] or 0)
        return _time(_year(match[3]), int(match[2]), int(match[1]), hour, minute)
    return message_time(text)


def message_time(text: str) -> dt.datetime | None:
    """`2025-06-01 14:03:22 UTC`."""
    match = _ISO.fullmatch(text)
    return _time(*(int(part or 0) for part in match.groups())) if match else None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _day(year: int, month: int, day: int) -> dt.date | None:
    moment = _time(year, month, day)
    return moment.date() if moment else None


def _time(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0
) -> dt.datetime | None:
    try:
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=dt.UTC)
    except ValueError:
        return None
