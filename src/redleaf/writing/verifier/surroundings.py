"""Surroundings: what stands round each word of substance, to see one word put in place of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from redleaf.writing.verifier.statement import Statement, Word
from redleaf.writing.verifier.stems import is_everyday

# What stands round a word: two words before it, two after it, or one on each side.
Surroundings = tuple[str, str, str]
SwapTable = Mapping[Surroundings, tuple[str, str]]


def swap_table(statements: Mapping[str, Statement]) -> SwapTable:
    """For each surroundings of a word of substance in a fact: the fact's path and that word."""
    table: dict[Surroundings, tuple[str, str]] = {}
    for path, statement in statements.items():
        words = statement.words
        for at, word in enumerate(words):
            if is_everyday(word.text):
                continue
            for key in surroundings(words, at):
                table.setdefault(key, (path, word.text))
    return table


def surroundings(words: tuple[Word, ...], at: int) -> Iterator[Surroundings]:
    two_before = _side(words, at - 2, at)
    two_after = _side(words, at + 1, at + 3)
    around = (_side(words, at - 1, at), _side(words, at + 1, at + 2))
    if two_before and any(not is_everyday(each) for each in two_before):
        yield ("before", *two_before)  # type: ignore[misc]
    if two_after and any(not is_everyday(each) for each in two_after):
        yield ("after", *two_after)  # type: ignore[misc]
    if around[0] and around[1] and not (is_everyday(around[0][0]) and is_everyday(around[1][0])):
        yield ("around", around[0][0], around[1][0])


def _side(words: tuple[Word, ...], first: int, after: int) -> tuple[str, ...] | None:
    """The words beside one word, by root, when no sign parts them from it."""
    if first < 0 or after > len(words):
        return None
    inside = words[first : after + 1] if first < after <= len(words) - 1 else words[first:after]
    if len({word.clause for word in inside}) != 1:
        return None
    return tuple(word.text if is_everyday(word.text) else word.root for word in words[first:after])
