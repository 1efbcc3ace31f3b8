"""Keys: under what a contact is found. Two who may be one person share one of them at least.

A key is the hash of a text: an index of 100,000 contacts has a million of them, and a number is
small. Two texts with one hash only cost a comparison more.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from redleaf.contacts.matching.evidence import SHORTEST_WITHIN
from redleaf.contacts.matching.firms import hosts_of
from redleaf.contacts.matching.name_forms import family_lines, given_lines
from redleaf.contacts.matching.phone_numbers import end_of
from redleaf.contacts.matching.sounds import bare, skeleton, sound
from redleaf.contacts.matching.traits import Traits
from redleaf.contacts.matching.word_likeness import FAMILY_SPELLING, SHORT_FORM, SLIP

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
    """Keys of a word of the name at an organisation, by its whole name and by how that begins."""
    firms = {*traits.firms, *hosts_of(traits.emails)}
    firms |= {firm[:SHORTEST_WITHIN] for firm in firms}
    for name in names if firms else ():
        for word in name[:_MOST_WORDS]:
            if len(word) > 1:
                heard = skeleton(word)
                yield from (hash(("firm", heard, firm)) for firm in firms)


def name_keys(name: Sequence[str], spare: float = math.inf) -> Iterator[int]:
    """Keys of the ways in which a name is written, shortened and mistyped. Of these the ways which
    take more from its rarity than it has to `spare` are left out.
    """
    whole = [word for word in name[:_MOST_WORDS] if len(word) > 1]
    for one, other in combinations(whole, 2):
        yield hash(("pair", *sorted((skeleton(one), skeleton(other)))))
        for first, second in ((one, other), (other, one)):
            yield from _other_forms(first, second, spare)
            if spare >= SLIP.cost:
                yield from _slips(first, second)
    yield from _joined(whole)


def initial_keys(
    names: Sequence[Sequence[str]], *, seeks: bool, side: str, first: str = ""
) -> set[int]:
    """Keys by which "J. Holt" finds Jonas Holt, and is found by him: those of names with an initial
    (`seeks`) and those of whole names stand on two sides, so that the many Holts whose names begin
    with J do not find each other. With `first` only those for an initial of this word.
    """
    keys: set[int] = set()
    for name in names:
        for one, other in permutations(name[:_MOST_WORDS], 2):
            if len(other) > 1 and (len(one) == 1) == seeks and first in ("", one):
                # Cyril and Cecilia, Yuri and Jurij: as it is written, or as it is heard.
                for letter in (bare(one)[:1], sound(one)[:1]):
                    keys.add(hash((side, letter, skeleton(other))))
    return keys


def _other_forms(first: str, second: str, spare: float) -> Iterator[int]:
    if spare >= SHORT_FORM.cost:
        for line in given_lines(first):
            yield hash(("short", line, skeleton(second)))
    if spare >= FAMILY_SPELLING.cost:
        for line in family_lines(first):
            yield hash(("family", line, skeleton(second)))


def _slips(first: str, second: str) -> Iterator[int]:
    """A slip stands in one half of a word, and hardly ever in its first letter."""
    heard, half = skeleton(first), sound(second)
    if len(half) > 2 * _LEAST_OF_A_HALF:
        yield hash(("begins", heard, half[: (len(half) + 1) // 2]))
        yield hash(("ends", heard, half[0], half[len(half) // 2 :]))


def _joined(words: Sequence[str]) -> Iterator[int]:
    """ "Li Xiao Long" as "Li" and "Xiaolong", and the other way round."""
    if len(words) == 3:
        first, second, third = words
        for one, other in ((first, second + third), (first + second, third)):
            yield hash(("pair", *sorted((skeleton(one), skeleton(other)))))
