"""Candidates: notes that somebody else worded, read as far as the choice needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redleaf.notes.brief import Brief
from redleaf.notes.envelope import greeting_of
from redleaf.notes.regexes import regex
from redleaf.writing.drafts import FactSpan, Move
from redleaf.writing.retelling import facts_retold
from redleaf.writing.verifier import Verification
from redleaf.writing.worth import HOOKS, kind_of

_MOVE_OF = {
    "sender.offers": "give",
    "promises": "give",
    "ask": "ask",
}
_SENTENCE = regex(r"\S[^.?!]*[.?!]*[”\"’»]?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A whole note, greeting and name included. `by` says who worded it; never "offline"."""

    text: str
    by: str
    tone: str = "plain"


def body_of(text: str) -> str:
    """The note behind its greeting."""
    greeting = greeting_of(text)
    return text[greeting.span.end :].strip(" ,:\n") if greeting else text


def facts_told(text: str, found: Verification, brief: Brief) -> tuple[FactSpan, ...]:
    """The words that claim something, each with the facts that bear it out, and facts retold."""
    claimed = {
        FactSpan(path, claim.start, claim.end) for claim in found.claims for path in claim.facts
    }
    claimed |= set(facts_retold(text, brief))
    return tuple(sorted(claimed, key=lambda fact: (fact.start, fact.end, fact.path)))


def moves_told(text: str, facts: tuple[FactSpan, ...]) -> Iterator[Move]:
    """What each sentence does, judged by the facts it tells and by whether it asks."""
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        paths = tuple(dict.fromkeys(f.path for f in facts if start <= f.start < end))
        told = [path for path in paths if not path.startswith(("recipient.", "sender.name"))]
        if told or sentence.group().endswith("?"):
            yield Move(_move(told), start, end, paths)


def _move(paths: list[str]) -> str:
    kinds = [kind_of(path) for path in paths]
    for kind in kinds:
        if kind in _MOVE_OF:
            return _MOVE_OF[kind]
    if any(kind in HOOKS for kind in kinds):
        return "hook"
    return "anchor" if kinds else "ask"
