"""What a fact is worth to the reader: their words and the shared subject before day and place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# What only the two of them share, or only the reader made: a note is about one of these.
HOOKS = frozenset({"encounters.said", "encounters.topics", "noticed.title", "shared"})
_WORTH = {
    "encounters.said": 3.0,
    "encounters.topics": 3.0,
    "encounters.event": 1.3,
    "encounters.on": 0.8,
    "encounters.place": 0.4,
    "encounters.introduced_by": 2.6,
    "noticed.title": 2.8,
    "noticed.where": 0.3,
    "shared": 2.6,
    "mutual": 1.4,
    "promises": 4.0,
    "ask": 4.0,
    "sender.offers": 2.0,
    "recipient.company": 0.3,
    "recipient.role": 0.5,
}


@lru_cache(maxsize=1024)
def kind_of(path: str) -> str:
    """The kind of fact at a path, whichever of several it is: "encounters.topics"."""
    return re.sub(r"\.\d+", "", path)


def worth_of(path: str) -> float:
    """What the fact at `path` is worth in a note, from 0."""
    return _WORTH.get(kind_of(path), 0.0)


def sum_of_worth(paths: Iterable[str]) -> float:
    """What several facts are worth, each once."""
    return sum(worth_of(path) for path in set(paths))
