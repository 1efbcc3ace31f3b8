"""Days as people say them, counted from today: "yesterday", "last Thursday", "in 1994".

Only what stays true is offered: no hour of the day, no season, no rounding that a reader with a
calendar would object to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from redleaf.notes.rough_days import Month, Year, is_rough
from redleaf.writing.days import is_to_come, whole_years

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def number_word(number: int) -> str:
    """Numbers to 99 in words, larger ones in figures."""
    if number < 20:
        return _SMALL[number]
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def day_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """Ways to say when, to stand after a verb: "yesterday", "on Thursday", "in March 2024".

    Nothing for a day that is still to come.
    """
    if is_rough(on):
        return tuple(_rough_phrases(on, today))
    if today is None:
        return (
            f"on {on.day} {MONTHS[on.month - 1]} {on.year}",
            f"in {MONTHS[on.month - 1]} {on.year}",
        )
    if is_to_come(on, today):
        return ()
    return tuple(_day_phrases(on, today, (today - on).days))


def day_possessives(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """Ways to say when before a noun: "yesterday's", "Thursday's"; only for the last six days."""
    if today is None or is_rough(on) or not 0 <= (today - on).days <= 6:
        return ()
    age = (today - on).days
    return (("today's", "yesterday's") + (f"{WEEKDAYS[on.weekday()]}'s",) * 5)[age : age + 1]


def ago_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """ "thirty-two years ago", for what lies two years back or more; else nothing.

    Less than a month before the day comes round people say the rounder number.
    """
    if not today:
        return ()
    years = whole_years(on, today)
    full = years if isinstance(on, Year) else whole_years(on, today + dt.timedelta(days=28))
    if full < 2:
        return ()
    about = "almost " if full > years else ""
    return (f"{about}{number_word(full)} years ago",)


def span_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """The time gone by as a noun phrase, "thirty-two years", for two years or more."""
    return tuple(phrase.removesuffix(" ago") for phrase in ago_phrases(on, today))


def _rough_phrases(on: Year | Month, today: dt.date | None) -> Iterator[str]:
    """The same where only the year or the month is known."""
    if is_to_come(on, today):
        return
    month = MONTHS[on.month - 1]
    if isinstance(on, Year):
        yield {0: "this year", 1: "last year"}.get(
            today.year - on.year if today else -1, f"in {on.year}"
        )
    elif today and (on.year, on.month) == (today.year, today.month):
        yield "this month"
    elif today and on.year == today.year:
        yield f"in {month}"
    else:
        yield f"in {month} {on.year}"
        if today and today.year - on.year > 4:
            yield f"in {on.year}"


def _day_phrases(on: dt.date, today: dt.date, age: int) -> Iterator[str]:
    weekday, month = WEEKDAYS[on.weekday()], MONTHS[on.month - 1]
    if age == 0:
        yield "today"
    elif age == 1:
        yield "yesterday"
    elif age <= 6:
        yield f"on {weekday}"
        yield f"last {weekday}"
    elif age <= 13:
        yield from _lately(on, today, age)
    elif age <= 56:
        yield from _weeks(age)
        yield f"on {on.day} {month}" if on.year == today.year else f"on {on.day} {month} {on.year}"
    elif on.year == today.year:
        yield f"in {month}"
    elif today.year - on.year == 1:
        yield f"in {month} last year"
        yield f"in {month} {on.year}"
    else:
        yield f"in {on.year}"
        yield f"in {month} {on.year}" if today.year - on.year <= 4 else f"back in {on.year}"


def _lately(on: dt.date, today: dt.date, age: int) -> Iterator[str]:
    if age == 7:
        yield "last week"
        yield "a week ago"
    # Calendar weeks begin on Monday; "last week" is the one before this one, nothing else.
    elif (today - dt.timedelta(days=today.weekday() + 7)) <= on:
        yield "last week"
    yield (
        f"on {on.day} {MONTHS[on.month - 1]}"
        if on.year == today.year
        else f"{number_word(age)} days ago"
    )


def _weeks(age: int) -> Iterator[str]:
    if age % 7 == 0:
        yield f"{number_word(age // 7)} weeks ago"
