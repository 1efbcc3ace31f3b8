"""Forms of one name: short forms of given names, and spellings of families, from our tables."""

from __future__ import annotations

from functools import cache, lru_cache

from redleaf.contacts.matching.lines import forms_by_head
from redleaf.contacts.matching.romanising import romanised
from redleaf.contacts.matching.sounds import sound

_NOTHING: frozenset[int] = frozenset()


@lru_cache(maxsize=65536)
def given_lines(word: str) -> frozenset[int]:
    """The lines of given_names.txt on which a romanised word, or what sounds like it, stands."""
    return _given().get(sound(word), _NOTHING)


def is_given_name(word: str) -> bool:
    """Whether a romanised word stands in given_names.txt in just this spelling."""
    return word in _given_words()


def is_full_name(word: str) -> bool:
    """Whether a romanised given name is given by itself, and not only short for another."""
    return word in _full_names()


@lru_cache(maxsize=65536)
def family_lines(word: str) -> frozenset[int]:
    """The lines of family_names.txt on which a romanised word stands."""
    return _family().get(word, _NOTHING)


@cache
def _given() -> dict[str, frozenset[int]]:
    table: dict[str, frozenset[int]] = {}
    for number, (head, forms) in enumerate(forms_by_head("given_names.txt")):
        for form in (head, *forms):
            heard = sound(form.replace("-", ""))
            table[heard] = table.get(heard, _NOTHING) | {number}
    return table


@cache
def _given_words() -> frozenset[str]:
    lines = forms_by_head("given_names.txt")
    return frozenset(form for head, forms in lines for form in (head, *forms))


@cache
def _full_names() -> frozenset[str]:
    return frozenset(head for head, _ in forms_by_head("given_names.txt"))


@cache
def _family() -> dict[str, frozenset[int]]:
    table: dict[str, frozenset[int]] = {}
    for number, (head, forms) in enumerate(forms_by_head("family_names.txt")):
        for form in (head, *forms):
            word = "".join(romanised(form.replace("-", "")))
            table[word] = table.get(word, _NOTHING) | {number}
    return table
