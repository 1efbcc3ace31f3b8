"""Proving: which notes of a group that is alike are one text, and which only sound like it.

Likeness chains: a is like b, b like c. So each group proves itself by its own common ground, and
is parted where it cannot. Whether a form was filled in is asked of all who use it: when ten people
got the same opening and each a sentence of their own, the two whose sentence is short are no
campaign.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from math import ceil
from statistics import mean, median

from redleaf.batch.common_ground import CommonGround
from redleaf.batch.likeness import alike_groups
from redleaf.batch.phrasing import Phrasing
from redleaf.batch.shared_skeleton import shared_skeleton
from redleaf.judging import check
from redleaf.notes.skeleton import MASK, NAME

# The likeness by which groups are found, and those by which they are parted when they cannot prove
# themselves.
LEVELS = (0.18, 0.35, 0.5, 0.65)
_SMALL = 60  # a pile of no more is looked at as a whole
_LARGE = 300  # a group of more is parted before it is tried
_CAMPAIGN = 0.6  # share of the middle note of a group that the group must explain
# ... when they retell the same in other words, and by what weight of it; in fewer it is chance.
_RETOLD, _RETOLD_BY, _RETOLD_LEAST = 0.3, (1.0, 2.0), 6
# ... when what they share is a pitch or a template even without the rest.
_FORM = 0.5
# ... when the middle one has sentences of its own, and from and up to what weight of them.
_SAID, _SAID_BY = 0.85, (2.25, 3.0)
_MEMBER = 0.58  # ... and of the last one, as a share of that
_PAIR = 2
_HANDFUL, _HANDFUL_FRAMED = 5, 0.4  # a few notes share words by chance, but no frames
_ONE_TEXT = 0.5  # share of the common terms that the middle note of one text has
_HOLDS = 0.28  # ... and the last one
_SAYS_LEAST = 0.9  # weight of what they share: "Thanks, see you there" is everybody's
_FEW = 0.85  # ... when most of those who share its form say something of their own
_MOST = 0.67
_USES = 0.5  # share of a form that a note must hold to be one that uses it
_CANDIDATES = 2_000  # how many are asked whether they use a form; of more, some of each part
_TIGHT = 0.5  # how alike notes are that may be a campaign within another, and how many those are
_PART_LEAST = 4
_MIXED = 0.55  # share of the common terms that the middle note of a mixture does not have
_APART = 0.15  # how much better two texts explain their own notes than each other's


class Pile:
    """Phrasings, no two with one key, and for how many notes each stands."""

    def __init__(self, phrasings: Sequence[Phrasing], weights: Sequence[int]) -> None:
        self._phrasings = phrasings
        self._weights = weights

    def campaigns(self) -> Iterator[list[int]]:
        """Groups of places in the pile; a place that is in none is a note by itself."""
        everything = list(range(len(self._phrasings)))
        if len(everything) <= _SMALL:
            yield from self._campaigns_in(everything, 0)
            return
        for group, level in self._parts(everything, 0):
            yield from self._campaigns_in(group, level)

    def _campaigns_in(self, around: list[int], level: int) -> Iterator[list[int]]:
        """The campaigns in a group, which is parted further by the likenesses from `level` on."""
        users = _Users(around, self._phrasings)
        pending = [(around, level)]
        while pending:
            group, level = pending.pop()
            if len(group) < _PAIR:
                continue
            if len(group) > _LARGE and level < len(LEVELS):
                pending += self._parts(group, level)
                continue
            for text in self._unmixed(group):
                kept = self._proven(text)
                using = users.of(self._ground(kept).form(), kept) if kept else []
                if kept and self._is_campaign(kept, using):
                    yield kept
                    using = []
                rest = [at for at in text if at not in {*kept, *using}]
                if level < len(LEVELS):
                    pending += self._parts(rest, level)

    def _parts(self, group: list[int], level: int) -> list[tuple[list[int], int]]:
        parts = alike_groups([self._phrasings[at].terms for at in group], least=LEVELS[level])
        return [([group[at] for at in part], level + 1) for part in parts if len(part) > 1]

    def _proven(self, group: list[int]) -> list[int]:
        """The notes of a group that share one text. The worst leave first, a quarter at a time,
        because each that goes changes what the rest has in common."""
        kept = group
        while len(kept) > 1:
            shares, needed = self._shares(kept)
            least = needed * _MEMBER if median(shares.values()) >= needed else needed
            worst = sorted((shares[at], at) for at in kept if shares[at] < least)
            if not worst:
                held = self._held(kept, kept)
                least = _HOLDS if median(held.values()) >= _ONE_TEXT else 1.0
                worst = sorted((held[at], at) for at in kept if held[at] < least)
            if not worst:
                return kept
            gone = {at for _, at in worst[: max(1, len(kept) // 4)]}
            kept = [at for at in kept if at not in gone]
        return []

    def _held(self, notes: Iterable[int], group: Collection[int]) -> dict[int, float]:
        """How much of what is common in a group each note has: little where it is several texts."""
        core = self._ground(sorted(group)).core()
        return {at: len(self._phrasings[at].terms & core) / max(1, len(core)) for at in notes}

    def _unmixed(self, kept: list[int]) -> Iterator[list[int]]:
        """Two texts that share their stock words are told apart: each explains itself better."""
        pending = [kept]
        while pending:
            group = pending.pop()
            parts = alike_groups([self._phrasings[at].terms for at in group], least=_TIGHT)
            one = {group[at] for at in max(parts, key=len)}
            if min(len(one), len(group) - len(one)) < _PART_LEAST or not self._is_mixed(group, one):
                yield group
                continue
            ground = self._ground(sorted(one))
            held = self._held(group, one)
            one |= {
                at
                for at in group
                if held[at] >= _ONE_TEXT and ground.explains(self._phrasings[at]) >= _CAMPAIGN
            }
            other = [at for at in group if at not in one]
            if not other:
                yield group
                continue
            pending += [sorted(one), other]

    def _is_mixed(self, group: list[int], one: Set[int]) -> bool:
        """Whether a part of a group is another text than the rest."""
        first = self._ground(sorted(one))
        second = self._ground([at for at in group if at not in one])
        gains = {
            at: first.explains(self._phrasings[at]) - second.explains(self._phrasings[at])
            for at in group
        }
        within = mean(gains[at] for at in one)
        without = -mean(gain for at, gain in gains.items() if at not in one)
        if without < _APART:
            return False
        return within >= _APART or median(self._held(group, group).values()) < _MIXED

    def _is_campaign(self, part: list[int], using: list[int]) -> bool:
        notes = sum(self._weights[at] for at in part)
        if len(part) < _PAIR or (notes < _HANDFUL and self._framed(part) < _HANDFUL_FRAMED):
            return False
        ground = self._ground(part)
        if median(ground.read(self._phrasings[at]).common for at in part) < _SAYS_LEAST:
            return False
        shares, needed = self._shares(part)
        is_most = len(part) >= _MOST * (len(part) + len(using))
        return median(shares.values()) >= (needed if is_most else _FEW)

    def _framed(self, part: list[int]) -> float:
        """How much of the middle note stands there word for word in the others: 0 to 1."""
        form = self._ground(part).form()
        pairs = [self._phrasings[at].pairs() for at in part]
        return median(len(each & form) / max(1, len(each)) for each in pairs)

    def _shares(self, group: list[int]) -> tuple[dict[int, float], float]:
        """How much of each note its group explains, and how much of the middle one it must."""
        ground = self._ground(group)
        phrasings = [self._phrasings[at] for at in group]
        readings = [ground.read(each) for each in phrasings]
        retold = ground.retold(phrasings) if len(group) >= _RETOLD_LEAST else 0.0
        needed = _CAMPAIGN - _between(retold, *_RETOLD_BY) * (_CAMPAIGN - _RETOLD)
        if retold < _RETOLD_BY[0]:
            said = median(each.said for each in readings)
            needed += _between(said, *_SAID_BY) * (_SAID - _CAMPAIGN)
        if _FORM <= median(each.explained for each in readings) < needed and _is_form(phrasings):
            needed = _FORM
        return {at: each.explained for at, each in zip(group, readings, strict=True)}, needed

    def _ground(self, group: list[int]) -> CommonGround:
        return CommonGround(
            [self._phrasings[at] for at in group], [self._weights[at] for at in group]
        )


class _Users:
    """Who of a group uses a form: found by the rarest of its words, not by asking everybody."""

    def __init__(self, group: Sequence[int], phrasings: Sequence[Phrasing]) -> None:
        self._pairs = {at: phrasings[at].pairs() for at in group}
        self._holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, pairs in self._pairs.items():
            for pair in pairs:
                self._holders[pair].append(at)

    def of(self, form: Set[tuple[str, str]], part: Sequence[int]) -> list[int]:
        """Those who have most of a form's neighbouring words, and are not in `part`; of very many,
        a sample."""
        rarest = sorted(form, key=lambda pair: (len(self._holders[pair]), pair))
        needed = _USES * len(form)
        # Who holds so many of them holds one of the rarest that are one more than may be missing.
        asked = rarest[: len(form) - ceil(needed) + 1]
        holders = {at for pair in asked for at in self._holders[pair]}
        found = sorted(holders.difference(part))
        found = found[:: max(1, len(found) // _CANDIDATES)]
        return [at for at in found if len(form & self._pairs[at]) >= needed]


def _between(value: float, low: float, high: float) -> float:
    """How far `value` is from `low` to `high`: 0 to 1."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def _is_form(phrasings: Sequence[Phrasing]) -> bool:
    """Whether what notes share is itself a pitch or a template: then a sentence about the reader
    before it is bait, while one between a greeting and good wishes is the letter."""
    shared = shared_skeleton([each.skeleton for each in phrasings])
    filled = shared.replace(NAME, "Mira").replace(MASK, "this")
    return check(filled).verdict in ("pitch", "template")
