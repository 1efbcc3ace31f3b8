"""The space in which weights are learned, and how it is folded into one row a word.

A text is the sum of its distinct words and n-grams, each part scaled by the root of its count, and
its dense numbers. A word is itself, its runs of letters, its vector from the encoder and the
strategies of conduct it serves: linear parts, so after learning they fold into one number a head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from redleaf.judging.scorers.features import DENSE, LETTER_BITS, NGRAM_BITS
from tools.train.encoder import DIMENSIONS, Encoder
from tools.train.examples import (
    Example,
    dense_matrix,
    letter_matrix,
    ngram_matrix,
    unit_matrix,
)
from tools.train.strategies import strategic_ngrams, strategic_units, strategies

Array = np.ndarray[Any, np.dtype[Any]]

# How far each part may speak, found by cross-validation over all learned sets together.
LETTERS, VECTORS, NGRAMS, NUMBERS = 0.11, 0.4, 0.8, 0.3
STRATEGIES = 0.5
# A word met once teaches its letters more than itself.
_OFTEN = 2
_EVERY_TWENTIETH = log(20)
# What one run of letters of an unknown word says of its rarity; a word has about twenty.
_RARE_LETTERS = 0.3


class Folded(NamedTuple):
    """What is learned, a column a head: for known words, letter and n-gram buckets, numbers."""

    words: Array
    letters: Array
    ngrams: Array
    numbers: Array


class Space:
    """Words of the learned texts and of the encoder, and texts as rows of one matrix."""

    def __init__(
        self, learned: Iterable[Example], encoder: Encoder, others: Iterable[Example] = ()
    ):
        counts = Counter(unit for example in learned for unit in set(example.units))
        known = {unit for unit, count in counts.items() if count >= _OFTEN}
        told = strategies()
        known.update(phrase[0] for phrases in told.values() for phrase in phrases if not phrase[1:])
        self.known = sorted(known | set(encoder.whole_words))
        rare = {unit for example in others for unit in example.units} | set(counts)
        units = self.known + sorted(rare - set(self.known))
        self._index = {unit: at for at, unit in enumerate(units)}
        self._letters = letter_matrix(units) * LETTERS
        vectors = np.zeros((len(units), DIMENSIONS))
        for at, unit in enumerate(self.known):
            vectors[at] = encoder.word_vector(unit) * VECTORS
        self._vectors = np.hstack([vectors, strategic_units(units, told).toarray() * STRATEGIES])
        self._strategies = strategic_ngrams(told) * (STRATEGIES / NGRAMS)
        self._itself = sparse.diags((np.arange(len(units)) < len(self.known)).astype(float))

    def matrix(self, examples: Sequence[Example]) -> sparse.csr_matrix:
        units = _scaled(unit_matrix(examples, self._index))
        ngrams = _scaled(ngram_matrix(examples)) * NGRAMS
        return sparse.hstack(
            [
                units @ self._itself,
                units @ self._letters,
                sparse.csr_matrix(units @ self._vectors),
                ngrams,
                ngrams @ self._strategies,
                dense_matrix(examples) * NUMBERS,
            ]
        ).tocsr()

    def rarity(self, learned: Sequence[Example]) -> Array:
        """A column of the space: how seldom each word stands in the learned texts, in nats.

        What is said in every twentieth text says nothing; unknown words count by their letters.
        """
        counts = Counter(unit for example in learned for unit in set(example.units))
        column = np.zeros(sum(self._sizes))
        for at, unit in enumerate(self.known):
            if unit[0].isalpha():
                rare = log(len(learned) / (1 + counts[unit])) - _EVERY_TWENTIETH
                column[at] = max(0.0, rare)
        start = len(self._index)
        # A known word's letters would add to its own weight: those are taken off again.
        column[start : start + (1 << LETTER_BITS)] = _RARE_LETTERS / LETTERS
        spelled = np.asarray(self._letters.sum(1)).ravel()[: len(self.known)]
        column[: len(self.known)] -= spelled * _RARE_LETTERS / LETTERS
        return column

    def loudness(self, *, ngrams: float, strategies: float) -> Array:
        """A factor a column, for a head that hears some parts louder than other heads do."""
        by_unit = np.arange(self._vectors.shape[1]) >= DIMENSIONS
        told = [np.ones(size) for size in self._sizes]
        told[2] = np.where(by_unit, strategies, 1.0)
        told[3] *= ngrams
        told[4] *= strategies * ngrams
        return np.concatenate(told)

    def fold(self, learned: Array) -> Folded:
        parts = np.split(learned, np.cumsum(self._sizes)[:-1])
        own, letters, vectors, ngrams, strategies, numbers = parts
        count = len(self.known)
        spelled = (self._letters @ letters)[:count]
        words = own[:count] + spelled + (self._vectors @ vectors)[:count]
        ngrams = (ngrams + self._strategies @ strategies) * NGRAMS
        return Folded(words, letters * LETTERS, ngrams, numbers * NUMBERS)

    @property
    def _sizes(self) -> list[int]:
        vectors, strategies = self._vectors.shape[1], self._strategies.shape[1]
        ngrams = [1 << NGRAM_BITS, strategies]
        return [len(self._index), 1 << LETTER_BITS, vectors, *ngrams, len(DENSE)]


def _scaled(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    counts = np.maximum(1, np.asarray(matrix.sum(1)).ravel())
    return (sparse.diags(1 / np.sqrt(counts)) @ matrix).tocsr()
