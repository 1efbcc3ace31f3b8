"""How well one order agrees with another."""

from __future__ import annotations

from collections.abc import Sequence


def auc(labels: Sequence[float], said: Sequence[float]) -> float:
    """How often a row labelled 1 is ranked above one labelled 0; ties count half."""
    ranks = _ranks(said)
    positive = sum(labels)
    above = sum(rank for rank, label in zip(ranks, labels, strict=True) if label)
    return (above - positive * (positive + 1) / 2) / (positive * (len(labels) - positive))


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """The correlation of two orders, from -1 to 1."""
    a, b = _ranks(one), _ranks(other)
    mean = (len(a) + 1) / 2
    both = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    spread = sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)
    return float(both / spread**0.5)


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equal values share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for at in order[start:end]:
            ranks[at] = (start + end + 1) / 2
        start = end
    return ranks
