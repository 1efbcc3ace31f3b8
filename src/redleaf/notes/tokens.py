"""Tokens: the words of a text, folded, each with its span in the original."""

from __future__ import annotations

from typing import NamedTuple

from redleaf.notes.folding import Folded
from redleaf.notes.regexes import regex

# Apostrophes stay inside a word ("i'd"); hyphens part words, so "follow-up" meets "follow up".
_WORD = regex(r"[^\W_]+(?:'[^\W_]+)*")


class Token(NamedTuple):
    """A folded word and where it stands in the original text."""

    word: str
    start: int
    end: int


def tokens_of(folded: Folded) -> tuple[Token, ...]:
    start, end = folded.start, folded.end
    return tuple(
        Token(match.group(), start(match.start()), end(match.end()))
        for match in _WORD.finditer(folded.text)
    )
