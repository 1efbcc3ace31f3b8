"""Repetition: what a note loses by words that come back in it."""

from __future__ import annotations

from collections import Counter

from redleaf.notes.regexes import regex

_HEARD_AGAIN = 0.5
_STEM = 5
_WEIGHTY = regex(r"[^\W\d_]{4,}")


def repetition(text: str, common: frozenset[str]) -> float:
    """What words of weight cost that come back: the second time a little, the third a good deal.

    Facts count with the frames, for the reader hears "mugs" four times wherever it came from.
    """
    said = Counter(
        word[:_STEM].removesuffix("s")
        for word in _WEIGHTY.findall(text.lower())
        if word not in common
    )
    return _HEARD_AGAIN * sum((times - 1) ** 2 for times in said.values())
