"""Which days people mean: calendar ranges, with the tolerance of speech."""

from __future__ import annotations

import calendar
import datetime as dt

DateRange = tuple[dt.date, dt.date]

_DAY = dt.timedelta(days=1)


def around(today: dt.date, nearest: int, furthest: int) -> DateRange:
    """From `furthest` to `nearest` days before `today`."""
    return back(today, furthest), back(today, nearest)


def back(today: dt.date, days: int) -> dt.date:
    """`days` before `today`, at the end of the calendar where it would fall off it."""
    return dt.date.fromordinal(min(max(today.toordinal() - days, 1), dt.date.max.toordinal()))


def last_weekday(today: dt.date, weekday: int, *, is_said_last: bool) -> list[DateRange]:
    """The latest such weekday. "Last Thursday" may mean the one of the week before as well."""
    gap = (today.weekday() - weekday) % 7
    if is_said_last:
        gaps = [gap] if gap > today.weekday() else [gap, gap + 7]
        gaps = [each for each in gaps if each]
    else:
        gaps = [gap] if gap else [0, 7]
    return [around(today, each, each) for each in gaps]


def weekday_of_this_week(today: dt.date, weekday: int) -> DateRange:
    day = back(today, today.weekday() - weekday)
    return day, day


def next_weekday(today: dt.date, weekday: int) -> DateRange:
    day = back(today, -((weekday - today.weekday() - 1) % 7 + 1))
    return day, day


def ago(today: dt.date, count: float, unit: int, slack: float) -> DateRange:
    """`count` units of `unit` days ago: exact for a few days, looser the longer it is ago."""
    if unit >= 365:
        return _years_ago(today, count * unit / 365, slack)
    days = count * {1: 1, 7: 7, 14: 14, 30: 30.44}[unit]
    spread = {1: 0.0 if count <= 6 else days * 0.15, 7: 3.0, 14: 3.0, 30: 15.0}[unit]
    if unit == 7 and count >= 3:
        spread = min(count + 1, 14.0)
    if unit == 1 and count > 6:
        spread = max(spread, 1.0)
    spread = max(spread, days * slack)
    nearest = max(round(days - spread), 0)
    return around(today, nearest, round(days + spread))


def last_of(today: dt.date, unit: int) -> list[DateRange]:
    """The last week, month or year, by the calendar and by counting back."""
    if unit == 7:
        monday = back(today, today.weekday())
        return [(back(monday, 7), back(monday, 1)), around(today, 5, 9)]
    if unit == 30:
        first = today.replace(day=1)
        end = back(first, 1)
        return [(end.replace(day=1), end), around(today, 24, 40)]
    if unit == 365:
        return [year(today.year - 1)] if today.year > 1 else []
    return [around(today, unit * 0, unit * 2)]


def this_of(today: dt.date, unit: int) -> DateRange:
    """This week, month or year up to its end."""
    if unit == 7:
        monday = back(today, today.weekday())
        return monday, back(monday, -6)
    if unit == 30:
        return month(today.year, today.month)
    return year(today.year)


def year(number: int) -> DateRange:
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def month(in_year: int, number: int) -> DateRange:
    last = calendar.monthrange(in_year, number)[1]
    return dt.date(in_year, number, 1), dt.date(in_year, number, last)


def latest_month(today: dt.date, number: int) -> int:
    """The year of the latest month of that number that has begun."""
    return today.year if number <= today.month else max(today.year - 1, 1)


def day_in(in_year: int, number: int, day: int) -> tuple[DateRange, ...]:
    """That one day, or nothing where the calendar has no such day."""
    try:
        found = dt.date(in_year, number, day)
    except ValueError:
        return ()
    return ((found, found),)


def latest_day(today: dt.date, number: int, day: int) -> list[DateRange]:
    """The latest such day of the year, then the next one to come: no year was said."""
    past = [day_in(year, number, day) for year in range(today.year, max(today.year - 5, 1), -1)]
    found = [each[0] for each in past if each and each[0][0] <= today][:1]
    ahead = [day_in(each, number, day) for each in (today.year, min(today.year + 1, dt.MAXYEAR))]
    return found + [each[0] for each in ahead if each and each[0][0] > today][:1]


def latest_day_of_month(today: dt.date, day: int) -> list[DateRange]:
    """The latest 16th, or whichever `day`."""
    months = [(today.year, today.month)]
    months.append(
        (today.year, today.month - 1) if today.month > 1 else (max(today.year - 1, 1), 12)
    )
    found = [each for in_year, number in months for each in day_in(in_year, number, day)]
    return [each for each in found if each[0] <= today][:1]


def part_of(whole: DateRange, part: str) -> DateRange:
    """The early, middle or late part of a month, a season or a year, with soft edges."""
    length = (whole[1] - whole[0]).days + 1
    start, end = {"early": (0.0, 0.42), "middle": (0.25, 0.75), "late": (0.55, 1.05)}[part]
    return back(whole[0], -int(length * start)), back(whole[0], -int(length * end))


def season(in_year: int, number: int) -> DateRange:
    """Spring (1) to winter (4) of the northern half; winter is the one that begins in that year."""
    starts = {1: (3, 1), 2: (6, 1), 3: (9, 1), 4: (12, 1)}
    start = dt.date(in_year, *starts[number])
    return start, back(start, -104)


def latest_seasons(today: dt.date, number: int) -> list[DateRange]:
    """The latest season of that number that has begun, then the one before it."""
    begun = today.year if season(today.year, number)[0] <= today else today.year - 1
    return [season(each, number) for each in (begun, begun - 1) if each >= 1]


def turned_weekday(today: dt.date, weekday: int, turn: str) -> list[DateRange]:
    """The weekday after a turn: last, this, next, "of last week", or none."""
    if turn == "next":
        return [next_weekday(today, weekday)]
    if turn == "of last week":
        return [around(today, *[today.weekday() - weekday + 7] * 2)]
    if turn == "this":
        return [weekday_of_this_week(today, weekday)]
    return last_weekday(today, weekday, is_said_last=turn == "last")


def turned_unit(today: dt.date, unit: int, turn: str) -> list[DateRange]:
    """The week, month or year after a turn."""
    if turn == "next":
        return [around(today, -2 * unit, -1)]
    return [this_of(today, unit)] if turn == "this" else last_of(today, unit)


def turned_month(today: dt.date, number: int, turn: str) -> list[DateRange]:
    """The month after a turn."""
    latest = latest_month(today, number)
    if turn == "next":
        return [month(min(latest + 1, dt.MAXYEAR), number)]
    if turn == "this":
        return [month(today.year, number)]
    return [month(each, number) for each in (latest, latest - 1) if each >= 1]


def turned_season(today: dt.date, number: int, turn: str) -> list[DateRange]:
    """The season after a turn."""
    latest = latest_seasons(today, number)
    if turn == "next":
        return [season(min(today.year + each, dt.MAXYEAR - 1), number) for each in (0, 1)]
    return latest if turn == "last" else latest[:1]


def _years_ago(today: dt.date, years: float, slack: float) -> DateRange:
    loose = max(0.55, years * 0.04, years * slack)
    if years >= 10 and years % 5 == 0:
        loose = max(loose, 1.6)
    if years == 1:
        return around(today, 280, 500)
    return around(today, round((years - loose) * 365.25), round((years + loose + 0.25) * 365.25))
