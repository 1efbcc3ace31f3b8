"""Budget: the notes that a network lets out in any thirty days, and how many of them are left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from redleaf.networks import Network
from redleaf.notes.brief import Brief

# An invitation carries a note; whatever else one writes is a message, and not counted.
INVITING = ("connect", "reconnect")
# LinkedIn speaks of a month and does not say which: any thirty days are the careful reading.
WINDOW = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Budget:
    """`of` notes go out in any thirty days, `used` of them did.

    `resets_on` is the day on which the oldest of them counts no more and one note is free again;
    None when none is used, or when only their number is known.
    """

    network: Network
    of: int
    used: int
    resets_on: dt.date | None = None

    @property
    def left(self) -> int:
        return max(0, self.of - self.used)

    @property
    def is_spent(self) -> bool:
        return self.left == 0

    @property
    def sent_this_month(self) -> int:
        """What a brief says, which counts by the network's figure, so that as many are left.

        Where more are left than the network would let out, it is as if none had gone.
        """
        figure = self.network.notes_a_month()
        return self.used if figure in (None, self.of) else max(0, figure - self.left)

    def to_json(self) -> dict[str, Any]:
        return {
            "network": self.network.name,
            "of": self.of,
            "used": self.used,
            "left": self.left,
            "resets_on": self.resets_on.isoformat() if self.resets_on else None,
        }


def budget_on(
    network: Network, sent: Iterable[dt.date], today: dt.date, of: int | None = None
) -> Budget | None:
    """The budget on a day, from the days on which notes went out there.

    `of` is what the sender sees in their account, before the network's own figure. None where the
    network lets out as many as one likes, or nobody knows how many.
    """
    of = network.notes_a_month() if of is None else of
    if of is None:
        return None
    counted = sorted(day for day in sent if today - WINDOW < day <= today)
    # Where more went out than are let out (another kind of account then), several must lapse first.
    lapses = counted[max(0, len(counted) - of)] + WINDOW if counted else None
    return Budget(network, of, len(counted), lapses)


def budget_for(brief: Brief, network: Network | None) -> Budget | None:
    """The budget that a brief tells of; None where nothing counts or nobody counted."""
    if network is None or brief.sent_this_month is None or brief.aim not in INVITING:
        return None
    of = network.notes_a_month()
    return None if of is None else Budget(network, of, brief.sent_this_month)


def left_in_words(budget: Budget, today: dt.date | None) -> str:
    """ "3 of 5 LinkedIn notes left. One more is free on 4 December." """
    title = budget.network.title
    told, then = f"{budget.left} of {budget.of} {title} notes left.", "One more"
    if budget.is_spent:
        told, then = f"All {budget.of} {title} notes of these thirty days are used.", "The next"
    if budget.resets_on is None:
        return told
    return f"{told} {then} is free on {_day(budget.resets_on, today)}."


def parted(why: str, brief: Brief, budget: Budget | None) -> tuple[str, str]:
    """The reason of an advice, and a sentence of the notes left to stand beside it ("" for none).

    The advice counts from the brief alone, which does not know when the next note is free. Where
    none is left, that is the reason, and stays in it.
    """
    if budget is None:
        return why, ""
    told = budget_for(brief, budget.network)
    counted = left_in_words(told, brief.today) if told else ""
    known = left_in_words(budget, brief.today)
    if counted and budget.is_spent and counted in why:
        return why.replace(counted, known, 1), ""
    return why.replace(counted, "").strip() if counted else why, known


def _day(day: dt.date, today: dt.date | None) -> str:
    is_this_year = today is not None and day.year == today.year
    return f"{day.day} {day:%B}" + ("" if is_this_year else f" {day.year}")
