"""Days as people say them in German: "gestern", "letzten Donnerstag", "im März", "1977".

Only what stays true is offered: no hour of the day, no season, no rounding that a reader with a
calendar would object to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from redleaf.notes.rough_days import Month, Year, is_rough
from redleaf.writing.days import is_to_come, whole_years

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_SMALL = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
).split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def number_word(number: int) -> str:
    """Numbers to 99 in words, larger ones in figures."""
    if number < 20:
        return _SMALL[number]
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return (f"{_SMALL[ones]}und" if ones else "") + _TENS[tens - 2]


def day_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """Ways to say when, in the middle of a sentence: "gestern", "am Donnerstag", "im März 2024".

    Nothing for a day that is still to come.
    """
    if is_rough(on):
        return tuple(_rough_phrases(on, today))
    if today is None:
        return (
            f"am {on.day}. {MONTHS[on.month - 1]} {on.year}",
            f"im {MONTHS[on.month - 1]} {on.year}",
        )
    if is_to_come(on, today):
        return ()
    return tuple(_day_phrases(on, today, (today - on).days))


def since_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """Ways to say since when: "seit gestern", "seit Donnerstag", "seit März", "seit 1977"."""
    if today is None or is_to_come(on, today) or on == today:
        return ()
    if isinstance(on, Year):
        return (f"seit {on.year}",) if on.year < today.year else ()
    age, month = (today - on).days, MONTHS[on.month - 1]
    if is_rough(on) and age <= 56:
        return ()
    if age <= 6:
        return ("seit gestern",) if age == 1 else (f"seit {WEEKDAYS[on.weekday()]}",)
    if age <= 56:
        exact = f"seit dem {on.day}. {month}"
        return (exact if on.year == today.year else f"{exact} {on.year}",)
    if on.year == today.year:
        return (f"seit {month}",)
    return (f"seit {month} {on.year}",) if today.year - on.year == 1 else (f"seit {on.year}",)


def ago_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """ "vor zweiunddreißig Jahren", for what lies two years back or more; else nothing."""
    years = whole_years(on, today) if today else 0
    return (f"vor {number_word(years)} Jahren",) if years >= 2 else ()


def span_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """The time gone by as a subject, "zweiunddreißig Jahre", for two years or more."""
    return tuple(phrase.removeprefix("vor ").removesuffix("n") for phrase in ago_phrases(on, today))


def _rough_phrases(on: Year | Month, today: dt.date | None) -> Iterator[str]:
    """The same where only the year or the month is known."""
    if is_to_come(on, today):
        return
    month = MONTHS[on.month - 1]
    if isinstance(on, Year):
        yield {0: "dieses Jahr", 1: "letztes Jahr"}.get(
            today.year - on.year if today else -1, f"{on.year}"
        )
    elif today and (on.year, on.month) == (today.year, today.month):
        yield "diesen Monat"
    elif today and on.year == today.year:
        yield f"im {month}"
    else:
        yield f"im {month} {on.year}"
        if today and today.year - on.year > 4:
            yield f"{on.year}"


def _day_phrases(on: dt.date, today: dt.date, age: int) -> Iterator[str]:
    weekday, month = WEEKDAYS[on.weekday()], MONTHS[on.month - 1]
    if age <= 2:
        yield ("heute", "gestern", "vorgestern")[age]
    elif age <= 6:
        yield f"am {weekday}"
        yield f"letzten {weekday}"
    elif age <= 13:
        yield from _lately(on, today, age)
    elif age <= 56:
        if age % 7 == 0:
            yield f"vor {number_word(age // 7)} Wochen"
        yield (
            f"am {on.day}. {month}" if on.year == today.year else f"am {on.day}. {month} {on.year}"
        )
    elif on.year == today.year:
        yield f"im {month}"
    elif today.year - on.year == 1:
        yield f"im {month} letzten Jahres"
        yield f"im {month} {on.year}"
    elif today.year - on.year <= 4:
        yield f"im {month} {on.year}"
    else:
        yield str(on.year)


def _lately(on: dt.date, today: dt.date, age: int) -> Iterator[str]:
    if age == 7:
        yield "vor einer Woche"
    # Weeks begin on Monday; "letzte Woche" is the one before this one, nothing else.
    elif (today - dt.timedelta(days=today.weekday() + 7)) <= on:
        yield "letzte Woche"
    yield (
        f"am {on.day}. {MONTHS[on.month - 1]}"
        if on.year == today.year
        else f"vor {number_word(age)} Tagen"
    )
