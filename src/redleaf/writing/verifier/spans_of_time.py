"""How long ago: "three weeks already", "ten days since Oslo", "for two months now"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from redleaf.notes.date_ranges import ago
from redleaf.notes.regexes import regex
from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.verification import Claim

_DAYS = {
    "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "summer": 365,
    "winter": 365, "spring": 365, "autumn": 365, "christmas": 365,
}  # fmt: skip
_YEAR = 365
_UNITS = frozenset(_DAYS) | frozenset(f"{unit}{end}" for unit in _DAYS for end in ("s", "es"))
_NAMED = "|".join(_DAYS)
_SPAN = regex(
    rf" (?P<span>(?P<count>\w+(?: (?:and a half|\w+))?) (?P<unit>{_NAMED})(?:e?s)?) "
    r"(?:already|since|after the|on ,|now|gone|have (?:gone|passed|flown)|later)(?= )"
)
_NTH = regex(r" (?P<unit>day|week|month) (?P<span>(?P<count>\w+)) of(?= )")
_FOR = regex(
    rf" (?:we|i) (?:have|had)(?: \w+){{1,6}}? for (?P<span>(?P<count>\w+) (?P<unit>{_NAMED})s?)"
    r"(?: now)?(?= )"
)


def find_spans_of_time(reading: Reading) -> Iterator[Claim]:
    """Lengths of time since an encounter, when no encounter lies so far back."""
    if reading.language != "en" or not reading.known.days or not reading.brief.today:
        return
    if not reading.has_any(_UNITS):
        return
    for pattern in (_SPAN, _NTH, _FOR):
        for match in pattern.finditer(reading.flat):
            yield from _judge(reading, match)


def _judge(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "span")
    counted = [number for number in reading.numbers if first <= number.first <= last]
    words = match["count"].split()
    value = counted[0].value if counted else 1 if words[-1] in ("a", "one") else None
    today = reading.brief.today
    if value is None or today is None or first in reading.quoted or last in reading.dated:
        return
    first = counted[0].first if counted else last
    if match.re.pattern == _FOR.pattern and not reading.ties.is_of_both(first):
        return
    if match.re.pattern == _NTH.pattern and not (counted and _is_of_a_fact(reading, last)):
        return
    slack = counted[0].slack if counted else 0.0
    begin, end = ago(today, value, _DAYS[match["unit"]], slack)
    if _DAYS[match["unit"]] == _YEAR:  # "Eleven years since", until it is twelve.
        begin -= dt.timedelta(days=_YEAR - 1)
    if match.re.pattern == _NTH.pattern:  # The first day is the one after, or the very day.
        end += dt.timedelta(days=_DAYS[match["unit"]])
    facts = tuple(path for path, day in reading.known.days if begin <= day <= end)
    if facts:
        yield reading.supported("date", first, last, facts)
        return
    if any(abs(value - number) <= 0.001 for _, number in reading.known.figures.numbers):
        return
    day = max(day for _, day in reading.known.days)
    written = reading.text_of(first, last)
    why = f"You write {written}; the brief says {day.day} {day:%B %Y}."
    yield reading.unsupported("date", first, last, why)


def _is_of_a_fact(reading: Reading, at: int) -> bool:
    """ "Day four of long notes", where long notes are in the brief; not "day 41 of rain"."""
    following = range(at + 1, min(at + 5, reading.statement.clause_end(at)))
    return any(
        path.startswith(("promises.", "encounters."))
        for each in following
        if not is_small(reading.words[each].text)
        for path in reading.borne(each)
    )
