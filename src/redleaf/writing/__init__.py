"""Writing: from a brief to notes that say nothing but its facts, or to one good question."""

from redleaf.writing.candidates import Candidate
from redleaf.writing.drafting import draft
from redleaf.writing.drafts import Draft, Drafting, FactSpan, Move, Question
from redleaf.writing.written import Written

__all__ = [
    "Candidate",
    "Draft",
    "Drafting",
    "FactSpan",
    "Move",
    "Question",
    "Written",
    "draft",
]
