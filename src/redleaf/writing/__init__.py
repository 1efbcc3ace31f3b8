"""Writing: from a brief to notes that say nothing but its facts, or to one good question."""

from redleaf.writing.drafting import draft
from redleaf.writing.drafts import Draft, Drafting, FactSpan, Move, Question

__all__ = ["Draft", "Drafting", "FactSpan", "Move", "Question", "draft"]
