"""A day or a stretch of days that a text speaks of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from redleaf.notes.date_ranges import DateRange
from redleaf.notes.spans import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or a stretch of days that a text speaks of.

    `ranges` are the stretches it may mean, the likeliest first; empty when it counts from a day
    that is not known. `weekday` is set for "on a Monday", any Monday. `grain` is day, week, month,
    season, year or span. `is_ahead` marks what is to come ("by Monday"), `is_relative` what counts
    from today, `is_loose` what names no time in particular ("the other day").
    """

    span: Span
    grain: str
    ranges: tuple[DateRange, ...] = ()
    weekday: int | None = None
    is_ahead: bool = False
    is_relative: bool = True
    is_loose: bool = False

    @property
    def first(self) -> dt.date | None:
        return min((each[0] for each in self.ranges), default=None)

    @property
    def last(self) -> dt.date | None:
        return max((each[1] for each in self.ranges), default=None)

    def holds(self, day: dt.date) -> bool:
        """May it mean `day`?"""
        if self.weekday is not None:
            return day.weekday() == self.weekday
        return any(first <= day <= last for first, last in self.ranges)
