"""Days as people say them in French: "hier", "jeudi dernier", "en mars", "en 1977".

Only what stays true is offered: no hour of the day, no season, no rounding that a reader with a
calendar would object to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from redleaf.notes.rough_days import Month, Year, is_rough
from redleaf.writing.days import is_to_come, whole_years
from redleaf.writing.languages.fr.words import elides

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def number_word(number: int) -> str:
    """Numbers to 99 in words, larger ones in figures."""
    if number < 20:
        return _SMALL[number]
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens in (7, 9):
        tens, ones = tens - 1, ones + 10
    if not ones:
        return "quatre-vingts" if tens == 8 else _TENS[tens]
    joint = " et " if ones in (1, 11) and tens < 8 else "-"
    return f"{_TENS[tens]}{joint}{_SMALL[ones]}"


def day_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """Ways to say when, in the middle of a sentence: "hier", "jeudi dernier", "en mars 2024".

    Nothing for a day that is still to come.
    """
    if is_rough(on):
        return tuple(_rough_phrases(on, today))
    if today is None:
        return (f"le {_date(on)} {on.year}", f"en {MONTHS[on.month - 1]} {on.year}")
    if is_to_come(on, today):
        return ()
    return tuple(_day_phrases(on, today, (today - on).days))


def of_day(phrase: str) -> str:
    """Behind a noun: "d'hier", "de jeudi dernier", "du 12 novembre", "de mars 2024"."""
    if phrase.startswith("le "):
        return f"du {phrase.removeprefix('le ')}"
    bare = phrase.removeprefix("en ")
    return f"d'{bare}" if elides(bare) else f"de {bare}"


def ago_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """ "il y a trente-deux ans", for what lies two years back or more; else nothing."""
    return tuple(f"il y a {span}" for span in span_phrases(on, today))


def span_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """The time gone by, "trente-deux ans", for two years or more."""
    years = whole_years(on, today) if today else 0
    return (f"{number_word(years)} ans",) if years >= 2 else ()


def _rough_phrases(on: Year | Month, today: dt.date | None) -> Iterator[str]:
    """The same where only the year or the month is known."""
    if is_to_come(on, today):
        return
    month = MONTHS[on.month - 1]
    if isinstance(on, Year):
        yield {0: "cette année", 1: "l'année dernière"}.get(
            today.year - on.year if today else -1, f"en {on.year}"
        )
    elif today and (on.year, on.month) == (today.year, today.month):
        yield "ce mois-ci"
    elif today and on.year == today.year:
        yield f"en {month}"
    else:
        yield f"en {month} {on.year}"
        if today and today.year - on.year > 4:
            yield f"en {on.year}"


def _day_phrases(on: dt.date, today: dt.date, age: int) -> Iterator[str]:
    month = MONTHS[on.month - 1]
    if age <= 2:
        yield ("aujourd'hui", "hier", "avant-hier")[age]
    elif age <= 7:
        yield f"{WEEKDAYS[on.weekday()]} dernier"
    elif age <= 56:
        # Weeks begin on Monday; "la semaine dernière" is the one before this one, nothing else.
        if (today - dt.timedelta(days=today.weekday() + 7)) <= on:
            yield "la semaine dernière"
        if age % 7 == 0:
            yield f"il y a {number_word(age // 7)} semaines"
        yield f"le {_date(on)}" if on.year == today.year else f"le {_date(on)} {on.year}"
    elif on.year == today.year:
        yield f"en {month}"
    elif today.year - on.year <= 4:
        yield f"en {month} {on.year}"
    else:
        yield f"en {on.year}"


def _date(on: dt.date) -> str:
    return f"{'1er' if on.day == 1 else on.day} {MONTHS[on.month - 1]}"
