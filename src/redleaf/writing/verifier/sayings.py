"""Sayings: the facts that people repeat word for word, titles and what somebody said."""

from __future__ import annotations

from typing import NamedTuple

from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.words import Word

_LEAST_WORDS = 2


class Saying(NamedTuple):
    """A fact that people repeat word for word, and which of its words are more than small."""

    path: str
    words: tuple[Word, ...]
    telling: tuple[int, ...]


def recitable(path: str, words: tuple[Word, ...]) -> Saying | None:
    """The fact as something to repeat word for word; None when it is too short for that."""
    telling = tuple(at for at, word in enumerate(words) if not is_small(word.text))
    is_title = path.endswith(".title")
    if len(words) < _LEAST_WORDS + (not is_title) or len(telling) + is_title < 2:
        return None
    return Saying(path, words, telling)
