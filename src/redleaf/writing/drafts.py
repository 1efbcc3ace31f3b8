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
    """One note. `length` and `limit` are in code points; `limit` is None where there is none.

    `by` is who worded it: "offline", or the name of a language model. `subject` stands above a
    mail; other notes have none.
    """

    text: str
    tone: str
    limit: int | None
    moves: tuple[Move, ...]
    facts: tuple[FactSpan, ...]
    report: Report
    by: str = "offline"
    subject: str = ""

    @property
    def length(self) -> int:
        return len(self.text)

    def to_json(self) -> dict[str, Any]:
        return {
            **({"subject": self.subject} if self.subject else {}),
            "text": self.text,
            "tone": self.tone,
            "by": self.by,
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
class Declined:
    """A candidate that was not shown, who worded it, and why, as half a sentence."""

    text: str
    by: str
    why: str

    def to_json(self) -> dict[str, str]:
        return {"text": self.text, "by": self.by, "why": self.why}


@dataclass(frozen=True, slots=True)
class Drafting:
    """Advice with its reason, and drafts or a question.

    `drafts` keep the brief's limit and go with the invitation (or, where there is none, are the
    message). `afterwards` are words for after it is accepted, or for an e-mail, where the
    invitation itself can hold none. `set_aside` are paths of facts that were not sound. `email` is
    the mail that goes with an invitation, where one was asked for or has to go first. `declined`
    are the candidates that were handed over and are not among the drafts.
    """

    advice: str
    why: str
    drafts: tuple[Draft, ...] = ()
    question: Question | None = None
    afterwards: tuple[Draft, ...] = ()
    set_aside: tuple[str, ...] = ()
    email: Draft | None = None
    declined: tuple[Declined, ...] = ()

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
            **({"email": self.email.to_json()} if self.email else {}),
            **({"declined": [each.to_json() for each in self.declined]} if self.declined else {}),
        }
