"""Written: what was written before, to this reader or to others, so that no note repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from redleaf.notes.skeleton import MASK, NAME, skeleton
from redleaf.writing.drafts import Draft

_LIKE = 0.6
_WORD = re.compile(r"[⟨\w][\w'’…⟩-]*")


class Written:
    """The skeletons of notes. Give one to draft() for each of a stack, and add what is taken."""

    def __init__(self, texts: Iterable[str] = (), *, names: Iterable[str] = ()) -> None:
        self._pairs: list[frozenset[tuple[str, str]]] = []
        names = tuple(names)
        for text in texts:
            self._keep(skeleton(text, names))

    def add(self, draft: Draft) -> None:
        """Remember a draft that was taken, its facts masked."""
        self._keep(masked(draft.text, ((f.start, f.end) for f in draft.facts)))

    def is_like(self, pattern: str) -> bool:
        """Whether a note with this skeleton (see `masked`) would repeat one of those before."""
        pairs = _pairs(pattern)
        return any(_likeness(pairs, other) > _LIKE for other in self._pairs)

    def _keep(self, pattern: str) -> None:
        self._pairs.append(_pairs(pattern))


def masked(text: str, facts: Iterable[tuple[int, int]]) -> str:
    """`text` with the words that say facts masked, as code point spans, and names besides."""
    kept = text
    for start, end in sorted(set(facts), reverse=True):
        kept = kept[:start] + MASK + kept[end:]
    return skeleton(kept)


def likeness(one: str, other: str) -> float:
    """From 0 to 1, how much of their pairs of neighbouring words two texts share."""
    return _likeness(_pairs(one), _pairs(other))


def _pairs(pattern: str) -> frozenset[tuple[str, str]]:
    words = [MASK if word == NAME else word for word in _WORD.findall(pattern.lower())]
    return frozenset(pairwise(words))


def _likeness(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> float:
    together = len(one) + len(other)
    return 2 * len(one & other) / together if together else 1.0
