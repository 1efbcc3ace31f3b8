"""Days as people say them in Spanish: "ayer", "el jueves pasado", "en marzo", "en 1977".

Only what stays true is offered: no hour of the day, no season, no rounding that a reader with a
calendar would object to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from redleaf.notes.rough_days import Month, Year, is_rough
from redleaf.writing.days import is_to_come, whole_years

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_SMALL = (
    "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()


def number_word(number: int) -> str:
    """Numbers to 99 in words as they stand before a masculine noun, larger ones in figures."""
    if number < 30:
        return _SMALL[number]
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return _TENS[tens - 3] + (f" y {_SMALL[ones]}" if ones else "")


def day_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """Ways to say when: "ayer", "el jueves", "en marzo de 2024"; none for a day still to come."""
    month = MONTHS[on.month - 1]
    if is_rough(on):
        return tuple(_rough_phrases(on, today))
    if today is None:
        return (f"el {on.day} de {month} de {on.year}", f"en {month} de {on.year}")
    if is_to_come(on, today):
        return ()
    return tuple(_day_phrases(on, today, (today - on).days))


def of_day(phrase: str) -> str:
    """A day behind a noun: "el café de ayer", "del jueves", "de marzo", "de hace tres semanas"."""
    if phrase.startswith("el "):
        return f"d{phrase}"
    return f"de {phrase.removeprefix('en ')}"


def since_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """Ways to say since when: "desde ayer", "desde el jueves", "desde marzo", "desde 1977"."""
    if today is None or is_to_come(on, today) or on == today:
        return ()
    if isinstance(on, Year):
        return (f"desde {on.year}",) if on.year < today.year else ()
    age, month = (today - on).days, MONTHS[on.month - 1]
    if is_rough(on) and age <= 56:
        return ()
    if age <= 6:
        return ("desde ayer",) if age == 1 else (f"desde el {WEEKDAYS[on.weekday()]}",)
    if age <= 56 and on.year == today.year:
        return (f"desde el {on.day} de {month}",)
    if on.year == today.year:
        return (f"desde {month}",)
    return (f"desde {month} de {on.year}",) if today.year - on.year == 1 else (f"desde {on.year}",)


def span_phrases(on: dt.date, today: dt.date | None) -> tuple[str, ...]:
    """The time gone by, "treinta y dos años", for two years or more; else nothing."""
    years = whole_years(on, today) if today else 0
    return (f"{number_word(years)} años",) if years >= 2 else ()


def _rough_phrases(on: Year | Month, today: dt.date | None) -> Iterator[str]:
    """The same where only the year or the month is known."""
    if is_to_come(on, today):
        return
    month = MONTHS[on.month - 1]
    if isinstance(on, Year):
        yield {0: "este año", 1: "el año pasado"}.get(
            today.year - on.year if today else -1, f"en {on.year}"
        )
    elif today and (on.year, on.month) == (today.year, today.month):
        yield "este mes"
    elif today and on.year == today.year:
        yield f"en {month}"
    else:
        yield f"en {month} de {on.year}"
        if today and today.year - on.year > 4:
            yield f"en {on.year}"


def _day_phrases(on: dt.date, today: dt.date, age: int) -> Iterator[str]:
    weekday, month = WEEKDAYS[on.weekday()], MONTHS[on.month - 1]
    exact = f"el {on.day} de {month}" + ("" if on.year == today.year else f" de {on.year}")
    if age <= 2:
        yield ("hoy", "ayer", "anteayer")[age]
    elif age <= 6:
        yield f"el {weekday}"
        yield f"el {weekday} pasado"
    elif age <= 13:
        yield from _lately(on, today, exact)
    elif age <= 56:
        if age % 7 == 0:
            yield f"hace {number_word(age // 7)} semanas".replace("un ", "una ")
        yield exact
    elif on.year == today.year:
        yield f"en {month}"
    elif today.year - on.year == 1:
        yield f"en {month} del año pasado"
        yield f"en {month} de {on.year}"
    elif today.year - on.year <= 4:
        yield f"en {month} de {on.year}"
    else:
        yield f"en {on.year}"


def _lately(on: dt.date, today: dt.date, exact: str) -> Iterator[str]:
    if (today - on).days == 7:
        yield "hace una semana"
    # Weeks begin on Monday; "la semana pasada" is the one before this one, nothing else.
    elif today - dt.timedelta(days=today.weekday() + 7) <= on:
        yield "la semana pasada"
    yield exact
