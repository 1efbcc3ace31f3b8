"""Quotations: what stands in double quotation marks, and so may be somebody else's words."""

from __future__ import annotations

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

_MARKS = ('"', "\u201c", "\u201e", "\u00ab")
# An opening mark ends what was opened before it: a text of nothing but marks stays quick to read.
_QUOTATION = regex(
    "\u201c[^\u201c\u201d\n]+\u201d|\u201e[^\u201c\u201d\u201e\n]+[\u201c\u201d]"
    '|\u00ab[^\u00ab\u00bb\n]+\u00bb|"[^"\n]+"'
)


def quotations_of(text: str, *, shortest: int) -> list[Span]:
    """The quotations in `text` with their marks, in order and apart; linear in its length.

    Those with fewer than `shortest` characters between the marks are passed over.
    """
    if not any(mark in text for mark in _MARKS):
        return []
    found = (Span(*match.span()) for match in _QUOTATION.finditer(text))
    return [span for span in found if span.end - span.start >= shortest + 2]
