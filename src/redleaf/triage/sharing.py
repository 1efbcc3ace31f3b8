"""Sharing: how much of a letter stands word for word in another, told sentence by sentence.

People who write about one talk share its name and little else; a letter that was filled in shares
its sentences, however its slots differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.envelope import greeting_of
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex

_WORD = regex(r"\d+|[^\W\d_]+")
_SENTENCE_END = regex(r"[.!?\u3002\uff01\uff1f\n]+")
_RUN = 3
_FEWEST_WORDS = 12
# A reference that all have fills one sentence; so much of a letter, and two of its sentences, is
# the letter. One that is a single sentence has to be nearly the same.
_SAME, _SAME_ALONE = 0.5, 0.75
_SENTENCE, _SENTENCES = 0.5, 2
# Those a new letter is held against: the latest of those that have a rare run with it.
_HELD_AGAINST, _USUAL_RUN = 8, 60

Run = tuple[str, ...]


class Shares(NamedTuple):
    """What of a letter stands in another: the share of its words, 0 to 1, and how many sentences
    do so at least by half; `of` is how many sentences there are."""

    words: float
    sentences: int
    of: int


class Letter:
    """A text as words in its sentences, without greeting; numbers are one word."""

    def __init__(self, text: str) -> None:
        greeting = greeting_of(text)
        body = text[greeting.span.end :] if greeting else text
        parts = (_words(part) for part in _SENTENCE_END.split(fold_text(body)))
        self.sentences = [part for part in parts if part]
        self.runs = frozenset(run for part in self.sentences for run in _runs(part))

    @property
    def size(self) -> int:
        return sum(map(len, self.sentences))

    def shares_of(self, other: Letter) -> Shares:
        found = [sum(_is_shared(part, other.runs)) for part in self.sentences]
        halves = sum(
            count >= _SENTENCE * len(part)
            for count, part in zip(found, self.sentences, strict=True)
        )
        return Shares(sum(found) / max(1, self.size), halves, len(found))


@lru_cache(maxsize=8192)
def letter_of(text: str) -> Letter:
    return Letter(text)


def shared_words(one: Letter, other: Letter) -> float:
    """The share of words, 0 to 1, that each has of the other at least."""
    return min(one.shares_of(other).words, other.shares_of(one).words)


def is_same_letter(one: Letter, other: Letter) -> bool:
    """Whether two letters share their sentences, and not only what they are about."""
    if min(one.size, other.size) < _FEWEST_WORDS:
        return False
    return _is_made_of(one, other) and _is_made_of(other, one)


def same_letters(letters: Sequence[Letter]) -> Iterator[list[int]]:
    """The places of letters that share their sentences, in groups that may overlap.

    Each is held against few of those with which it has a run of words in common, so that a pile of
    thousands takes no longer a letter than one of hundreds.
    """
    holders: dict[Run, list[int]] = defaultdict(list)
    for at, letter in enumerate(letters):
        near = _held_against(letter, holders)
        same = [other for other in near if is_same_letter(letter, letters[other])]
        if same:
            yield [at, *same]
        for run in letter.runs:
            holders[run].append(at)


def _held_against(letter: Letter, holders: dict[Run, list[int]]) -> list[int]:
    """The places of those with most runs in common, the first of equals."""
    common: dict[int, int] = defaultdict(int)
    for run in letter.runs:
        for other in holders.get(run, ())[-_USUAL_RUN:]:
            common[other] += 1
    return sorted(common, key=lambda other: (-common[other], other))[:_HELD_AGAINST]


def _is_made_of(one: Letter, other: Letter) -> bool:
    shares = one.shares_of(other)
    if shares.of == 1:
        return shares.words >= _SAME_ALONE
    return shares.words >= _SAME and shares.sentences >= _SENTENCES


def _words(folded: str) -> tuple[str, ...]:
    return tuple("0" if word.isdigit() else word for word in _WORD.findall(folded))


def _runs(words: Sequence[str]) -> Iterator[Run]:
    # A sentence of two words is a run by itself.
    for at in range(max(1, len(words) - _RUN + 1)):
        yield tuple(words[at : at + _RUN])


def _is_shared(words: Sequence[str], runs: frozenset[Run]) -> list[bool]:
    shared = [False] * len(words)
    for at, run in enumerate(_runs(words)):
        if run in runs:
            shared[at : at + len(run)] = [True] * len(run)
    return shared
