"""Keys: under what a contact is found. Two who may be one person share one of them at least.

A key is the hash of a text: an index of 100,000 contacts has a million of them, and a number is
small. Two texts with one hash only cost a comparison more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from redleaf.contacts.matching.firms import hosts_of
from redleaf.contacts.matching.name_forms import family_lines, given_lines
from redleaf.contacts.matching.phone_numbers import end_of
from redleaf.contacts.matching.sounds import skeleton, sound
from redleaf.contacts.matching.traits import Traits

_LEAST_OF_A_HALF = 2
_MOST_WORDS = 5


def identity_keys(traits: Traits) -> Iterator[int]:
    """Keys of what belongs to few: addresses, numbers, profiles, cards."""
    for kind, values in (
        ("email", traits.emails),
        ("profile", traits.profiles),
        ("uid", traits.uids),
        ("phone", map(end_of, traits.phones)),
    ):
        for value in values:
            yield hash((kind, value))


def firm_keys(traits: Traits, names: Sequence[Sequence[str]]) -> Iterator[int]:
    """Keys of a word of the name at an organisation."""
    firms = {*traits.firms, *hosts_of(traits.emails)}
    for name in names if firms else ():
        for word in name[:_MOST_WORDS]:
            if len(word) > 1:
                heard = skeleton(word)
                yield from (hash(("firm", heard, firm)) for firm in firms)


def name_keys(names: Sequence[Sequence[str]]) -> Iterator[int]:
    """Keys of the ways in which names are written, shortened and mistyped."""
    for name in names:
        whole = [word for word in name[:_MOST_WORDS] if len(word) > 1]
        yield from _pairs(whole)
        yield from _joined(whole)


def initial_keys(names: Sequence[Sequence[str]], *, seeks: bool, side: str) -> set[int]:
    """Keys by which "J. Holt" finds Jonas Holt, and is found by him: those of names with an initial
    (`seeks`) and those of whole names stand on two sides, so that the many Holts whose names begin
    with J do not find each other.
    """
    keys: set[int] = set()
    for name in names:
        for first, second in permutations(name[:_MOST_WORDS], 2):
            if len(second) > 1 and (len(first) == 1) == seeks:
                keys.add(hash((side, skeleton(first)[:1], skeleton(second))))
    return keys


def _pairs(words: Sequence[str]) -> Iterator[int]:
    for one, other in combinations(words, 2):
        mine, theirs = skeleton(one), skeleton(other)
        yield hash(("pair", *sorted((mine, theirs))))
        for first, second in ((one, other), (other, one)):
            for line in given_lines(first):
                yield hash(("short", line, skeleton(second)))
            for line in family_lines(first):
                yield hash(("family", line, skeleton(second)))
            heard, half = skeleton(first), sound(second)
            if len(half) > 2 * _LEAST_OF_A_HALF:
                yield hash(("begins", heard, half[: (len(half) + 1) // 2]))
                yield hash(("ends", heard, half[len(half) // 2 :]))


def _joined(words: Sequence[str]) -> Iterator[int]:
    """ "Li Xiao Long" as "Li" and "Xiaolong", and the other way round."""
    if len(words) == 3:
        first, second, third = words
        for one, other in ((first, second + third), (first + second, third)):
            yield hash(("pair", *sorted((skeleton(one), skeleton(other)))))
