"""Scenes: briefs of invented people in one language, to fill every frame of it with.

Each language has its facts in a scenes.py of its own: ten of each kind, each of another shape.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.phrasebook import Frame

DAYS = [
    "2026-11-20",
    "2026-11-19",
    "2026-11-15",
    "2026-11-12",
    "2026-10-30",
    "2026-05-04",
    "2025-06-01",
    "2019-07-07",
    "2004-03-03",
    "1977-06-30",
]


@dataclass(frozen=True, eq=False)
class Facts:
    """What the scenes of one language are made of; `minutes`, `theirs` and the like are events."""

    code: str
    sender: str
    company: str
    names: Sequence[str]
    topics: Sequence[str]
    events: Sequence[str]
    places: Sequence[str]
    said: Sequence[str]
    offers: Sequence[str]
    promises: Sequence[str]
    shared: Sequence[str]
    headlines: Sequence[str]
    works: Sequence[tuple[str, str, str]]
    minutes: Sequence[str]
    theirs: Sequence[str]
    invitation: str
    kindnesses: Sequence[str]
    kindness_gap: str
    """A part of the gap that a kindness fills."""
    question: str
    indirect_question: str


@cache
def facts_of(code: str) -> Facts:
    facts = import_module(f"tests.writing.languages.{code}.scenes").FACTS
    assert isinstance(facts, Facts)
    return facts


def scenes_for(frame: Frame, facts: Facts) -> Iterator[Brief]:
    """Ten briefs that could use `frame`, each with a fact of another shape in every field."""
    kinds = sorted(frame.when.get("kinds", {"conference"}))
    aims = frame.when.get("aim")
    for number in range(10):
        yield scene(
            facts,
            number,
            kinds[number % len(kinds)],
            **{key: min(frame.when[key]) for key in ("register", "known") if key in frame.when},
            aim=min(aims) if aims else "connect",
            needs=frame.when.get("needs", frozenset()) & {"minutes", "theirs"}
            | ({"asked_how"} if "{asked_how}" in frame.text else frozenset()),
            absent=frame.when.get("absent", frozenset()),
            thanks=facts.kindness_gap in frame.text,
            invited="at_event" not in frame.text,
        )


@cache
def scene(
    facts: Facts,
    number: int,
    kind: str,
    *,
    register: str = "peer",
    aim: str = "connect",
    known: str = "recent",
    needs: frozenset[str] = frozenset(),
    absent: frozenset[str] = frozenset(),
    thanks: bool = False,
    invited: bool = True,
) -> Brief:
    """One brief; `number` from 0 to 9 picks the shapes."""
    event = facts.events[number]
    if "minutes" in needs:
        event = facts.minutes[number % len(facts.minutes)]
    if "theirs" in needs:
        event = facts.theirs[number % len(facts.theirs)]
    if aim == "answer" and invited:
        event = facts.invitation
    if absent & {"event", "invitation"} or kind in ("call", "introduction"):
        event = ""
    kindness = facts.kindnesses[number % len(facts.kindnesses)]
    encounter: dict[str, Any] = {
        "kind": kind,
        "on": DAYS[7 + number % 3] if known == "faded" else DAYS[number % 7],
        "event": event,
        "place": facts.places[number],
        "topics": [kindness if thanks else facts.topics[number]],
        "said": facts.said[number],
        "introduced_by": "Ngozi Bell",
    }
    kind_of_work, title, where = facts.works[number]
    return Brief.from_json(
        {
            "today": "2026-11-20",
            "network": "linkedin",
            "aim": aim,
            "recognition": known,
            "sender": {
                "name": facts.sender,
                "headline": facts.headlines[number],
                "offers": [facts.offers[number]],
            },
            "recipient": {
                "name": "Mira Holt" if "theirs" in needs else facts.names[number],
                "register": register,
                "language": facts.code,
                "company": facts.company,
            },
            "encounters": [encounter],
            "noticed": [{"kind": kind_of_work, "title": title, "where": where}],
            "shared": [facts.shared[number]],
            "mutual": ["Ngozi Bell"],
            "promises": [facts.promises[number]],
            "ask": facts.indirect_question if "asked_how" in needs else facts.question,
        }
    )
