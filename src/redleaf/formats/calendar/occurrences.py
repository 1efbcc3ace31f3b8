"""The times that a recurrence rule gives, in order, within a bound and within a budget.

All on one clock: moments without a zone. Follows RFC 5545; what a rule leaves open comes from the
start. The search never looks past the bound, so that a rule that gives nothing ends as well.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from redleaf.formats.calendar.rules import Rule

_UNITS = {
    "HOURLY": dt.timedelta(hours=1),
    "MINUTELY": dt.timedelta(minutes=1),
    "SECONDLY": dt.timedelta(seconds=1),
}
_BEHIND_ALL = dt.date.max.toordinal() + 1
# Every day of more than two hundred years.
_MOST_OF_RULE = 100_000
_ONE_DAY = dt.timedelta(days=1)


@dataclass(slots=True)
class Budget:
    """How many days or times may still be looked at: `left` over all rules, `of_rule` for one."""

    left: int = 1_500_000
    of_rule: int = 0
    is_cut: bool = False

    def begin(self) -> None:
        """From here on another rule is counted."""
        self.of_rule, self.is_cut = _MOST_OF_RULE, False

    def take(self, count: int) -> bool:
        self.left -= count
        self.of_rule -= count
        self.is_cut = self.is_cut or self.left < 0 or self.of_rule < 0
        return not self.is_cut


def occurrences(
    rule: Rule, start: dt.datetime, bound: dt.datetime, budget: Budget
) -> Iterator[dt.datetime]:
    """The times of `rule` from `start` to `bound`, both inclusive; COUNT and UNTIL are not asked.

    Ends early when the budget is used up.
    """
    budget.begin()
    whole = _completed(rule, start)
    if rule.frequency in _UNITS:
        yield from _times_in_steps(whole, start, bound, budget)
        return
    for days in _periods(whole, start.date(), bound.date()):
        if not budget.take(1 + len(days)):
            return
        for at in _times(whole, days, start):
            if start <= at <= bound:
                yield at


def _completed(rule: Rule, start: dt.datetime) -> Rule:
    """What the rule leaves open, taken from the start."""
    if rule.frequency not in ("YEARLY", "MONTHLY", "WEEKLY"):
        return rule
    if rule.weekdays or rule.month_days or rule.year_days:
        return rule
    if rule.frequency == "WEEKLY" or rule.weeks:
        return replace(rule, weekdays=((0, start.weekday()),))
    months = rule.months
    if rule.frequency == "YEARLY" and not months:
        months = frozenset({start.month})
    return replace(rule, months=months, month_days=frozenset({start.day}))


def _periods(rule: Rule, first: dt.date, last: dt.date) -> Iterator[list[dt.date]]:
    """The days of each year, month, week or day that the rule may mean."""
    if rule.frequency == "YEARLY":
        for year in range(first.year, last.year + 1, rule.interval):
            yield _days_of_year(rule, year)
    elif rule.frequency == "MONTHLY":
        months = range(_month(first), _month(last) + 1, rule.interval)
        for number in months:
            yield _days_of_month(rule, number // 12, number % 12 + 1)
    elif rule.frequency == "WEEKLY":
        yield from _weeks(rule, first.toordinal(), last.toordinal())
    else:
        for number in range(first.toordinal(), last.toordinal() + 1, rule.interval):
            day = dt.date.fromordinal(number)
            yield [day] if _matches(rule, day) else []


def _weeks(rule: Rule, first: int, last: int) -> Iterator[list[dt.date]]:
    """The days of each week, by their numbers: a week may begin before the first day there is."""
    offsets = sorted({(weekday - rule.week_start) % 7 for _, weekday in rule.weekdays}) or range(7)
    back = (dt.date.fromordinal(first).weekday() - rule.week_start) % 7
    bare = replace(rule, weekdays=())
    for week in range(first - back, last + 1, rule.interval * 7):
        numbers = [week + each for each in offsets if 0 < week + each < _BEHIND_ALL]
        yield [day for day in map(dt.date.fromordinal, numbers) if _matches(bare, day)]


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _days_of_year(rule: Rule, year: int) -> list[dt.date]:
    months = sorted(rule.months) or range(1, 13)
    return [day for month in months for day in _days_of_month(rule, year, month)]


def _days_of_month(rule: Rule, year: int, month: int) -> list[dt.date]:
    if rule.months and month not in rule.months:
        return []
    length = calendar.monthrange(year, month)[1]
    numbers: Iterable[int] = range(1, length + 1)
    if rule.month_days:
        numbers = sorted({each if each > 0 else length + 1 + each for each in rule.month_days})
    days = (dt.date(year, month, each) for each in numbers if 1 <= each <= length)
    return [day for day in days if _matches(rule, day)]


def _matches(rule: Rule, day: dt.date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.weekdays and not any(_is_weekday(rule, day, *each) for each in rule.weekdays):
        return False
    if rule.month_days:
        behind = day.day - calendar.monthrange(day.year, day.month)[1] - 1
        if rule.month_days.isdisjoint((day.day, behind)):
            return False
    if rule.year_days:
        number = day.timetuple().tm_yday
        length = 366 if calendar.isleap(day.year) else 365
        if rule.year_days.isdisjoint((number, number - length - 1)):
            return False
    return not rule.weeks or not rule.weeks.isdisjoint(_week_numbers(day, rule.week_start))


def _is_weekday(rule: Rule, day: dt.date, which: int, weekday: int) -> bool:
    """Whether the day is that weekday, the first, second, last … of its month or year."""
    if day.weekday() != weekday:
        return False
    if not which or rule.frequency not in ("YEARLY", "MONTHLY"):
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        number = day.timetuple().tm_yday
        length = 366 if calendar.isleap(day.year) else 365
    else:
        number, length = day.day, calendar.monthrange(day.year, day.month)[1]
    return which in ((number - 1) // 7 + 1, -((length - number) // 7) - 1)


def _week_numbers(day: dt.date, week_start: int) -> tuple[int, int]:
    """The number of the day's week from the beginning and from the end of the week's own year."""
    year = day.year
    if day.toordinal() < _first_week(year, week_start):
        year -= 1
    elif day.toordinal() >= _first_week(year + 1, week_start):
        year += 1
    first, behind = _first_week(year, week_start), _first_week(year + 1, week_start)
    number = (day.toordinal() - first) // 7 + 1
    return number, number - (behind - first) // 7 - 1


def _first_week(year: int, week_start: int) -> int:
    """The number of the day on which week 1 begins: the week with the year's fourth day."""
    fourth = _ordinal_of_new_year(year) + 3
    return fourth - ((fourth + 6) % 7 - week_start) % 7


def _ordinal_of_new_year(year: int) -> int:
    """As `date(year, 1, 1).toordinal()`, for the years beside those that `date` knows too."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + 1


def _times(rule: Rule, days: list[dt.date], start: dt.datetime) -> list[dt.datetime]:
    hours, minutes = rule.hours or (start.hour,), rule.minutes or (start.minute,)
    seconds = rule.seconds or (start.second,)
    clocks = [
        dt.time(hour, minute, min(second, 59))
        for hour in hours
        for minute in minutes
        for second in seconds
    ]
    times = [dt.datetime.combine(day, clock) for day in days for clock in clocks]
    if not rule.positions or not times:
        return times
    count = len(times)
    wanted = {each - 1 if each > 0 else count + each for each in rule.positions}
    return [times[at] for at in sorted(wanted) if 0 <= at < count]


def _times_in_steps(
    rule: Rule, start: dt.datetime, bound: dt.datetime, budget: Budget
) -> Iterator[dt.datetime]:
    """The times of a rule by the hour, minute or second; a day that is not meant is skipped."""
    step = _UNITS[rule.frequency] * rule.interval
    at = start
    while at <= bound and budget.take(1):
        if not _matches(rule, at.date()):
            midnight = dt.datetime.combine(at.date(), dt.time()) + _ONE_DAY
            at += step * -((at - midnight) // step)
            continue
        if not rule.hours or at.hour in rule.hours:
            for each in _within_step(rule, at):
                if start <= each <= bound:
                    yield each
        at += step


def _within_step(rule: Rule, at: dt.datetime) -> list[dt.datetime]:
    minutes, seconds = rule.minutes or (at.minute,), rule.seconds or (at.second,)
    if rule.frequency != "HOURLY":
        minutes = (at.minute,) if at.minute in minutes else ()
    if rule.frequency == "SECONDLY":
        seconds = (at.second,) if at.second in seconds else ()
    clocks = ((minute, min(second, 59)) for minute in minutes for second in seconds)
    return [at.replace(minute=minute, second=second) for minute, second in clocks]
