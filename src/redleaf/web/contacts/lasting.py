"""How long recognition lasts: the days on which it falls if nothing more happens.

Recognition falls with time alone, so these days are known beforehand, and lists need not count
the memory of everybody each time somebody looks. Days stand as in `date.toordinal`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from redleaf.contacts.recognition import CLOSE, RECENT, Met, Wrote, memory, recognition

FOREVER = dt.date.max.toordinal()
NOT_MET = -1


@dataclass(frozen=True, slots=True)
class Lasting:
    """The last day on which somebody is close, and the last on which they would know the user.

    Both are 0 where that never was, and `NOT_MET` where the two have not met. What lies ahead
    counts from its day on: from `reckon_on` they have to be reckoned anew.
    """

    close_until: int
    known_until: int
    reckon_on: int = FOREVER

    def on(self, day: dt.date) -> str:
        """The recognition of a day, from the one of the reckoning to that before `reckon_on`."""
        if self.known_until == NOT_MET:
            return "unknown"
        if self.close_until >= day.toordinal():
            return "close"
        return "recent" if self.known_until >= day.toordinal() else "faded"


class MetOn(NamedTuple):
    """An encounter as recognition counts it."""

    kind: str
    on: dt.date | None


class WroteAt(NamedTuple):
    """A letter as recognition counts it."""

    is_sent: bool
    at: dt.datetime | None


def lasting(met: Sequence[Met], letters: Sequence[Wrote], today: dt.date) -> Lasting:
    """Until when these encounters and letters are remembered, as reckoned on `today`."""
    days = [each.on for each in met if each.on]
    days += [each.at.date() for each in letters if each.at]
    ahead = [day.toordinal() for day in days if day > today]
    reckon_on = min(ahead, default=FOREVER)
    if recognition(met, today, letters) == "unknown":
        return Lasting(NOT_MET, NOT_MET, reckon_on)
    if ahead:
        met = [each for each in met if not each.on or each.on <= today]
        letters = [each for each in letters if not each.at or each.at.date() <= today]
    # Since the last of them, memory only falls; before that day it may have risen.
    last = max((day.toordinal() for day in days if day <= today), default=today.toordinal())
    known_until = _last_day(met, letters, last, RECENT)
    close_until = _last_day(met, letters, last, CLOSE) if known_until else 0
    return Lasting(close_until, known_until, reckon_on)


def _last_day(met: Sequence[Met], letters: Sequence[Wrote], first: int, depth: float) -> int:
    """The last day from `first` on at which memory is so deep; 0 where it is not even then."""

    def is_deep(day: int) -> bool:
        return memory(met, dt.date.fromordinal(day), letters) >= depth

    if not is_deep(first):
        return 0
    near, step = first, 32
    while is_deep(far := min(near + step, FOREVER)):
        if far == FOREVER:
            return FOREVER
        near, step = far, step * 2
    while far - near > 1:
        middle = (near + far) // 2
        near, far = (middle, far) if is_deep(middle) else (near, middle)
    return near
