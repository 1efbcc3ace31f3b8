"""Recurrence rules: what RRULE says, and the times it gives, never more than are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.formats.calendar.moments import Moment, read_moment

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_WEEKDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_BOUNDS = {
    "BYMONTH": 12,
    "BYMONTHDAY": 31,
    "BYYEARDAY": 366,
    "BYWEEKNO": 53,
    "BYHOUR": 23,
    "BYMINUTE": 59,
    "BYSECOND": 60,
    "BYSETPOS": 366,
}
_FROM_THE_END = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})
_FROM_ZERO = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Rule:
    """An RRULE. `weekdays` are (which one of the month or year, 0 for all; day from Monday)."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0


def read_rule(value: str, zone: str = "") -> Rule:
    """The rule that `value` writes. Raises ValueError for one that RFC 5545 does not know."""
    parts = dict(_parts(value))
    frequency = parts.pop("FREQ", "")
    if frequency not in FREQUENCIES:
        raise ValueError(value)
    until = parts.pop("UNTIL", "")
    lists = {name: _numbers(name, parts.pop(name, "")) for name in _BOUNDS}
    rule = Rule(
        frequency=frequency,
        interval=_positive(parts.pop("INTERVAL", "1")),
        count=_positive(parts.pop("COUNT")) if "COUNT" in parts else None,
        until=read_moment(until, zone) if until else None,
        weekdays=_weekdays(parts.pop("BYDAY", "")),
        months=frozenset(lists["BYMONTH"]),
        month_days=frozenset(lists["BYMONTHDAY"]),
        year_days=frozenset(lists["BYYEARDAY"]),
        weeks=frozenset(lists["BYWEEKNO"]),
        hours=lists["BYHOUR"],
        minutes=lists["BYMINUTE"],
        seconds=lists["BYSECOND"],
        positions=lists["BYSETPOS"],
        week_start=_weekdays(parts.pop("WKST", "") or "MO")[0][1],
    )
    if any(not name.startswith("X-") for name in parts):
        raise ValueError(value)
    return rule


def _parts(value: str) -> list[tuple[str, str]]:
    pairs = (each.partition("=") for each in value.upper().split(";") if each.strip())
    return [(name.strip(), text.strip()) for name, _, text in pairs]


def _positive(text: str) -> int:
    number = int(text)
    if not 1 <= number <= _LARGEST:
        raise ValueError(text)
    return number


def _numbers(name: str, text: str) -> tuple[int, ...]:
    numbers = sorted({int(each) for each in text.split(",") if each.strip()})
    lowest = 0 if name in _FROM_ZERO else 1
    for number in numbers:
        size = -number if number < 0 and name in _FROM_THE_END else number
        if not lowest <= size <= _BOUNDS[name]:
            raise ValueError(text)
    return tuple(numbers)


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    for each in filter(None, (part.strip() for part in text.split(","))):
        day = _WEEKDAY.fullmatch(each)
        if day is None:
            raise ValueError(text)
        found.append((int(day[1] or 0), _WEEKDAYS[day[2]]))
    return tuple(found)
