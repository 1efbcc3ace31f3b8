"""Days that people call by name: Christmas, Silvester, Pâques, Nochevieja."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from redleaf.notes.folding import Folded
from redleaf.notes.spans import Span

_Day = Callable[[int], dt.date]


def festivals(folded: Folded) -> Iterator[tuple[Span, _Day]]:
    """Where a text names such a day, and on which day of a year it falls."""
    for match in _NAMED.finditer(folded.text):
        span = Span(folded.start(match.start()), folded.end(match.end()))
        yield span, _DAYS[str(match.lastgroup)]


def latest(day: _Day, today: dt.date) -> dt.date:
    """The last one that is not ahead of `today`."""
    this = day(today.year)
    return this if this <= today or today.year == 1 else day(today.year - 1)


def coming(day: _Day, today: dt.date) -> dt.date:
    """The first one that is not past."""
    this = day(today.year)
    return this if this >= today or today.year == dt.MAXYEAR else day(today.year + 1)


def _fixed(month: int, day: int) -> _Day:
    return lambda year: dt.date(year, month, day)


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches. Source: the anonymous Gregorian computus of 1876."""
    golden, century = year % 19, year // 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _thanksgiving(year: int) -> dt.date:
    first = dt.date(year, 11, 1)
    return first + dt.timedelta((3 - first.weekday()) % 7 + 21)


def _after_easter(days: int) -> _Day:
    return lambda year: easter(year) + dt.timedelta(days)


_DAYS: dict[str, _Day] = {
    "christmas_eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing_day": _fixed(12, 26),
    "new_years_eve": _fixed(12, 31),
    "new_year": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "valentine": _fixed(2, 14),
    "halloween": _fixed(10, 31),
    "thanksgiving": _thanksgiving,
    "good_friday": _after_easter(-2),
    "easter": easter,
    "whitsun": _after_easter(49),
}
_WORDS = {
    "christmas_eve": r"christmas eve|heiligabend|heiliger abend|nochebuena",
    "new_years_eve": r"new year'?s eve|silvester|nochevieja|la saint-sylvestre",
    "christmas": r"christmas(?: day)?|xmas|weihnachten|noel(?= |$|[,.;])|navidad(?:es)?",
    "boxing_day": r"boxing day",
    "new_year": r"(?:the )?new year(?:'?s(?: day)?)?|neujahr|nouvel an|ano nuevo",
    "epiphany": r"epiphany|dreikonig|reyes magos",
    "valentine": r"valentine'?s(?: day)?|valentinstag|la saint-valentin|san valentin",
    "halloween": r"halloween",
    "thanksgiving": r"thanksgiving",
    "good_friday": r"good friday|karfreitag|vendredi saint|viernes santo",
    "easter": r"easter|ostern|paques|semana santa",
    "whitsun": r"whitsun|pentecost|pfingsten|pentecote",
}
_NAMED = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()) + r")(?!\w)"
)
