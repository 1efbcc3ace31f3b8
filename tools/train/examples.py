"""Texts as the scorers see them, and as a matrix to learn from."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

from redleaf.judging.checking import read
from redleaf.judging.scorers.features import (
    LETTER_BITS,
    NGRAM_BITS,
    dense_of,
    distinct,
    letter_buckets,
    ngram_buckets,
    units_of,
)


class Example(NamedTuple):
    """What the scorers see of one text: its units in order and its dense numbers."""

    units: tuple[str, ...]
    dense: tuple[float, ...]


def examine(text: str) -> Example:
    reading, findings = read(text)
    units = units_of(reading.note)
    return Example(tuple(units), tuple(dense_of(reading.note, findings, units)))


def examine_all(texts: Sequence[str]) -> list[Example]:
    """In the order of `texts`, on all cores."""
    with multiprocessing.get_context("spawn").Pool() as pool:
        return pool.map(examine, texts, chunksize=64)


def dense_matrix(examples: Iterable[Example]) -> sparse.csr_matrix:
    return sparse.csr_matrix(np.array([example.dense for example in examples]))


def ngram_matrix(examples: Iterable[Example]) -> sparse.csr_matrix:
    """Pairs and threes of units, hashed."""
    return _counted((ngram_buckets(each.units) for each in examples), 1 << NGRAM_BITS)


def unit_matrix(examples: Iterable[Example], index: dict[str, int]) -> sparse.csr_matrix:
    return _counted(
        ([index[unit] for unit in distinct(each.units) if unit in index] for each in examples),
        len(index),
    )


def letter_matrix(units: Iterable[str]) -> sparse.csr_matrix:
    """One row a unit: its runs of letters, hashed."""
    return _counted(map(letter_buckets, units), 1 << LETTER_BITS)


def _counted(rows: Iterable[Sequence[int]], width: int) -> sparse.csr_matrix:
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += row
        ends.append(len(columns))
    matrix = sparse.csr_matrix(
        (np.ones(len(columns)), np.array(columns, np.int64), np.array(ends, np.int64)),
        shape=(len(ends) - 1, width),
    )
    matrix.sum_duplicates()
    return matrix
