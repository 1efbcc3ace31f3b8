"""Piles: many notes parted into those that are one text and those that stand alone.

Likeness chains: a is like b, b like c, and among a million notes everything hangs together. So a
group is parted by ever greater likeness until its parts can prove themselves (proving.py).
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from math import ceil
from statistics import mean, median
from typing import NamedTuple

from redleaf.batch.common_ground import CommonGround
from redleaf.batch.likeness import alike_groups
from redleaf.batch.phrasing import Phrasing
from redleaf.batch.proving import CAMPAIGN, ONE_TEXT, Group

# The likeness by which groups are found, and those by which they are parted further.
_LEVELS = (0.18, 0.35, 0.5, 0.65)
_SMALL = 60  # a pile of no more is looked at as a whole
_LARGE = 300  # a group of more is parted before it is tried
_TRIED = 1_000  # of a group that is larger yet, so many tell for all
_PAIR = 2
# How alike notes are that may be one text among several, and how many they are at least.
_TIGHT, _TIGHT_LEAST = 0.5, 4
# How much better two texts explain their own notes than each other's; and the share of the common
# terms that the middle note of several texts does not have.
_APART, _SEVERAL = 0.15, 0.55
# Parts of one text that was put together from pieces explain so much of each other.
_ALIKE = 0.25
_IN_PIECES = 0.4  # share of the common terms that the middle note of such a text has
_USES = 0.5  # share of a form that a note must hold to be one that uses it
_ASKED = 300  # how many are asked whether they use a form; they tell for all


# Of each term the places of the notes that have it.
Holders = Mapping[str, Sequence[int]]


class Tried(NamedTuple):
    """The notes of a campaign; or those that share a form and are none."""

    campaign: list[int]
    set_aside: list[int]


class Users(NamedTuple):
    """Those found to use a form, and how many there may be in all."""

    found: list[int]
    in_all: int


class Pile:
    """Notes, no two with one key: the terms of each, and for how many notes it stands.

    `phrasing_at` gives the phrasing at a place; it is asked again rather than kept.
    """

    def __init__(
        self,
        terms: Sequence[tuple[str, ...]],
        weights: Sequence[int],
        phrasing_at: Callable[[int], Phrasing],
    ) -> None:
        self._terms = terms
        self._weights = weights
        self._phrasing_at = phrasing_at

    def campaigns(self) -> Iterator[list[int]]:
        """Groups of places in the pile; a place that is in none is a note by itself."""
        everything = list(range(len(self._terms)))
        if len(everything) <= _SMALL:
            yield from self._campaigns_in(everything, 0)
            return
        for group, level in self._parts(everything, 0):
            yield from self._campaigns_in(group, level)

    def _campaigns_in(self, around: list[int], level: int) -> Iterator[list[int]]:
        """The campaigns in a group, which is parted further by the likenesses from `level` on."""
        holders = self._holders(around)
        pending = [(around, level)]
        while pending:
            group, level = pending.pop()
            if len(group) < _PAIR:
                continue
            if len(group) > _LARGE and level < len(_LEVELS):
                pending += self._parts(group, level)
                continue
            for text in self._texts_in(group):
                campaign, set_aside = self._tried(text, holders, len(around))
                if campaign:
                    yield campaign
                if level < len(_LEVELS):
                    gone = {*campaign, *set_aside}
                    pending += self._parts([at for at in text if at not in gone], level)

    def _tried(self, text: list[int], holders: Holders, around: int) -> Tried:
        """What a group of notes that may be one text comes to."""
        kept = self._proven(text)
        if not kept:
            return Tried([], [])
        group = self._group(_some(kept))
        using = self._users(group.ground, kept, holders)
        part = min(1.0, _TRIED / len(kept))
        if group.is_campaign(users=using.in_all * part, around=round(around * part)):
            return Tried(kept, [])
        return Tried([], [*kept, *using.found])

    def _parts(self, group: list[int], level: int) -> list[tuple[list[int], int]]:
        parts = alike_groups([self._terms[at] for at in group], least=_LEVELS[level])
        return [([group[at] for at in part], level + 1) for part in parts if len(part) >= _PAIR]

    def _proven(self, group: list[int]) -> list[int]:
        """The notes of a group that share one text; the worst leave first, a quarter at a time."""
        if len(group) > _TRIED:
            return self._proven_by_some(group)
        kept = group
        while len(kept) >= _PAIR:
            # A few of many hold together by chance; most of a pile, where it came from one form.
            is_most = 2 * len(kept) > len(self._terms)
            failing = self._group(kept).failing(one_text=_IN_PIECES if is_most else ONE_TEXT)
            if not failing:
                return kept
            gone = set(failing[: max(1, len(kept) // 4)])
            kept = [each for at, each in enumerate(kept) if at not in gone]
        return []

    def _proven_by_some(self, group: list[int]) -> list[int]:
        some = self._proven(_some(group))
        if not some:
            return []
        ground = self._ground(some)
        return [at for at in group if self._is_of(at, ground)]

    def _texts_in(self, group: list[int]) -> Iterator[list[int]]:
        """Texts that share their stock words are told apart: each explains itself better."""
        pending = [group]
        while pending:
            group = pending.pop()
            parts = alike_groups([self._terms[at] for at in group], least=_TIGHT)
            one = set(max(([group[at] for at in part] for part in parts), key=self._notes_at))
            other = [at for at in group if at not in one]
            least = min(self._notes_at(one), self._notes_at(other))
            if least >= _TIGHT_LEAST and self._are_two(group, one):
                ground = self._ground(sorted(one))
                rest = [at for at in other if not self._is_of(at, ground)]
                if rest:
                    pending += [sorted({*group}.difference(rest)), rest]
                    continue
            yield group

    def _notes_at(self, places: Iterable[int]) -> int:
        return sum(self._weights[at] for at in places)

    def _is_of(self, at: int, ground: CommonGround) -> bool:
        phrasing = self._phrasing_at(at)
        return ground.held(phrasing) >= ONE_TEXT and ground.explains(phrasing) >= CAMPAIGN

    def _are_two(self, group: list[int], one: Set[int]) -> bool:
        """Whether a part of a group is another text than the rest."""
        first = self._ground(sorted(one))
        second = self._ground([at for at in group if at not in one])
        phrasings = {at: self._phrasing_at(at) for at in group}
        by_first = {at: first.explains(each) for at, each in phrasings.items()}
        by_second = {at: second.explains(each) for at, each in phrasings.items()}
        others = [at for at in group if at not in one]
        across = mean(by_second[at] for at in one), mean(by_first[at] for at in others)
        if min(across) >= _ALIKE or mean(by_second[at] for at in others) - across[1] < _APART:
            return False
        if mean(by_first[at] for at in one) - across[0] >= _APART:
            return True
        ground = self._ground(group)
        return median(map(ground.held, phrasings.values())) < _SEVERAL

    def _holders(self, group: Sequence[int]) -> Holders:
        holders: dict[str, array[int]] = defaultdict(lambda: array("L"))
        for at in group:
            for term in self._terms[at]:
                holders[term].append(at)
        return holders

    def _users(self, ground: CommonGround, part: Sequence[int], holders: Holders) -> Users:
        """Those outside `part` who have most of its form, word for word.

        They are found by the rarest of its terms, not by asking everybody.
        """
        form, core = ground.form(), ground.core
        rarest = sorted(core, key=lambda term: (len(holders[term]), term))
        # Who holds half of them holds one of the rarest that are one more than the other half.
        asked = rarest[: len(core) - ceil(_USES * len(core)) + 1]
        may_use = sorted({at for term in asked for at in holders[term]}.difference(part))
        every = -(-len(may_use) // _ASKED) or 1
        needed = _USES * len(form)
        found = [
            at for at in may_use[::every] if len(form & self._phrasing_at(at).pairs()) >= needed
        ]
        return Users(found, len(found) * every)

    def _group(self, places: Sequence[int]) -> Group:
        return Group(*self._looked_at(places))

    def _ground(self, places: Sequence[int]) -> CommonGround:
        return CommonGround(*self._looked_at(places))

    def _looked_at(self, places: Sequence[int]) -> tuple[list[Phrasing], list[int]]:
        return [self._phrasing_at(at) for at in places], [self._weights[at] for at in places]


def _some(places: list[int]) -> list[int]:
    """Enough of them to tell for all."""
    return places[:: -(-len(places) // _TRIED)]
