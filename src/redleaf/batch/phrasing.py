"""The phrasing of a note: its skeleton, and the words that carry its meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from redleaf.notes.folding import fold_text
from redleaf.notes.language import common_words
from redleaf.notes.skeleton import NAME, skeleton

_WORD = re.compile(r"⟨[^⟩]*⟩|[^\W_]+(?:'[^\W_]+)*")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")
_SENTENCE_END = re.compile(r"[.!?\u3002\n]+")
_STEM_LEAST = 4
_WORDS_LEAST = 3
_GREETING_CHARS = 40  # a name masked later stands in the text itself


@dataclass(frozen=True, slots=True)
class Phrasing:
    """`key` is equal for notes that differ in their slots only, and "" for notes too short to tell.

    `words` are the folded words without masks; `sentences` hold the stems of each sentence without
    greeting and without the commonest words of any language, and `content` all of these.
    """

    skeleton: str
    key: str
    words: tuple[str, ...]
    sentences: tuple[frozenset[str], ...]
    content: frozenset[str]


@lru_cache(maxsize=4096)
def phrasing_of(text: str) -> Phrasing:
    masked = skeleton(text)
    words = _words(masked)
    greeted = masked.find(NAME, 0, _GREETING_CHARS)
    body = masked[greeted + len(NAME) :] if greeted >= 0 else masked
    sentences = tuple(filter(None, (_stems(each) for each in _SENTENCE_END.split(body))))
    content = frozenset[str]().union(*sentences) or frozenset(words)
    key = " ".join(words) if len(words) >= _WORDS_LEAST else ""
    return Phrasing(masked, key, words, sentences, content)


def _words(masked: str) -> tuple[str, ...]:
    """Folded words; a mask is no word, so that a slot filled or left out makes no difference."""
    found = (match.group() for match in _WORD.finditer(fold_text(masked)))
    return tuple(word for word in found if not word.startswith("⟨"))


def _stems(sentence: str) -> frozenset[str]:
    common = _commonest()
    return frozenset(
        _stem(word) for word in _words(sentence) if word not in common and len(word) > 2
    )


def _stem(word: str) -> str:
    """A crude stem that is the same for connect, connecting and connection, in most languages."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            word = word[: -len(ending)]
            break
    return word[:6]


@lru_cache(maxsize=1)
def _commonest() -> frozenset[str]:
    return common_words() - {"connect", "good", "find", "time"}
