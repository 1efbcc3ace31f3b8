"""The scorers for many notes at once, in numpy: the numbers of judging.scorers, in one go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from redleaf.judging.scorers.features import (
    NGRAM_BITS,
    dense_of,
    distinct,
    ngram_buckets,
    units_of,
)
from redleaf.judging.scorers.weights import HEADS, Weights
from redleaf.notes.note import Note
from redleaf.rules.finding import Finding

Array = np.ndarray[Any, np.dtype[Any]]


class Glimpse(NamedTuple):
    """What the scorers need of one note; the note itself can be let go."""

    words: list[str]
    buckets: list[int]
    dense: list[float]


def glimpse(note: Note, findings: Sequence[Finding]) -> Glimpse:
    units = units_of(note)
    return Glimpse(distinct(units), ngram_buckets(units), dense_of(note, findings, units))


def margins_of_many(glimpses: Sequence[Glimpse], weights: Weights) -> list[list[float]]:
    """One margin a head for each glimpse, in order."""
    if not glimpses:
        return []
    words = [glimpse.words for glimpse in glimpses]
    buckets = [glimpse.buckets for glimpse in glimpses]
    margins = _weighed(_unit_sums(words, weights), words, weights.unit_scale)
    margins += _weighed(_ngram_sums(buckets, weights), buckets, weights.ngram_scale)
    margins += np.array([glimpse.dense for glimpse in glimpses]) @ np.array(weights.dense).T
    margins += np.array(weights.intercept)
    rows: list[list[float]] = margins.tolist()
    return rows


def _weighed(sums: Array, parts: Sequence[Sequence[object]], scale: Sequence[float]) -> Array:
    lengths = np.maximum(1, [len(part) for part in parts])
    weighed: Array = sums * np.array(scale) / np.sqrt(lengths)[:, None]
    return weighed


def _unit_sums(units: Sequence[Sequence[str]], weights: Weights) -> Array:
    flat = weights.unit_rows(chain.from_iterable(units))
    return _summed(np.frombuffer(flat, "<i2").reshape(-1, len(HEADS)), units)


def _ngram_sums(buckets: Sequence[Sequence[int]], weights: Weights) -> Array:
    flat = np.fromiter(chain.from_iterable(buckets), np.int64)
    return _summed(_ngram_table(weights)[flat], buckets)


def _summed(rows: Array, parts: Sequence[Sequence[object]]) -> Array:
    """The sums of each part's rows; a part without rows sums to 0."""
    ends = np.cumsum([0, *(len(part) for part in parts)])
    running = np.zeros((len(rows) + 1, len(HEADS)), np.int64)
    np.cumsum(rows, axis=0, dtype=np.int64, out=running[1:])
    sums: Array = running[ends[1:]] - running[ends[:-1]]
    return sums


@lru_cache(maxsize=2)
def _ngram_table(weights: Weights) -> Array:
    return np.frombuffer(weights.ngram_table(), np.int8).reshape(1 << NGRAM_BITS, len(HEADS))
