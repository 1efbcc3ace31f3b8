"""Keys: under what a contact is found. Two who may be one person share one of them at least.

A key is the hash of a text: an index of 100,000 contacts has a million of them, and a number is
small. Two texts with one hash only cost a comparison more.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

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


def name_keys(name: Sequence[str], spare: float = math.inf) -> list[int]:
    """Keys of the ways in which a name is written, shortened and mistyped. Of these the ways which
    take more from its rarity than it has to `spare` are left out.
    """
    return [key for cost, key in _costs_and_keys(tuple(name[:_MOST_WORDS])) if cost <= spare]


def initial_keys(
    names: Sequence[Sequence[str]], *, seeks: bool, side: str, first: str = ""
) -> set[int]:
    """Keys by which "J. Holt" finds Jonas Holt, and is found by him: those of names with an initial
    (`seeks`) and those of whole names stand on two sides, so that the many Holts whose names begin
    with J do not find each other. With `first` only those for an initial of this word.
    """
    keys: set[int] = set()
    for name in names:
        words = list(name[:_MOST_WORDS])
        for at, one in enumerate(words):
            if (len(one) == 1) == seeks and first in ("", one):
                others = [skeleton(word) for word in words[:at] + words[at + 1 :] if len(word) > 1]
                # Cyril and Cecilia, Yuri and Jurij: as it is written, or as it is heard.
                for letter in {bare(one)[:1], sound(one)[:1]}:
                    keys.update(hash((side, letter, other)) for other in others)
    return keys


# Who has just been looked for is mostly added next, under the same keys.
@lru_cache(maxsize=64)
def _costs_and_keys(name: tuple[str, ...]) -> tuple[tuple[float, int], ...]:
    """Each key with what its way takes from the rarity."""
    whole = [word for word in name if len(word) > 1]
    keys: list[tuple[float, int]] = []
    for one, other in combinations(whole, 2):
        keys.append((0.0, _pair_key(one, other)))
        for first, second in ((one, other), (other, one)):
            keys += _other_forms(first, second)
            keys += _slips(first, second)
    return (*keys, *((0.0, key) for key in _joined(whole)))


def _pair_key(one: str, other: str) -> int:
    mine, theirs = skeleton(one), skeleton(other)
    return hash(("pair", mine, theirs) if mine <= theirs else ("pair", theirs, mine))


def _other_forms(first: str, second: str) -> Iterator[tuple[float, int]]:
    for line in given_lines(first):
        yield SHORT_FORM.cost, hash(("short", line, skeleton(second)))
    for line in family_lines(first):
        yield FAMILY_SPELLING.cost, hash(("family", line, skeleton(second)))


def _slips(first: str, second: str) -> Sequence[tuple[float, int]]:
    """A slip stands in one half of a word, and hardly ever in its first letter."""
    heard, half = skeleton(first), sound(second)
    if len(half) <= 2 * _LEAST_OF_A_HALF:
        return ()
    return (
        (SLIP.cost, hash(("begins", heard, half[: (len(half) + 1) // 2]))),
        (SLIP.cost, hash(("ends", heard, half[0], half[len(half) // 2 :]))),
    )


def _joined(words: Sequence[str]) -> Iterator[int]:
    """ "Li Xiao Long" as "Li" and "Xiaolong", and the other way round."""
    if len(words) == 3:
        first, second, third = words
        for one, other in ((first, second + third), (first + second, third)):
            yield _pair_key(one, other)
