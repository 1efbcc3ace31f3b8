"""What people do with words when they are kind or unkind, as lists of words and short phrases.

Brown and Levinson's strategies (thanks, hedges, asking gently, blame, …) in the words of today.
One weight a strategy is learned from few rows, and then holds for every word of its list.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scipy import sparse

from redleaf.judging.scorers.features import NGRAM_BITS, ngram_bucket

Strategies = dict[str, list[tuple[str, ...]]]

_FILE = Path(__file__).with_name("strategies.txt")


def strategies() -> Strategies:
    """The phrases of each strategy, every one as one to three units."""
    lines = [line for line in _FILE.read_text("utf-8").split("\n") if line and line[0] != "#"]
    named = (line.split(": ", 1) for line in lines)
    return {name: [tuple(each.split()) for each in told.split("; ")] for name, told in named}


def strategic_units(units: Sequence[str], told: Strategies) -> sparse.csr_matrix:
    """One row a unit, one column a strategy: 1 where the unit alone is one of its words."""
    index = {unit: at for at, unit in enumerate(units)}
    cells = {
        (index[phrase[0]], column)
        for column, phrases in enumerate(told.values())
        for phrase in phrases
        if len(phrase) == 1 and phrase[0] in index
    }
    return _ones(cells, len(units), len(told))


def strategic_ngrams(told: Strategies) -> sparse.csr_matrix:
    """One row an n-gram bucket, one column a strategy: 1 where a phrase of it falls into it."""
    cells = {
        (ngram_bucket(phrase), column)
        for column, phrases in enumerate(told.values())
        for phrase in phrases
        if len(phrase) > 1
    }
    return _ones(cells, 1 << NGRAM_BITS, len(told))


def _ones(cells: set[tuple[int, int]], height: int, width: int) -> sparse.csr_matrix:
    places = sorted(cells)
    at = [row for row, _ in places], [column for _, column in places]
    return sparse.csr_matrix(([1.0] * len(places), at), shape=(height, width))
