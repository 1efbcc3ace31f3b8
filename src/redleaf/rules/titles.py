"""Titles: what a greeting calls the reader, held against the title their name begins with."""

from __future__ import annotations

import re
from typing import NamedTuple

from redleaf.notes.brief import Recipient
from redleaf.notes.folding import fold_text
from redleaf.notes.note import Note
from redleaf.notes.spans import Span

_HIS = frozenset("mr sir herr herrn monsieur senor sr signor signore sig heer dhr meneer".split())
_HERS = frozenset(
    "mrs ms miss madam frau madame mme mlle mademoiselle senora sra srta signora dottoressa dra "
    "mevrouw mevr mw".split()
)
_DEGREES = frozenset("dr prof professor professeur profesor profesora dott dottor dra".split())
_WORD = re.compile(r"[^\W\d_]+")


class Title(NamedTuple):
    """A title in the greeting and the one that the brief has."""

    span: Span
    right: str


def title_of_another(note: Note, who: Recipient) -> Title | None:
    """The title of the other sex, where the reader's name begins with one that tells."""
    right = next((word for word in _leading(who.name) if _sex(word)), "")
    for span in _greeted(note) if right else ():
        sex = _sex(span.of(note.text))
        if sex and sex != _sex(right):
            return Title(span, right)
    return None


def degree_left_out(note: Note, who: Recipient) -> Title | None:
    """A "Mr" or "Ms" where the reader's name begins with a doctor's or professor's title."""
    right = next((word for word in _leading(who.name) if _folded(word) in _DEGREES), "")
    spans = list(_greeted(note)) if right else []
    words = [_folded(span.of(note.text)) for span in spans]
    if not right or any(word in _DEGREES for word in words):
        return None
    return next((Title(span, right) for span in spans if _sex(span.of(note.text))), None)


def _leading(name: str) -> list[str]:
    """The words of a name before its first that is no title."""
    words: list[str] = []
    for word in name.split():
        if not (_sex(word) or _folded(word) in _DEGREES):
            break
        words.append(word.strip(","))
    return words if len(words) < len(name.split()) else []


def _greeted(note: Note) -> list[Span]:
    end = note.greeting.span.end if note.greeting else 0
    return [Span(*match.span()) for match in _WORD.finditer(note.text, 0, end)]


def _sex(word: str) -> str:
    folded = _folded(word)
    return "his" if folded in _HIS else "hers" if folded in _HERS else ""


def _folded(word: str) -> str:
    return fold_text(word).strip(".,")
