"""Names as words to compare: folded, without titles, degrees, signs and brackets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from redleaf.contacts.names import NameParts
from redleaf.notes.folding import fold_text

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    "dr prof professor mr mrs ms mx miss sir dame herr frau herrn ing dipl mag med phil jur hc "
    "sr sra srta don dona dott dottssa dottore avv pan pani mgr inz mme mlle "
    "dhr mevr ir drs lic rev".split()
)
_GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "2",
    "iii": "3",
    "iv": "4",
}


class ReadName(NamedTuple):
    """The words of a name, given names first where that is known, and the generation."""

    words: str
    generation: str


def read_name(name: str, parts: NameParts | None = None) -> ReadName:
    """The words of `name`; `parts` tell the order where they are known."""
    if parts and parts.given and parts.family:
        return _read(f"{parts.given} {parts.additional} {parts.family}, {parts.suffix}")
    return _read(name)


@lru_cache(maxsize=4096)
def _read(name: str) -> ReadName:
    words = _WORD.findall(fold_text(name))
    generation = next((_GENERATIONS[word] for word in words[1:] if word in _GENERATIONS), "")
    kept = [
        word
        for at, word in enumerate(words)
        if word not in _TITLES and not (at and word in _GENERATIONS)
    ]
    return ReadName(" ".join(kept), generation)
