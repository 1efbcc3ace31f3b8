"""Two names: which words they share in any order, and what is left over on each side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from redleaf.contacts.matching.name_forms import given_lines
from redleaf.contacts.matching.sounds import sound
from redleaf.contacts.matching.word_likeness import (
    EQUAL,
    SPELLING,
    IsKnown,
    WordLikeness,
    word_likeness,
)

# How rare a word is, as the negative logarithm (base 10) of the share of names that have it.
Rarity = Callable[[str], float]

_INITIAL_RARITY = 1.1
_FIRST_MISSING = 1.3
_MISSING = 0.2


class Shared(NamedTuple):
    """A word of one name and the word of the other that it is alike."""

    one: str
    other: str
    likeness: WordLikeness


class NameLikeness(NamedTuple):
    """`weight` tells how much rarer than by chance (log 10) two people have names so alike.

    `shared` are the words that are alike, `left` and `right` those that only one has.
    """

    weight: float
    shared: tuple[Shared, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether one name is all in the other, and more than one word of it."""
        words = [each for each in self.shared if each.likeness.way != "initial"]
        return len(self.shared) > 1 and bool(words) and not (self.left and self.right)

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
    shared, left, right = _aligned(one, other, is_known)
    if left and right:
        shared, left, right = _written_apart(shared, left, right)
    weight = sum(_weight(each, rarity) for each in shared)
    for rest, name in ((left, one), (right, other)):
        if rest and not (left and right):
            weight -= _FIRST_MISSING if rest[0] == name[0] and len(name) > 2 else _MISSING
    return NameLikeness(weight, tuple(shared), tuple(left), tuple(right))


def _aligned(
    one: Sequence[str], other: Sequence[str], is_known: IsKnown
) -> tuple[list[Shared], list[str], list[str]]:
    """The words paired off, the most alike first."""
    left, right = list(one), list(other)
    shared = []
    for word in one:
        if word in right:
            left.remove(word)
            right.remove(word)
            shared.append(Shared(word, word, EQUAL))
    found = [
        Shared(mine, theirs, likeness)
        for mine in left
        for theirs in right
        if (likeness := word_likeness(mine, theirs, is_known))
    ]
    for each in sorted(found, key=lambda pair: pair.likeness.cost):
        if each.one in left and each.other in right:
            left.remove(each.one)
            right.remove(each.other)
            shared.append(each)
    return shared, left, right


def _written_apart(
    shared: list[Shared], left: list[str], right: list[str]
) -> tuple[list[Shared], list[str], list[str]]:
    """ "Xiao Long" and "Xiaolong" are one word; so are "Jean Pierre" and "JP"."""
    mine, theirs = "".join(left), "".join(right)
    is_one = sound(mine) == sound(theirs) or given_lines(mine) & given_lines(theirs)
    if len(left) != len(right) and is_one:
        return [*shared, Shared(mine, theirs, SPELLING)], [], []
    return shared, left, right


def _weight(shared: Shared, rarity: Rarity) -> float:
    if shared.likeness.way == "initial":
        return _INITIAL_RARITY - shared.likeness.cost
    return max(0.0, min(rarity(shared.one), rarity(shared.other)) - shared.likeness.cost)
