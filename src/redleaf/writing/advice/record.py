"""What advice says: what to do, and why."""

from __future__ import annotations

from dataclasses import dataclass

from redleaf.writing.drafts import Question


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do and why; `question` for ask-me.

    `writes` when drafts belong to it; `goes_along` when they may go with the invitation itself,
    False when they are words for afterwards, whatever the limit says.
    """

    advice: str
    why: str
    question: Question | None = None
    writes: bool = True
    goes_along: bool = True
