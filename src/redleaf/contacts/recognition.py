"""Recognition: how well somebody would know the user today, from encounters, letters and time.

Every encounter leaves a trace in the other's memory. Its depth depends on the kind (a talk in a
full hall leaves less than a shared meal), and it halves again and again with time. The more often
two people met, the slower each trace fades; years of working, living or being related side by
side add depth of their own. The curve is drawn in docs/recognition.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Met(Protocol):
    """An encounter, of a brief or of the store: its kind, and the last day it may have been."""

    @property
    def kind(self) -> str: ...

    @property
    def on(self) -> dt.date | None: ...


class Wrote(Protocol):
    """A letter between the user and somebody: who wrote it, and when."""

    @property
    def is_sent(self) -> bool: ...

    @property
    def at(self) -> dt.datetime | None: ...


CLOSE = 5.0
RECENT = 0.35


@dataclass(frozen=True, slots=True)
class Trace:
    """What one encounter of a kind leaves: its depth, and the days until half is left."""

    depth: float
    half_life: float
    lasting: bool = False


# Depths are judgements, not measurements: one conference chat is 1, everything else is beside it.
# The half-lives make that chat "recent" for about ten weeks, as people tell it of themselves.
TRACES = {
    "conference": Trace(1.0, 45),
    "talk": Trace(0.6, 45),
    "class": Trace(1.2, 60),
    "coffee": Trace(1.5, 60),
    "meal": Trace(2.0, 90),
    "call": Trace(1.0, 45),
    "online": Trace(0.7, 45),
    "work": Trace(4.0, 730, lasting=True),
    "neighbour": Trace(4.0, 730, lasting=True),
    "family": Trace(3.0, 1460, lasting=True),
    "introduction": Trace(0.0, 45),
    "other": Trace(1.0, 45),
}
# What they wrote themselves they remember better than what came to them among much else.
RECEIVED = Trace(0.3, 60)
SENT = Trace(0.1, 60)
# Letters alone make nobody close: they count for no more than this, however many.
MOST_OF_LETTERS = 2.0
_AGE_NOT_RECORDED = 180
_SLOWEST = 4.0
_MOST_YEARS = 3.0


def recognition(
    encounters: Sequence[Met], today: dt.date | None, letters: Sequence[Wrote] = ()
) -> str:
    """`close`, `recent`, `faded` or `unknown`.

    Who was met at all, or wrote once, is never `unknown` again, only `faded`; who was only
    introduced on paper, or only written to, has not been met. An encounter without a day counts as
    half a year old; without `today` all do. Of a span its last day counts.
    """
    depth = memory(encounters, today, letters)
    if depth >= CLOSE:
        return "close"
    met = any(_trace(each).depth for each in encounters if _age(each.on, today) >= 0)
    wrote = any(not each.is_sent and _age(_day(each), today) >= 0 for each in letters)
    if not (met or wrote):
        return "unknown"
    return "recent" if depth >= RECENT else "faded"


def memory(
    encounters: Sequence[Met], today: dt.date | None, letters: Sequence[Wrote] = ()
) -> float:
    """The number behind `recognition`: 0 for nobody, 1 for one conference chat today, no upper end.

    The sum over encounters of depth * 0.5 ** (age / (half-life * stretch)), where stretch grows by
    a half with each further encounter, to four at most; plus, for lasting kinds, a point for each
    year between the first and the last of them, to three at most, fading like the last one; plus
    the traces of letters, to two at most. Days after `today` have not happened yet.
    """
    past = [each for each in encounters if _age(each.on, today) >= 0]
    stretch = min(_SLOWEST, 1 + 0.5 * (len(past) - 1)) if past else 1.0
    met = sum(_left(each, today, stretch) for each in past)
    return met + _years_together(past, today, stretch) + _of_letters(letters, today)


def _of_letters(letters: Sequence[Wrote], today: dt.date | None) -> float:
    left = 0.0
    for each in letters:
        age, trace = _age(_day(each), today), SENT if each.is_sent else RECEIVED
        if age >= 0:
            left += trace.depth * float(0.5 ** (age / trace.half_life))
    return min(MOST_OF_LETTERS, left)


def _day(letter: Wrote) -> dt.date | None:
    return letter.at.date() if letter.at else None


def _left(met: Met, today: dt.date | None, stretch: float) -> float:
    trace = _trace(met)
    return trace.depth * float(0.5 ** (_age(met.on, today) / (trace.half_life * stretch)))


def _years_together(past: Sequence[Met], today: dt.date | None, stretch: float) -> float:
    lasting = sorted(
        (each for each in past if _trace(each).lasting and each.on),
        key=lambda each: each.on or dt.date.min,
    )
    if len(lasting) < 2 or not (lasting[0].on and lasting[-1].on):
        return 0.0
    years = min(_MOST_YEARS, (lasting[-1].on - lasting[0].on).days / 365.25)
    return years * _left(lasting[-1], today, stretch) / _trace(lasting[-1]).depth


def _age(on: dt.date | None, today: dt.date | None) -> int:
    """Days since; a guess of half a year when either day is missing."""
    return (today - on).days if on and today else _AGE_NOT_RECORDED


def _trace(met: Met) -> Trace:
    return TRACES.get(met.kind, TRACES["other"])
