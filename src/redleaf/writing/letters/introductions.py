"""Introductions: each of two people is asked alone, and only then do both get one letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.drafting import draft
from redleaf.writing.drafts import Draft, Question
from redleaf.writing.facts import read_material
from redleaf.writing.languages import language_or_english
from redleaf.writing.letters.joint import joint_letter
from redleaf.writing.letters.people import who_in_short

_WHY = (
    "Ask both first, each alone, so that a no costs nothing. The letter to both is for when both "
    "said yes."
)


@dataclass(frozen=True, slots=True)
class Ask:
    """The letter that asks one of the two; `draft` is None where none could be written."""

    name: str
    draft: Draft | None

    def to_json(self) -> dict[str, Any]:
        return {"to": self.name, "draft": self.draft.to_json() if self.draft else None}


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two asks, and the letter to both for when both said yes.

    `question` is what would make all three better; without an answer to it some may be missing.
    """

    why: str
    asks: tuple[Ask, Ask]
    joint: Draft | None
    question: Question | None = None

    def to_json(self) -> dict[str, Any]:
        """The answer as in the JSON contract (schema 1, docs/json.md)."""
        return {
            "schema": 1,
            "why": self.why,
            "asks": [ask.to_json() for ask in self.asks],
            "joint": self.joint.to_json() if self.joint else None,
            "question": self.question.to_json() if self.question else None,
        }


def introduction(one: Brief, other: Brief, *, about: str = "", seed: int = 0) -> Introduction:
    """Letters that introduce the readers of two briefs to each other.

    `about` is what the two could talk about, as a noun phrase; it reaches both of them. Each ask
    says only what its own brief holds, and of the other one the name, the work and `about`:
    what one of them told in confidence does not get to the other.
    """
    asks = (_ask(one, other, about, seed), _ask(other, one, about, seed))
    joint = joint_letter(one, other, about=about, seed=seed)
    return Introduction(_WHY, asks, joint, _question(one, other, about))


def _question(one: Brief, other: Brief, about: str) -> Question | None:
    """What the two could talk about, when nobody said so in words that a letter can hold."""
    if about.strip():
        asking = replace(one, aim="introduce", ask=about, encounters=())
        tongue = language_or_english(one.recipient.language)
        if "reason" in read_material(asking, tongue).base:
            return None
    names = f"{one.recipient.called} and {other.recipient.called}"
    return Question("ask", f"What could {names} talk about, in a few words?")


def _ask(brief: Brief, other: Brief, about: str, seed: int) -> Ask:
    """The ask to the reader of `brief`; none where nothing says why the two should meet."""
    name, who = brief.recipient.name, who_in_short(other.recipient)
    if not about.strip() and who == other.recipient.name:
        return Ask(name, None)
    sender = replace(brief.sender, offers=(f"introduction to {who}",))
    asking = replace(
        brief, aim="introduce", network="email", limit=None, sender=sender, promises=(), ask=about
    )
    drafts = draft(asking, n=1, seed=seed).drafts
    return Ask(name, drafts[0] if drafts else None)
