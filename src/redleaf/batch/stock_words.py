"""Stock words: what notes to strangers are made of, and which of them stand for each other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.language import common_words

_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")
_STEM_LEAST = 4
_STEM_CHARS = 6
_STOCK_SIGN = "*"
_NOTHING = "-"
_SHORTEST = 3


@lru_cache(maxsize=1 << 16)
def term_of(word: str) -> str:
    """What a folded word counts as: its stem, the name of its line of stock words, or "".

    Nothing are the commonest words of any language. Stock words with one meaning are one term.
    """
    stock = _stock().get(word)
    if stock is None and word not in _commonest():
        stock = _stock_stems().get(stem_of(word))
    if stock is not None:
        return stock
    if (len(word) < _SHORTEST and word.isascii()) or word in _commonest():
        return ""
    return stem_of(word)


def is_stock(term: str) -> bool:
    """Whether a term is one of stock words."""
    return term.startswith(_STOCK_SIGN)


def stem_of(word: str) -> str:
    """A crude stem that is the same for connect, connecting and connection, in most languages."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LEAST:
            word = word[: -len(ending)]
            break
    return word[:_STEM_CHARS]


@lru_cache(maxsize=1)
def _stock() -> dict[str, str]:
    """The term of each stock word; of a word in two lines the first counts."""
    terms: dict[str, str] = {}
    for name, *others in _lines():
        for word in (name, *others) if name != _NOTHING else ():
            terms.setdefault(word, _STOCK_SIGN + name)
    return terms


@lru_cache(maxsize=1)
def _stock_stems() -> dict[str, str]:
    """The same by stem, for forms that the list has not; short words have no other forms."""
    terms: dict[str, str] = {}
    for word, term in _stock().items():
        if len(word) > _STEM_CHARS:
            terms.setdefault(stem_of(word), term)
    return terms


@lru_cache(maxsize=1)
def _commonest() -> frozenset[str]:
    """The words that carry nothing; whoever says nothing else, has said nothing of their own."""
    return common_words().union(*(words for name, *words in _lines() if name == _NOTHING))


def _lines() -> Iterator[list[str]]:
    for line in read_beside(__file__, "stock_words.txt").splitlines():
        if line and not line.startswith("#"):
            yield line.split()
