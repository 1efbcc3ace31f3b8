"""Trades: by which words of a role or a firm one knows that somebody reads a trade's terms."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from redleaf.notes.brief import Brief
from redleaf.notes.folding import fold_text

# A shorter stem counts as a whole word only: "it", "hr", "vc".
_STEM = 4


def reads_the_terms_of(trade: str, brief: Brief) -> bool:
    """Whether the reader's role or firm says that they know the terms of `trade`."""
    who = brief.recipient
    words = fold_text(f"{who.role} {who.company}").replace("-", " ").split()
    stems = _stems()[trade]
    long = tuple(stem for stem in stems if len(stem) >= _STEM)
    return any(word in stems or word.startswith(long) for word in words)


@lru_cache(maxsize=1)
def _stems() -> dict[str, frozenset[str]]:
    """The lines of trades.txt by trade."""
    table: dict[str, frozenset[str]] = {}
    for line in Path(__file__).with_name("trades.txt").read_text("utf-8").splitlines():
        trade, _, stems = line.partition(":")
        if not line.startswith("#"):
            table[trade] = table.get(trade, frozenset()) | frozenset(stems.split())
    return table
