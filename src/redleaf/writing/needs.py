"""Needs: whom the notes that are left go to, when there are more people than notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redleaf.contacts.recognition import recognition
from redleaf.notes.brief import Brief
from redleaf.notes.envelope import TITLES

# Whoever has forgotten the user is the one whom a note changes most: it brings something back.
# A stranger judges a stranger; who met them last week knows the name without a note.
_BY_RECOGNITION = {"faded": 3.0, "unknown": 2.5, "recent": 1.0, "close": 0.0}
_OF_A_PROMISE = 1.5
_OF_A_FORMAL_READER = 1.0
_WHY = {
    "faded": "{who} may not place your name any more, and a note brings it back.",
    "unknown": "{who} does not know you, and a request without a word says nothing.",
    "recent": "{who} met you lately and would know your name.",
    "close": "{who} knows you well.",
}
_PROMISED = " You made them a promise that the note keeps in mind."
_FORMAL = " To a formal reader a bare request looks careless."


@dataclass(frozen=True, slots=True)
class Need:
    """How much one person needs a note: `rank` counts from 1, `why` is a sentence or two.

    `place` is where their brief stood among those given; `has_note` says that one is left for them.
    """

    place: int
    rank: int
    has_note: bool
    why: str

    def to_json(self) -> dict[str, Any]:
        return {"rank": self.rank, "note": self.has_note, "why": self.why}


def needs_most(briefs: Sequence[Brief], left: int) -> tuple[Need, ...]:
    """The needs of all, the greatest first; the first `left` of them get a note.

    To be asked about people to whom a note can go at all. Who is equal keeps the order given.
    """
    order = sorted(range(len(briefs)), key=lambda place: -_weight(briefs[place]))
    return tuple(
        Need(place, rank, rank <= left, _why(briefs[place])) for rank, place in enumerate(order, 1)
    )


def _weight(brief: Brief) -> float:
    return (
        _BY_RECOGNITION[_known(brief)]
        + _OF_A_PROMISE * bool(brief.promises)
        + _OF_A_FORMAL_READER * _is_formal(brief)
    )


def _why(brief: Brief) -> str:
    why = _WHY[_known(brief)].format(who=brief.recipient.called)
    return f"{why}{_PROMISED if brief.promises else ''}{_FORMAL if _is_formal(brief) else ''}"


def _known(brief: Brief) -> str:
    return brief.recognition or recognition(brief.encounters, brief.today)


def _is_formal(brief: Brief) -> bool:
    titled = any(word.strip(".,").lower() in TITLES for word in brief.recipient.name.split())
    return brief.recipient.register == "formal" or (titled and brief.recipient.register != "close")
