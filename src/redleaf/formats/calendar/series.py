"""When an event was: its days up to today, all times of a series counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from redleaf.formats.calendar.events import Event
from redleaf.formats.calendar.moments import UTC, Moment
from redleaf.formats.calendar.occurrences import Budget, occurrences
from redleaf.formats.calendar.rules import Rule
from redleaf.formats.calendar.zones import Zones

MOST_TIMES = 10_000
_END_OF_DAY = dt.timedelta(hours=23, minutes=59, seconds=59)
_ONE_DAY = dt.timedelta(days=1)
_LONGEST_DAYS = 366


@dataclass(slots=True)
class Meetings:
    """The past meetings of one series or event, and `ahead`, whether more are known to come.

    `by` are the events that tell of them: the series itself and those of its days that differ.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    times: int = 0
    ahead: bool = False
    is_cut: bool = False
    by: list[Event] | None = None

    def add(self, event: Event, first: dt.date, last: dt.date) -> None:
        self.first = min(self.first or first, first)
        self.last = max(self.last or last, last)
        self.times += 1
        self.by = self.by or []
        if not self.by or self.by[-1] is not event:
            self.by.append(event)


class Clock:
    """Reads moments as days: `today` bounds what has been, `horizon` a series that never ends."""

    def __init__(self, zones: Zones, today: dt.date | None, horizon: dt.date) -> None:
        self.zones = zones
        self.today = today
        self.horizon = today or horizon
        self.budget = Budget()

    def day(self, at: dt.datetime, zone: str, home: str) -> dt.date:
        """The day on the clock of the event's own place; of UTC, that of the calendar's place."""
        if zone == UTC and home:
            return self.zones.on_clock(Moment(at, UTC), home).date()
        return at.date()


def meetings(events: Sequence[Event], clock: Clock) -> Meetings:
    """The meetings of the events that share one UID; those of one series are one."""
    single = [event for event in events if event.instance is None]
    changed = [event for event in events if event.instance is not None]
    found = Meetings()
    for event in single:
        _add_series(found, event, changed, clock)
    for event in changed:
        if event.status != "CANCELLED" and event.start:
            _add_time(found, event, event.start.at, _more_days(event, clock), clock)
    return found


def _add_series(found: Meetings, event: Event, changed: list[Event], clock: Clock) -> None:
    if event.start is None or event.status == "CANCELLED":
        return
    times = _times_of(event, clock)
    if len(times) > MOST_TIMES or (event.rule and clock.budget.is_cut):
        found.is_cut = True
    if not event.rule and not event.added:
        changed = []  # an event without a series has no days that differ
    instances = [each.instance for each in changed if each.instance]
    gone = _Days(event.left_out + instances, event, clock)
    more_days = _more_days(event, clock)
    for at in sorted(times)[:MOST_TIMES]:
        if at not in gone:
            _add_time(found, event, at, more_days, clock)


def _add_time(found: Meetings, event: Event, at: dt.datetime, more_days: int, clock: Clock) -> None:
    start = event.start
    assert start is not None  # noqa: S101 (told by both callers)
    first = clock.day(at, start.zone, event.home)
    if clock.today and first > clock.today:
        found.ahead = True
        return
    more_days = min(more_days, (dt.date.max - first).days)
    last = min(first + dt.timedelta(days=more_days), clock.today or dt.date.max)
    found.add(event, first, last)


def _times_of(event: Event, clock: Clock) -> set[dt.datetime]:
    """The times of the event on its own clock, of a series up to a little past today."""
    start = event.start
    assert start is not None  # noqa: S101 (told by the caller)
    times = {start.at}
    for each in event.added[:MOST_TIMES]:
        at = clock.zones.on_clock(each, start.zone)
        times.add(dt.datetime.combine(at.date(), start.at.time()) if each.is_day else at)
    if event.rule:
        times.update(islice(_ruled(event.rule, start, clock), MOST_TIMES + 1))
    return times


def _ruled(rule: Rule, start: Moment, clock: Clock) -> Iterator[dt.datetime]:
    """The times of the rule; the start is the first of them, whether the rule gives it or not."""
    bound = _bound(rule, start, clock)
    times = occurrences(rule, start.at, bound, clock.budget)
    if rule.count is None:
        return times
    after = (at for at in times if at > start.at)
    return islice(after, rule.count - 1)


def _bound(rule: Rule, start: Moment, clock: Clock) -> dt.datetime:
    """UNTIL, but one day past today at most: another clock may be a day ahead."""
    has_end = rule.until is not None or rule.count is not None
    most = dt.date.max if clock.today is None and has_end else clock.horizon
    bound = dt.datetime.combine(min(most, dt.date.max - _ONE_DAY) + _ONE_DAY, dt.time())
    if rule.until is None:
        return bound
    until = clock.zones.on_clock(rule.until, start.zone)
    if rule.until.is_day or start.is_day:
        until = dt.datetime.combine(until.date(), dt.time()) + _END_OF_DAY
    return min(bound, until)


class _Days:
    """Times that a series leaves out: exact ones, and whole days."""

    def __init__(self, moments: list[Moment], event: Event, clock: Clock) -> None:
        start = event.start
        zone = start.zone if start else ""
        is_day = start is not None and start.is_day
        self._times = {clock.zones.on_clock(each, zone) for each in moments}
        self._days = {each.at.date() for each in moments if each.is_day or is_day}

    def __contains__(self, at: dt.datetime) -> bool:
        return at in self._times or at.date() in self._days


def _more_days(event: Event, clock: Clock) -> int:
    """How many days after the first it lasts; a night that passes midnight is one day."""
    start = event.start
    if start is None:
        return 0
    end = start.at
    if event.end:
        end = clock.zones.on_clock(event.end, start.zone)
    elif event.length:
        end = _later(end, event.length)
    if end <= start.at:
        return 0
    is_short = not start.is_day and end - start.at < _ONE_DAY
    days = (end - dt.timedelta(seconds=1)).date() - start.at.date()
    return 0 if is_short else min(days.days, _LONGEST_DAYS)


def _later(at: dt.datetime, length: dt.timedelta) -> dt.datetime:
    """That much later; at once where no calendar counts as far."""
    try:
        return at + length
    except OverflowError:
        return at


def latest_day(events: Sequence[Event]) -> dt.date:
    """The last day that any event names: what bounds a series when nobody says what day it is."""
    days = (each.start.at.date() for each in events if each.start)
    stamps = (each.stamp.at.date() for each in events if each.stamp)
    return max(max(days, default=dt.date.min), max(stamps, default=dt.date.min))
