"""Kinds of things, of which one is never another: siblings.txt."""

from __future__ import annotations

from functools import lru_cache

from redleaf.writing.verifier.stems import lines_of


def kinds_of(word: str) -> tuple[int, ...]:
    """The numbers of the kinds that a folded word names one of."""
    kinds = _kinds()
    return kinds.get(word) or kinds.get(word.removesuffix("s"), ())


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[int, ...]]:
    table: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines_of("siblings.txt")):
        for word in line.split():
            table[word] = (*table.get(word, ()), number)
    return table
