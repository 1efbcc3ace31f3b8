"""Earlier notes: how much of a note stands in one that its writer sent before.

Names, numbers and slots are masked, greeting and signature cut off. What is counted are pairs of
neighbouring words, so that two notes about one evening differ and one note with the name changed
does not.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from redleaf.notes.folding import fold
from redleaf.notes.note import Note
from redleaf.notes.skeleton import skeleton
from redleaf.rules.reading import Reading
from redleaf.rules.wordings import SLOT, wording_of

# A shorter note is a wave, and waves may be alike: "Good to meet you in Ely."
_SHORTEST = 8
# The newest notes tell, and ten thousand old ones would make typing slow.
_NEWEST = 500
# No note is longer.
_READ = 10_000

Pairs = frozenset[tuple[str, str]]


class Earlier(NamedTuple):
    """The earlier note that is most alike; `share` of the note's pairs stands in it, 0 to 1."""

    text: str
    share: float


def nearest_earlier(reading: Reading) -> Earlier | None:
    """The most alike among the notes sent before; None for a wave, or without any."""
    history = reading.history[-_NEWEST:]
    if not history:
        return None
    pairs = _pairs_of(reading.text)
    if len(pairs) < _SHORTEST - 1:
        return None
    shares = ((len(pairs & _pairs_of(text)) / len(pairs), text) for text in history)
    share, text = max(shares, key=lambda each: each[0])
    return Earlier(text, share)


@lru_cache(maxsize=2048)
def _pairs_of(text: str) -> Pairs:
    """The pairs of neighbouring words between greeting and signature; a mask is no word."""
    body = Note(text[:_READ]).body.of(text)
    words = [term for term in wording_of(fold(skeleton(body))).terms if term != SLOT]
    return frozenset(pairwise(words))
