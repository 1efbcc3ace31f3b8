"""What stands round each word of substance, to see one word put in place of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from redleaf.writing.verifier.statement import Statement
from redleaf.writing.verifier.stems import is_small, root
from redleaf.writing.verifier.words import Word

# What stands round a word: two words before it, two after it, or one on each side.
Surroundings = tuple[str, str, str]
SwapTable = Mapping[Surroundings, tuple[str, str]]


def swap_table(statements: Mapping[str, Statement]) -> SwapTable:
    """For the surroundings of each word of substance in a fact: its path and that word's root."""
    table: dict[Surroundings, tuple[str, str]] = {}
    for path, statement in statements.items():
        words = statement.words
        for at, word in enumerate(words):
            if is_small(word.text):
                continue
            for key in surroundings(words, at):
                table.setdefault(key, (path, word.root))
    return table


def surroundings(words: tuple[Word, ...], at: int) -> Iterator[Surroundings]:
    """The keys of one word: the two words before it, the two after it, one on each side."""
    before, far_before = _beside(words, at, -1), _beside(words, at, -2)
    after, far_after = _beside(words, at, 1), _beside(words, at, 2)
    if before and far_before and not (is_small(before) and is_small(far_before)):
        yield "before", far_before, before
    if after and far_after and not (is_small(after) and is_small(far_after)):
        yield "after", after, far_after
    if before and after and not (is_small(before) and is_small(after)):
        yield "around", before, after


_ARTICLES = ("the", "a", "an")


def _beside(words: tuple[Word, ...], at: int, step: int) -> str:
    """The word that many steps away, by root, when no sign parts it from the word; else ""."""
    other = at + step
    if step == -1 and other > 0 and words[other].text in _ARTICLES:
        other -= 1  # "from the radio", "from comics"
    elif step == -2 and words[at - 1].text in _ARTICLES:
        other -= 1
    if not 0 <= other < len(words) or words[other].clause != words[at].clause:
        return ""
    return form_of(words[other])


def form_of(word: Word) -> str:
    """A small word as it is, any other by its root."""
    return _form(word.text)


@lru_cache(maxsize=16384)
def _form(text: str) -> str:
    return text if is_small(text) else root(text)
