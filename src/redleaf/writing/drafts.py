"""What draft() gives: drafts with their moves, facts and report, or a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from redleaf.judging.report import Report

ADVICE = ("note", "no-note", "email-first", "after-acceptance", "ask-me")


@dataclass(frozen=True, slots=True)
class Move:
    """One of anchor, hook, give, ask: the code points it covers and the facts it rests on."""

    move: str
    start: int
    end: int
    facts: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {"move": self.move, "start": self.start, "end": self.end, "facts": list(self.facts)}


@dataclass(frozen=True, slots=True)
class FactSpan:
    """Which code points of a text come from the fact at `path`."""

    path: str
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        return {"path": self.path, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Draft:
    """One note. `length` and `limit` are in code points; `limit` is None where there is none."""

    text: str
    tone: str
    limit: int | None
    moves: tuple[Move, ...]
    facts: tuple[FactSpan, ...]
    report: Report

    @property
    def length(self) -> int:
        return len(self.text)

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "tone": self.tone,
            "length": self.length,
            "limit": self.limit,
            "moves": [move.to_json() for move in self.moves],
            "facts": [span.to_json() for span in self.facts],
            "report": {
                "verdict": self.report.verdict,
                "scores": self.report.scores.to_json(),
                "findings": [finding.to_json() for finding in self.report.findings],
            },
        }


@dataclass(frozen=True, slots=True)
class Question:
    """The one question whose answer would change the note most; `about` is a path of the brief."""

    about: str
    text: str

    def to_json(self) -> dict[str, str]:
        return {"about": self.about, "text": self.text}


@dataclass(frozen=True, slots=True)
class Drafting:
    """Advice with its reason, and drafts or a question.

    `drafts` keep the brief's limit and go with the invitation (or, where there is none, are the
    message). `afterwards` are words for after it is accepted, or for an e-mail, where the
    invitation itself can hold none. `set_aside` are paths of facts that were not sound.
    """

    advice: str
    why: str
    drafts: tuple[Draft, ...] = ()
    question: Question | None = None
    afterwards: tuple[Draft, ...] = ()
    set_aside: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The answer as in the JSON contract (schema 1, docs/json.md)."""
        return {
            "schema": 1,
            "advice": self.advice,
            "why": self.why,
            "drafts": [draft.to_json() for draft in self.drafts],
            "question": self.question.to_json() if self.question else None,
            "afterwards": [draft.to_json() for draft in self.afterwards],
            "set_aside": list(self.set_aside),
        }
