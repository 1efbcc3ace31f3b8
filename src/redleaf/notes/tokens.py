"""Tokens: the words of a text, folded, each with its span in the original."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from redleaf.notes.folding import Folded
from redleaf.notes.patterns import ends_of
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

# Apostrophes stay inside a word ("i'd"); hyphens part words, so "follow-up" meets "follow up".
_WORD = regex(r"[^\W_]+(?:'[^\W_]+)*")


class Token(NamedTuple):
    """A folded word and where it stands in the original text."""

    word: str
    start: int
    end: int


class Worded(NamedTuple):
    """The words of a text, folded, and for each the index just past its sentence's last word."""

    words: tuple[str, ...]
    ends: list[int]


def tokens_of(folded: Folded) -> tuple[Token, ...]:
    words = _WORD.findall(folded.text)
    return tuple(Token(word, *place) for word, place in zip(words, places_of(folded), strict=True))


def places_of(folded: Folded) -> list[tuple[int, int]]:
    """Where each word begins and ends in the original text."""
    places = [match.span() for match in _WORD.finditer(folded.text)]
    if folded.is_in_place:
        return places
    return [(folded.start(start), folded.end(end)) for start, end in places]


def worded(folded: Folded, sentences: Sequence[Span]) -> Worded:
    """The words by sentence: without their places, which few texts are asked for."""
    if not folded.is_in_place:
        starts = [start for start, _ in places_of(folded)]
        ends = ends_of(starts, [sentence.end for sentence in sentences])
        return Worded(tuple(_WORD.findall(folded.text)), ends)
    words: list[str] = []
    ends = []
    for start, end in sentences:
        found = _WORD.findall(folded.text, start, end)
        words += found
        ends += [len(words)] * len(found)
    return Worded(tuple(words), ends)
