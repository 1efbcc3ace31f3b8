"""Tokens: the words of a text, folded, each with its span in the original."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from redleaf.notes.folding import Folded
from redleaf.notes.patterns import ends_of
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

# Apostrophes stay inside a word ("i'd"); hyphens part words, so "follow-up" meets "follow up".
_WORD = regex(r"([^\W_]+(?:'[^\W_]+)*)")


class Token(NamedTuple):
    """A folded word and where it stands in the original text."""

    word: str
    start: int
    end: int


class Worded(NamedTuple):
    """The words of a text, folded, where each begins and ends in the original text, and for each
    the index just past its sentence's last word."""

    words: tuple[str, ...]
    starts: list[int]
    ends: list[int]
    sentence_ends: list[int]


def tokens_of(folded: Folded) -> tuple[Token, ...]:
    return tuple(map(Token, *_placed(folded)))


def worded(folded: Folded, sentences: Sequence[Span]) -> Worded:
    """The words with their places, in one pass."""
    words, starts, ends = _placed(folded)
    sentence_ends = ends_of(starts, [sentence.end for sentence in sentences])
    return Worded(tuple(words), starts, ends, sentence_ends)


def _placed(folded: Folded) -> tuple[list[str], list[int], list[int]]:
    # What lies between two words, and a word, in turns: where each ends is the sum of all before.
    pieces = _WORD.split(folded.text)
    reached = list(accumulate(map(len, pieces)))
    starts, ends = reached[:-1:2], reached[1::2]
    if not folded.is_in_place:
        starts, ends = list(map(folded.start, starts)), list(map(folded.end, ends))
    return pieces[1::2], starts, ends
