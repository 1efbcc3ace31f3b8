"""Common ground: what a group of notes has in common, and how much of each note that explains.

What counts is content. A note after an event shares its opening and its sign-off with the others
and yet says something of its own; a letter that was merged has nothing but its slots. So stock
words weigh little, words that most others have too are explained, words in a slot of a frame that
all share are nearly explained, and a sentence that nobody else has is the writer's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

from redleaf.batch.phrasing import Phrasing, Sentence
from redleaf.batch.stock_words import is_stock

# From this share of a group on a term is wholly common; one of three spellings of it is, too.
_COMMON = 0.35
# Below this hardly anybody else has it.
_HARDLY = 0.3
# What a stock word weighs beside a word with content: where it is shared, and where it is not.
_STOCK_SHARED, _STOCK_OWN = 0.35, 0.25
# How common neighbouring words have to be to stand in a frame, and how many make a frame.
_FRAMED = 0.6
_FRAME_LEAST = 4
# What words weigh in the one slot of a frame: with each further word less of a slot.
_IN_SLOT, _IN_LONGER_SLOT = 0.2, 0.07
# ... in a sentence that says the same in other words; and where a sentence shares less than that.
_IN_PARAPHRASE, _PARAPHRASED = 0.5, 0.3
_IN_STOCK = 0.9
_IN_OWN_SENTENCE = 1.5
# How many of a group must have a term that is retold, and how many of them at most in a frame.
_HELD, _REPEATED = 0.7, 0.67
_STOCK_RETOLD = 0.5

Key = TypeVar("Key")


class Reading(NamedTuple):
    """What a group tells of a note: the share of its content that the group explains, 0 to 1, the
    weight of what they have in common, and of what the note says in sentences of its own; a word
    of content is 1. `own` is how many words of content hardly anybody else has, in any sentence."""

    explained: float
    common: float
    said: float
    own: int


class CommonGround:
    """How common each term, and each pair of neighbouring words, is in a group: 0 to 1."""

    def __init__(self, phrasings: Sequence[Phrasing], weights: Sequence[int] | None = None) -> None:
        """`weights` tell for how many equal notes each phrasing stands."""
        terms: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        weights = weights or [1] * len(phrasings)
        for phrasing, weight in zip(phrasings, weights, strict=True):
            for term in phrasing.terms:
                terms[term] += weight
            for pair in phrasing.pairs():
                pairs[pair] += weight
        self.terms = _commonness(terms, sum(weights))
        self.pairs = _commonness(pairs, sum(weights))

    def explains(self, phrasing: Phrasing) -> float:
        """The share of a note's content, 0 to 1, that the group has in common."""
        return self.read(phrasing).explained

    def read(self, phrasing: Phrasing) -> Reading:
        common = alone = said = 0.0
        for sentence in phrasing.sentences:
            shared, own = self._weights(sentence)
            counts = self._owned(sentence, shared, own)
            common += shared
            alone += own * counts
            said += own if counts == _IN_OWN_SENTENCE else 0.0
        content = common + alone
        return Reading(common / content if content else 1.0, common, said, self._own(phrasing))

    def _own(self, phrasing: Phrasing) -> int:
        return sum(
            self.terms.get(term, 0) < _HARDLY and not is_stock(term) for term in phrasing.terms
        )

    def is_common(self, sentence: Sentence) -> list[bool]:
        """For each word whether it is common ground: by its meaning, or in a frame."""
        return [
            is_framed or bool(term and self.terms.get(term, 0) >= _FRAMED)
            for is_framed, term in zip(self._framed(sentence), sentence.terms, strict=True)
        ]

    @cached_property
    def core(self) -> frozenset[str]:
        """The terms that are wholly common."""
        return frozenset(term for term, share in self.terms.items() if share >= _FRAMED)

    def held(self, phrasing: Phrasing) -> float:
        """The share of the wholly common terms that a note has: little where several texts are
        in the group, however much of each is explained."""
        core = self.core
        return len(phrasing.terms & core) / len(core) if core else 0.0

    def form(self) -> frozenset[tuple[str, str]]:
        """The neighbouring words that are in frames."""
        return frozenset(pair for pair, share in self.pairs.items() if share >= _FRAMED)

    def retold(self, phrasings: Sequence[Phrasing]) -> float:
        """The weight of the terms that most of the group have, though in no frame that they share.

        Who writes to twelve people repeats an opening to the letter, or says twelve things; the
        same few things in twelve wordings are one letter that was retold.
        """
        held: Counter[str] = Counter()
        framed: Counter[str] = Counter()
        for phrasing in phrasings:
            held.update(phrasing.terms)
            framed.update({term for each in phrasing.sentences for term in self._repeated(each)})
        return sum(
            _STOCK_RETOLD if is_stock(term) else 1.0
            for term, count in held.items()
            if count >= _HELD * len(phrasings) and framed[term] <= _REPEATED * count
        )

    def _repeated(self, sentence: Sentence) -> Iterator[str]:
        """The terms that stand in a longer frame, or in a sentence that is one."""
        at = 0
        for is_framed, run in groupby(self._framed(sentence)):
            length = len(list(run))
            if is_framed and length >= min(_FRAME_LEAST, len(sentence.words)):
                yield from filter(None, sentence.terms[at : at + length])
            at += length

    def _weights(self, sentence: Sentence) -> tuple[float, float]:
        """What weighs in a sentence: what is shared, and what is not."""
        common = own = 0.0
        for term in filter(None, dict.fromkeys(sentence.terms)):
            share = self.terms.get(term, 0.0)
            common += share * weight_of(term)
            own += (1 - share) * (_STOCK_OWN if is_stock(term) else 1.0)
        return common, own

    def _owned(self, sentence: Sentence, shared: float, alone: float) -> float:
        """How much what is not shared in a sentence is its writer's own, from 0.2 to 1.2."""
        gaps = [len(list(gap)) for common, gap in groupby(self.is_common(sentence)) if not common]
        if sum(self._framed(sentence)) >= _FRAME_LEAST and len(gaps) <= 1:
            return min(1.0, _IN_SLOT + _IN_LONGER_SLOT * sum(gaps))
        if shared < _PARAPHRASED * (shared + alone):
            return _IN_OWN_SENTENCE
        has_content = any(
            not is_stock(term) and self.terms.get(term, 0) >= _FRAMED
            for term in sentence.terms
            if term
        )
        return _IN_PARAPHRASE if has_content else _IN_STOCK

    def _framed(self, sentence: Sentence) -> list[bool]:
        framed = [False] * len(sentence.words)
        for at, pair in enumerate(pairwise(sentence.words)):
            if self.pairs.get(pair, 0) >= _FRAMED:
                framed[at] = framed[at + 1] = True
        return framed


def weight_of(term: str) -> float:
    """What it weighs that notes share this term."""
    return _STOCK_SHARED if is_stock(term) else 1.0


def _commonness(counts: Counter[Key], notes: int) -> dict[Key, float]:
    others = max(1, notes - 1)
    return {
        key: min(1.0, (count - 1) / others / _COMMON) for key, count in counts.items() if count > 1
    }
