"""The phrasing of a note: its skeleton, and sentence by sentence the words that carry meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from redleaf.batch.stock_words import term_of
from redleaf.notes.envelope import signature_of
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.notes.skeleton import MASK, NAME, skeleton

# Scripts written without spaces are read by pairs of signs: Thai to Khmer, Kana, Han.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff"
# A mask within a text that is folded: one sign of ASCII, which is folded fast.
_MASK_SIGN = "\x1a"
_MASK_SIGNS = (_MASK_SIGN, "⟨")
_WORD = regex(rf"{_MASK_SIGN}|⟨[^⟩]*⟩|[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:'[^\W_]+)*")
_UNSPACED_RUN = regex(rf"[{_UNSPACED}]+")
_SENTENCE_END = regex(r"[.!?\u3002\uff01\uff1f\n]+")
_WORDS_LEAST = 3
_GREETING_CHARS = 40  # a name masked later stands in the text itself
_PAIR = 2
# No note is longer; what follows is not looked at.
READ_CHARS = 10_000
SLOT = "⟨⟩"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`words` are folded, a slot is ⟨⟩; `terms` tell for each what it counts as, or ""."""

    words: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """`key` is equal for notes that differ in their slots only; empty for one too short to tell.

    `sentences` are those between greeting and signature, `terms` all that count in them.
    """

    skeleton: str
    key: bytes
    sentences: tuple[Sentence, ...]
    terms: frozenset[str]

    def pairs(self) -> set[tuple[str, str]]:
        """The words that stand side by side in a sentence."""
        return {pair for each in self.sentences for pair in pairwise(each.words)}


@lru_cache(maxsize=4096)
def phrasing_of(text: str) -> Phrasing:
    text = text[:READ_CHARS]
    signature = signature_of(text)
    end = signature.start if signature else len(text)
    masked = skeleton(text[:end])
    greeted = masked.find(NAME, 0, _GREETING_CHARS)
    body = masked[greeted + len(NAME) :] if greeted >= 0 else masked
    folded = fold_text(body.replace(MASK, _MASK_SIGN).replace(NAME, _MASK_SIGN))
    sentences = tuple(filter(None, map(_sentence, _SENTENCE_END.split(folded))))
    terms = frozenset(term for each in sentences for term in each.terms if term)
    words = [word for each in sentences for word in each.words if word != SLOT]
    key = _key(words) if len(words) >= _WORDS_LEAST else b""
    return Phrasing(f"{masked} {text[end:]}".strip(), key, sentences, terms)


def _key(words: Sequence[str]) -> bytes:
    """Short, because there may be millions of them."""
    return blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _sentence(folded: str) -> Sentence | None:
    words = tuple(word for word, _, _ in words_of(folded))
    if not any(word != SLOT for word in words):
        return None
    return Sentence(words, tuple("" if word == SLOT else term_of(word) for word in words))


def words_of(folded: str) -> Iterator[tuple[str, int, int]]:
    """The words of a folded text with their places; a mask is SLOT."""
    for match in _WORD.finditer(folded):
        word, start, end = match.group(), match.start(), match.end()
        if word[0] in _MASK_SIGNS:
            yield SLOT, start, end
        elif _UNSPACED_RUN.match(word) and len(word) > _PAIR:
            for at in range(len(word) - 1):
                yield word[at : at + _PAIR], start + at, start + at + _PAIR
        else:
            yield word, start, end
