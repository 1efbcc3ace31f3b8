"""Five scores of one note, each from 0 to 1, without any library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from math import exp, sqrt
from operator import mul
from typing import NamedTuple

from redleaf.judging.scorers.features import (
    dense_of,
    distinct,
    ngram_buckets,
    units_of,
)
from redleaf.judging.scorers.weights import HEADS, SCORES, SIDES, Weights, shipped_weights
from redleaf.notes.note import Note
from redleaf.rules.finding import Finding


class Scoring(NamedTuple):
    """How a note sounds, each from 0 to 1.

    `courtesy` 0 insulting, 1 warm; `specificity` 0 could go to anybody; `asks` and `gives`: the
    probability that it asks for or offers something; `spam`: that it is bulk advertising.
    """

    courtesy: float
    specificity: float
    asks: float
    gives: float
    spam: float


def score(note: Note, findings: Iterable[Finding], weights: Weights | None = None) -> Scoring:
    """Score `note`, given what the rules found in it."""
    return scoring_of(margins_of(note, findings, weights))


def margins_of(
    note: Note, findings: Iterable[Finding], weights: Weights | None = None
) -> list[float]:
    """One margin a head: 0 is even odds."""
    weights = weights or shipped_weights()
    units = units_of(note)
    dense = dense_of(note, findings, units)
    counted = [number for number in dense if number]
    words = distinct(units)
    buckets = ngram_buckets(units)
    by_words = 1 / sqrt(max(1, len(words)))
    by_ngrams = 1 / sqrt(max(1, len(buckets)))
    return [
        word * word_scale * by_words + ngram * ngram_scale * by_ngrams + intercept
        + sum(map(mul, counted, compress(column, dense)))
        for word, word_scale, ngram, ngram_scale, intercept, column in zip(
            weights.unit_sums(words), weights.unit_scale,
            weights.ngram_sums(buckets), weights.ngram_scale,
            weights.intercept, weights.dense,
            strict=True,
        )
    ]  # fmt: skip


def scoring_of(margins: Sequence[float]) -> Scoring:
    """The scoring that belongs to one margin a head."""
    told = dict(zip(HEADS, margins, strict=True))
    for name, (other, kind) in SIDES.items():
        share = _sigmoid(told[kind])
        told[name] = share * told[other] + (1 - share) * told[name]
    scores = {name: _sigmoid(told[name]) for name in SCORES}
    return Scoring(**scores)


def shares(margins: Mapping[str, float]) -> dict[str, float]:
    """Probabilities that sum to 1."""
    highest = max(margins.values())
    parts = {name: exp(margin - highest) for name, margin in margins.items()}
    total = sum(parts.values())
    return {name: part / total for name, part in parts.items()}


def _sigmoid(margin: float) -> float:
    return 1 / (1 + exp(-max(-50.0, min(50.0, margin))))
