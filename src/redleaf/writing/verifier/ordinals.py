"""The how-manieth: "third", "80th", "last"."""

from __future__ import annotations

from redleaf.notes.regexes import regex

_ORDINAL_WORDS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last".split()
)
_ORDINAL_FIGURES = regex(r"\d+(?:st|nd|rd|th)")


def is_ordinal(word: str) -> bool:
    """Whether a folded word says the how-manieth: "third", "80th", "last"."""
    return word in _ORDINAL_WORDS or _ORDINAL_FIGURES.fullmatch(word) is not None
