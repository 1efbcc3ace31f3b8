"""Two words of two names: equal, spelt otherwise, short for each other, slipped, or others."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from redleaf.contacts.matching.han import AS_WRITTEN
from redleaf.contacts.matching.name_forms import family_lines, given_lines
from redleaf.contacts.matching.romanising import CONSONANTS_ONLY
from redleaf.contacts.matching.sounds import skeleton, sound
from redleaf.notes.spelling import edits


class WordLikeness(NamedTuple):
    """How two words are alike: in which way, and what that takes from the certainty (log 10)."""

    way: str
    cost: float


EQUAL = WordLikeness("equal", 0.0)
SPELLING = WordLikeness("spelling", 0.1)
SCRIPT = WordLikeness("script", 0.3)
SHORT_FORM = WordLikeness("short form", 0.4)
FAMILY_SPELLING = WordLikeness("spelling", 0.5)
INITIAL = WordLikeness("initial", 0.2)
SLIP = WordLikeness("slip", 0.9)
TWO_SLIPS = WordLikeness("slip", 1.6)
BEGINNING = WordLikeness("beginning", 1.2)
HIS_AND_HERS = WordLikeness("his and hers", 1.0)
ONLY_SOUNDS = WordLikeness("only sounds", 1.5)

# Families whose women and men write them otherwise, longest ending first.
_HIS_AND_HERS = (
    ("skaya", "ski"), ("skaia", "ski"), ("skaja", "ski"), ("ska", "ski"), ("cka", "cki"),
    ("ova", "ov"), ("eva", "ev"), ("ina", "in"), ("ska", "sky"), ("skaya", "sky"),
    ("skaya", "skii"), ("skaya", "skiy"), ("dzka", "dzki"), ("ovna", "ov"), ("ou", "os"),
)  # fmt: skip
_SHORTEST_BEGINNING = 3
_SHORTEST_SLIP = 4
_SHORTEST_FOR_TWO = 8

# Whether a word is a name that many have, so that it is no slip for another.
IsKnown = Callable[[str], bool]


def word_likeness(one: str, other: str, is_known: IsKnown) -> WordLikeness | None:
    """How alike two romanised words are; None where they are two names."""
    if one == other:
        return EQUAL
    if len(one) == 1 or len(other) == 1:
        return INITIAL if one[0] == other[0] else None
    if one[0] == CONSONANTS_ONLY or other[0] == CONSONANTS_ONLY:
        return _by_consonants(one, other)
    if AS_WRITTEN in one or AS_WRITTEN in other:
        return _by_reading(one, other)
    if sound(one) == sound(other):
        return SPELLING
    if not given_lines(one).isdisjoint(given_lines(other)):
        return SHORT_FORM
    if not family_lines(one).isdisjoint(family_lines(other)):
        return FAMILY_SPELLING
    if _is_his_and_hers(one, other) or _is_his_and_hers(other, one):
        return HIS_AND_HERS
    return _slip(one, other, is_known) or _beginning(one, other)


def _by_consonants(one: str, other: str) -> WordLikeness | None:
    if one[0] == other[0]:
        return None
    forms = family_lines(one) & family_lines(other)
    return SCRIPT if forms or skeleton(one) == skeleton(other) else None


def _by_reading(one: str, other: str) -> WordLikeness | None:
    mine, _, my_signs = one.partition(AS_WRITTEN)
    theirs, _, their_signs = other.partition(AS_WRITTEN)
    if my_signs and their_signs:
        return ONLY_SOUNDS if mine == theirs else None
    if sound(mine) == sound(theirs):
        return SCRIPT
    return FAMILY_SPELLING if family_lines(mine) & family_lines(theirs) else None


def _is_his_and_hers(hers: str, his: str) -> bool:
    return any(
        hers.endswith(her_end) and his == hers[: -len(her_end)] + his_end
        for her_end, his_end in _HIS_AND_HERS
    )


def _slip(one: str, other: str, is_known: IsKnown) -> WordLikeness | None:
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SHORTEST_SLIP or longer - shorter > 2 or (is_known(one) and is_known(other)):
        return None
    if one[0] != other[0] and one[1:3] != other[1:3] and one[:2] != other[1::-1]:
        return None
    apart = min(edits(one, other), edits(sound(one), sound(other)))
    if apart == 1:
        return SLIP
    return TWO_SLIPS if apart == 2 and shorter >= _SHORTEST_FOR_TWO else None


def _beginning(one: str, other: str) -> WordLikeness | None:
    shorter, longer = sorted((one, other), key=len)
    is_beginning = len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter)
    return BEGINNING if is_beginning else None
