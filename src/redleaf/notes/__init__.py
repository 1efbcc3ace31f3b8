"""A text and what can be seen in it: sentences, tokens, envelope, skeleton, language, brief."""

from redleaf.notes.brief import Brief
from redleaf.notes.note import KINDS, Note
from redleaf.notes.skeleton import skeleton
from redleaf.notes.spans import Span

__all__ = ["KINDS", "Brief", "Note", "Span", "skeleton"]
