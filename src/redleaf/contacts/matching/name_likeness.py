"""Two names: which words they share in any order, and what is left over on each side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from redleaf.contacts.matching.name_forms import given_lines
from redleaf.contacts.matching.sounds import skeleton, sound
from redleaf.contacts.matching.word_likeness import (
    EQUAL,
    IsKnown,
    WordLikeness,
    word_likeness,
)
from redleaf.notes.spelling import edits

# How rare a word is, as the negative logarithm (base 10) of the share of names that have it.
Rarity = Callable[[str], float]

# As many names begin with one letter.
INITIAL_RARITY = 0.9
_FIRST_MISSING = 1.3
_MISSING = 0.2
_MOST_APART = 2


class Shared(NamedTuple):
    """A word of one name and the word of the other that it is alike."""

    one: str
    other: str
    likeness: WordLikeness


class NameLikeness(NamedTuple):
    """`weight` tells how much rarer than by chance (log 10) two people have names so alike.

    `shared` are the words that are alike, `left` and `right` those that only one has. `is_whole`
    tells that one name is all in the other, and more than one word of it.
    """

    weight: float
    shared: tuple[Shared, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    is_whole: bool = False

    @property
    def is_single(self) -> bool:
        """Whether one is a single word, and the other has it."""
        return len(self.shared) == 1 and not (self.left and self.right)

    @property
    def is_sure(self) -> bool:
        """Whether it is the same name: nothing in it is a slip or only perhaps the same."""
        return self.is_whole and all(each.likeness.way in _SURE_WAYS for each in self.shared)

    @property
    def is_equal(self) -> bool:
        equal = all(each.likeness.way in ("equal", "spelling") for each in self.shared)
        return self.is_whole and equal and not (self.left or self.right)


_SURE_WAYS = frozenset(("equal", "spelling", "script", "short form", "initial"))


def name_likeness(
    one: Sequence[str], other: Sequence[str], rarity: Rarity, is_known: IsKnown
) -> NameLikeness:
    """How alike two names are, given as words."""
    if len(one) > len(other):
        one = _joined_like(one, other)
    elif len(other) > len(one):
        other = _joined_like(other, one)
    shared, left, right = _aligned(one, other, is_known)
    if not shared:
        return NameLikeness(0.0, (), tuple(left), tuple(right))
    weight = sum(_weight(each, rarity) for each in shared)
    for rest, name in ((left, one), (right, other)):
        if rest and not (left and right):
            weight -= _FIRST_MISSING if rest[0] == name[0] and len(name) > 2 else _MISSING
    is_whole = _is_whole(shared, left, right)
    return NameLikeness(weight, tuple(shared), tuple(left), tuple(right), is_whole)


def _is_whole(shared: Sequence[Shared], left: Sequence[str], right: Sequence[str]) -> bool:
    """Initials count as words that are left out."""
    if len(shared) < 2 or all(each.likeness.way == "initial" for each in shared):
        return False
    return not (any(len(word) > 1 for word in left) and any(len(word) > 1 for word in right))


def _joined_like(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """ "Xiao Long" as "Xiaolong" where the other name has it so; "Jean Pierre" for "JP" too."""
    for at, (first, second) in enumerate(pairwise(one)):
        if any(_is_one_word(first, second, word) for word in other):
            return [*one[:at], first + second, *one[at + 2 :]]
    return one


@lru_cache(maxsize=65536)
def _is_one_word(first: str, second: str, word: str) -> bool:
    if (lines := given_lines(first + second)) and not lines.isdisjoint(given_lines(word)):
        return True
    # What sounds the same has the same consonants: most words go no further.
    if skeleton(first + second) != skeleton(word):
        return False
    both, heard = sound(first + second), sound(word)
    if both == heard:
        return True
    if heard in (sound(first), sound(second)):
        return False
    return abs(len(both) - len(heard)) <= _MOST_APART and edits(both, heard) <= _MOST_APART


def _aligned(
    one: Sequence[str], other: Sequence[str], is_known: IsKnown
) -> tuple[list[Shared], list[str], list[str]]:
    """The words paired off, the most alike first, initials last."""
    left, right = list(one), list(other)
    shared = []
    for word in one:
        if word in right:
            left.remove(word)
            right.remove(word)
            shared.append(Shared(word, word, EQUAL))
    if not (left and right):
        return shared, left, right
    found = [
        Shared(mine, theirs, likeness)
        for mine in left
        for theirs in right
        if (likeness := word_likeness(mine, theirs, is_known))
    ]
    for each in sorted(found, key=_order):
        if each.one in left and each.other in right:
            left.remove(each.one)
            right.remove(each.other)
            shared.append(each)
    return shared, left, right


def _order(shared: Shared) -> tuple[bool, float]:
    return shared.likeness.way == "initial", shared.likeness.cost


def _weight(shared: Shared, rarity: Rarity) -> float:
    if shared.likeness.way == "initial":
        return INITIAL_RARITY
    return max(0.0, min(rarity(shared.one), rarity(shared.other)) - shared.likeness.cost)
