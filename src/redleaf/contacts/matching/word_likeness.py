"""Two words of two names: equal, spelt otherwise, short for each other, slipped, or others."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from redleaf.contacts.matching.han import AS_WRITTEN
from redleaf.contacts.matching.name_forms import (
    family_lines,
    given_lines,
    is_full_name,
    is_given_name,
)
from redleaf.contacts.matching.romanising import CONSONANTS_ONLY
from redleaf.contacts.matching.sounds import bare, skeleton, sound
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
NEAR_SOUND = WordLikeness("slip", 0.6)
TWO_FORMS = WordLikeness("two forms", 0.5)
INITIAL = WordLikeness("initial", 0.0)
SLIP = WordLikeness("slip", 0.9)
TWO_SLIPS = WordLikeness("slip", 1.6)
BEGINNING = WordLikeness("beginning", 1.2)
TWO_NAMES = WordLikeness("slip", 1.9)
HIS_AND_HERS = WordLikeness("his and hers", 1.0)
ONLY_SOUNDS = WordLikeness("only sounds", 1.5)

# Families whose women and men write them otherwise: her ending, and his.
_HIS_AND_HERS = {
    "skaya": ("ski", "sky", "skii", "skiy", "skij"), "skaia": ("ski", "skii"), "skaja": ("skij",),
    "ska": ("ski", "sky"), "cka": ("cki", "cky"), "dzka": ("dzki",), "ova": ("ov", ""),
    "eva": ("ev",), "ina": ("in",), "owa": ("ow",), "ewa": ("ew",), "ou": ("os",), "a": ("y",),
}  # fmt: skip
_HER_ENDINGS = sorted(_HIS_AND_HERS, key=len, reverse=True)
_SHORTEST_BEGINNING = 3
_SHORTEST_SLIP = 4
_FEWEST_CONSONANTS = 4
_SHORTEST_FOR_TWO = 8

# Whether a word is a name that many have, so that it is no slip for another.
IsKnown = Callable[[str], bool]


def word_likeness(one: str, other: str, is_known: IsKnown) -> WordLikeness | None:
    """How alike two romanised words are; None where they are two names."""
    if one == other:
        return EQUAL
    likeness = _likeness(one, other) if one < other else _likeness(other, one)
    if likeness not in _ONLY_OF_STRANGE_WORDS or not (is_known(one) and is_known(other)):
        return likeness
    return None if is_given_name(one) and is_given_name(other) else TWO_NAMES


# What may be a slip of the pen is none where both are names that people have.
_ONLY_OF_STRANGE_WORDS = (NEAR_SOUND, SLIP, TWO_SLIPS, BEGINNING)


@lru_cache(maxsize=262144)
def _likeness(one: str, other: str) -> WordLikeness | None:
    if len(one) == 1 or len(other) == 1:
        return INITIAL if _begin_alike(one, other) else None
    if one[0] == CONSONANTS_ONLY or other[0] == CONSONANTS_ONLY:
        return _by_consonants(one, other)
    if AS_WRITTEN in one or AS_WRITTEN in other:
        return _by_reading(one, other)
    if sound(one) == sound(other):
        return SPELLING
    if (lines := given_lines(one)) and not lines.isdisjoint(given_lines(other)):
        return TWO_FORMS if is_full_name(one) and is_full_name(other) else SHORT_FORM
    if (lines := family_lines(one)) and not lines.isdisjoint(family_lines(other)):
        return FAMILY_SPELLING
    if not _open_alike(one, other):
        return None
    if _is_his_and_hers(one, other) or _is_his_and_hers(other, one):
        return HIS_AND_HERS
    return _near_sound(one, other) or _slip(one, other) or _beginning(one, other)


def _open_alike(one: str, other: str) -> bool:
    """Whether one slip at most is in how they begin; most pairs of words go no further."""
    return one[0] == other[0] or one[1:3] == other[1:3] or one[:2] == other[1::-1]


def _begin_alike(one: str, other: str) -> bool:
    """Whether an initial may be that of the other word, as it is written or as it is heard."""
    return bare(one)[:1] == bare(other)[:1] or sound(one)[:1] == sound(other)[:1]


def _by_consonants(one: str, other: str) -> WordLikeness | None:
    if one[0] == other[0]:
        return None
    mine, theirs = skeleton(one), skeleton(other)
    if mine == theirs or family_lines(one) & family_lines(other):
        return SCRIPT
    # A guttural in the middle is written as ch, as h or not at all.
    is_near = min(len(mine), len(theirs)) > 1 and edits(mine, theirs) == 1
    return SLIP if is_near and "k" in mine + theirs else None


def _by_reading(one: str, other: str) -> WordLikeness | None:
    mine, _, my_signs = one.partition(AS_WRITTEN)
    theirs, _, their_signs = other.partition(AS_WRITTEN)
    if my_signs and their_signs:
        return EQUAL if my_signs == their_signs else ONLY_SOUNDS if mine == theirs else None
    if sound(mine) == sound(theirs):
        return SCRIPT
    if family_lines(mine) & family_lines(theirs):
        return FAMILY_SPELLING
    return SLIP if len(mine) > _SHORTEST_SLIP and edits(mine, theirs) == 1 else None


def _is_his_and_hers(hers: str, his: str) -> bool:
    ending = next((end for end in _HER_ENDINGS if hers.endswith(end)), None)
    if ending is None or hers[:_SHORTEST_BEGINNING] != his[:_SHORTEST_BEGINNING]:
        return False
    stem = hers[: -len(ending)]
    return his.startswith(stem) and his[len(stem) :] in _HIS_AND_HERS[ending]


def _near_sound(one: str, other: str) -> WordLikeness | None:
    """Long words with the same consonants whose vowels are heard a little otherwise."""
    consonants = skeleton(one)
    if len(consonants) < _FEWEST_CONSONANTS or consonants != skeleton(other):
        return None
    return NEAR_SOUND if _apart(sound(one), sound(other)) <= 2 else None


def _slip(one: str, other: str) -> WordLikeness | None:
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SHORTEST_SLIP or longer - shorter > 2:
        return None
    apart = _apart(one, other)
    if apart > 1:
        apart = min(apart, _apart(sound(one), sound(other)))
    if apart == 1:
        return SLIP
    return TWO_SLIPS if apart == 2 and shorter >= _SHORTEST_FOR_TWO else None


def _apart(one: str, other: str) -> int:
    """Edits, counted where the words differ; of more than two only that they are more."""
    first, last = 0, 0
    shorter = min(len(one), len(other))
    while first < shorter and one[first] == other[first]:
        first += 1
    while last < shorter - first and one[-1 - last] == other[-1 - last]:
        last += 1
    mine, theirs = one[first : len(one) - last], other[first : len(other) - last]
    if not (mine and theirs):
        return len(mine) + len(theirs)
    if abs(len(mine) - len(theirs)) > 2 or _differ_in_more_than_two(mine, theirs):
        return 3
    return edits(mine, theirs)


def _differ_in_more_than_two(one: str, other: str) -> bool:
    """Whether letters that the other lacks tell it; an edit mends one of them at most."""
    return sum(char not in other for char in one) > 2 or sum(char not in one for char in other) > 2


def _beginning(one: str, other: str) -> WordLikeness | None:
    shorter, longer = sorted((one, other), key=len)
    is_beginning = len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter)
    return BEGINNING if is_beginning else None
