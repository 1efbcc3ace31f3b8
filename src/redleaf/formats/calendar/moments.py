"""Days, times and durations as calendars write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

UTC = "UTC"
_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE
)
_LONGEST_DAYS = 36_600


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time on the clock of `zone`: "" is the clock of whoever looks, then a TZID."""

    at: dt.datetime
    zone: str = ""
    is_day: bool = False


def read_moment(value: str, zone: str = "") -> Moment:
    """A DATE or DATE-TIME. Raises ValueError for anything else and for days that do not exist."""
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        raise ValueError(value)
    day = dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return Moment(dt.datetime.combine(day, dt.time()), is_day=True)
    second = int(found[6] or 0)
    # The 60th second is a leap second, which no clock here knows.
    time = dt.time(int(found[4]), int(found[5]), 59 if second == 60 else second)
    at = dt.datetime.combine(day, time)
    offset = found[7]
    if not offset:
        return Moment(at, zone)
    if offset not in "Zz":
        at -= _offset(offset)
    return Moment(at, UTC)


def read_duration(value: str) -> dt.timedelta:
    """A DURATION that a meeting may have. Raises ValueError for anything else."""
    found = _DURATION.fullmatch(value.strip())
    if found is None or not any(found.groups()[1:]):
        raise ValueError(value)
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups()[1:])
    if max(weeks, days, hours // 24, minutes // 1440, seconds // 86_400) > _LONGEST_DAYS:
        raise ValueError(value)
    span = dt.timedelta(weeks * 7 + days, hours=hours, minutes=minutes, seconds=seconds)
    return -span if found[1] == "-" else span


def _offset(text: str) -> dt.timedelta:
    digits = text[1:].replace(":", "")
    span = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -span if text[0] == "-" else span
