"""The scorers for many notes at once, in numpy: the numbers of judging.scorers, in one go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from redleaf.judging.scorers.features import (
    CLOSE_KEY,
    NGRAM_BITS,
    NGRAM_FACTORS,
    OPEN_KEY,
    dense_of,
    distinct,
    key_of,
    units_of,
)
from redleaf.judging.scorers.weights import HEADS, Weights
from redleaf.notes.note import Note
from redleaf.rules.finding import Finding

Array = np.ndarray[Any, np.dtype[Any]]


class Glimpse(NamedTuple):
    """What the scorers need of one note; the note itself can be let go."""

    units: list[str]
    dense: list[float]


def glimpse(note: Note, findings: Sequence[Finding]) -> Glimpse:
    units = units_of(note)
    return Glimpse(units, dense_of(note, findings, units))


def margins_of_many(glimpses: Sequence[Glimpse], weights: Weights) -> list[list[float]]:
    """One margin a head for each glimpse, in order."""
    if not glimpses:
        return []
    words = [distinct(glimpse.units) for glimpse in glimpses]
    sums = _summed(_unit_rows(words, weights), np.array(list(map(len, words))))
    margins = _weighed(*sums, weights.unit_scale)
    buckets, counts = _distinct_buckets([glimpse.units for glimpse in glimpses])
    sums = _summed(_ngram_table(weights)[buckets], counts)
    margins += _weighed(*sums, weights.ngram_scale)
    margins += np.array([glimpse.dense for glimpse in glimpses]) @ np.array(weights.dense).T
    margins += np.array(weights.intercept)
    rows: list[list[float]] = margins.tolist()
    return rows


def _weighed(sums: Array, counts: Array, scale: Sequence[float]) -> Array:
    weighed: Array = sums * np.array(scale) / np.sqrt(np.maximum(1, counts))[:, None]
    return weighed


def _unit_rows(units: Sequence[Sequence[str]], weights: Weights) -> Array:
    flat = weights.unit_rows(chain.from_iterable(units))
    return np.frombuffer(flat, "<i2").reshape(-1, len(HEADS))


def _distinct_buckets(notes: Sequence[Sequence[str]]) -> tuple[Array, Array]:
    """The n-gram buckets of each note, each once, and how many each note has."""
    keys, note = _keys_of(notes)
    first, second, third = (keys * np.uint32(factor) for factor in NGRAM_FACTORS)
    pairs = first[:-1] + second[1:]
    threes = pairs[:-1] + third[2:]
    told = np.concatenate((pairs, threes)) >> np.uint32(32 - NGRAM_BITS)
    notes_of = np.concatenate((note[:-1], note[:-2]))
    # What begins in one note and ends in the next is no n-gram.
    within = notes_of == np.concatenate((note[1:], note[2:]))
    seen = np.unique((notes_of[within] << NGRAM_BITS) | told[within])
    counts = np.bincount(seen >> NGRAM_BITS, minlength=len(notes))
    return seen & ((1 << NGRAM_BITS) - 1), counts


def _keys_of(notes: Sequence[Sequence[str]]) -> tuple[Array, Array]:
    """The keys of all units in a row, begin and end of each note included, and whose each is."""
    lengths = [len(units) + 2 for units in notes]
    ends = np.cumsum(lengths)
    keys = np.empty(ends[-1], np.uint32)
    is_unit = np.ones(ends[-1], bool)
    is_unit[ends - 1] = is_unit[ends - lengths] = False
    keys[is_unit] = np.fromiter(map(key_of, chain.from_iterable(notes)), np.uint32)
    keys[ends - lengths], keys[ends - 1] = OPEN_KEY, CLOSE_KEY
    return keys, np.repeat(np.arange(len(notes)), lengths)


def _summed(rows: Array, counts: Array) -> tuple[Array, Array]:
    """The sums of the rows of each note, of which so many are each note's; and those counts."""
    ends = np.concatenate(([0], np.cumsum(counts)))
    running = np.zeros((len(rows) + 1, len(HEADS)), np.int64)
    np.cumsum(rows, axis=0, dtype=np.int64, out=running[1:])
    return running[ends[1:]] - running[ends[:-1]], counts


@lru_cache(maxsize=2)
def _ngram_table(weights: Weights) -> Array:
    return np.frombuffer(weights.ngram_table(), np.int8).reshape(1 << NGRAM_BITS, len(HEADS))
