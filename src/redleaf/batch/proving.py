"""Proving: whether the notes of a group are one text, or only sound like it.

What decides is how much of the middle note the group explains, how much each note says in
sentences of its own, and whether what they share is itself a letter to anybody. The numbers were
set on piles of ten and twelve notes (benchmarks/piles.jsonl), half of them merged, half not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from statistics import median

from redleaf.batch.common_ground import CommonGround
from redleaf.batch.phrasing import Phrasing
from redleaf.batch.shared_skeleton import shared_skeleton
from redleaf.judging import check
from redleaf.notes.skeleton import MASK, NAME

# Share of the middle note that its group must explain, when it stands there word for word or not,
CAMPAIGN, _IN_OTHER_WORDS = 0.6, 0.68
# ... when what they share is a pitch or a template even without the rest;
_FORM = 0.5
# ... when they retell the same in other words, by what weight of it, and how many they must be;
_RETOLD, _RETOLD_BY, _RETOLD_LEAST = 0.3, (1.0, 2.5), 6
# ... when the middle one has sentences of its own, from and up to what weight of them;
_SAID, _SAID_BY = 0.85, (2.25, 3.0)
# ... when it is retold by less than this, in no frame, and the middle one has from and up to so
# many words of content that hardly any other has: one offer may be made in twelve notes;
_RETOLD_HARDLY, _OWN_BY = 2.0, (1.5, 3.0)
# ... when most of those who use its form are no part of it.
_FEW, _MOST = 0.85, 0.67
# Of the last note it must explain so much of that.
_LAST = 0.5
# Share of the common terms that the middle note of one text has, and the last one.
ONE_TEXT, _HOLDS = 0.5, 0.2
# The weight that they must share: "Thanks, see you there" is everybody's.
_SAYS_LEAST = 0.9
# What notes share by chance is words, and no frames: so much of the middle one stands in them,
_FRAMED = 0.6
# ... where they are so few, or it explains so much, where they were picked from among so many.
_HANDFUL = 5
_PICKED, _PICKED_OF = 0.86, 0.5


class Group:
    """Notes that may be one text; `weights` tell for how many equal notes each phrasing stands."""

    def __init__(self, phrasings: Sequence[Phrasing], weights: Sequence[int]) -> None:
        self._phrasings = phrasings
        self._weights = weights
        self.ground = CommonGround(phrasings, weights)
        self._readings = [self.ground.read(each) for each in phrasings]

    def failing(self, *, one_text: float = ONE_TEXT) -> list[int]:
        """The places in the group of the notes that keep it from being one text, the worst first.

        Empty when it is one. Each that goes changes what the rest has in common. `one_text` is the
        share of the common terms that the middle note must have.
        """
        shares = [each.explained for each in self._readings]
        middle = median(shares)
        least = self.needed * _LAST if middle >= self.needed else self.needed
        failing = sorted((share, at) for at, share in enumerate(shares) if share < least)
        if not failing:
            held = [self.ground.held(each) for each in self._phrasings]
            least = _HOLDS if median(held) >= one_text else 1.0
            failing = sorted((share, at) for at, share in enumerate(held) if share < least)
        return [at for _, at in failing]

    def is_campaign(self, *, users: float, around: int) -> bool:
        """Whether its form was sent around.

        `users` are how many more use the form: of ten people who got the same opening and each a
        sentence of their own, the two whose sentence is short are no campaign. `around` are how
        many notes it was found among: of a hundred that tell of one event, some agree by chance.
        """
        size = len(self._phrasings)
        is_framed = self._framed >= _FRAMED
        if sum(self._weights) < _HANDFUL and not is_framed:
            return False
        if median(each.common for each in self._readings) < _SAYS_LEAST:
            return False
        needed = self.needed if size >= _MOST * (size + users) else _FEW
        if size < _PICKED_OF * around and not is_framed:
            needed = max(needed, _PICKED)
        return median(each.explained for each in self._readings) >= needed

    @cached_property
    def needed(self) -> float:
        """How much of the middle note the group must explain to be one text."""
        retold = 0.0
        if len(self._phrasings) >= _RETOLD_LEAST:
            retold = self.ground.retold(self._phrasings)
        needed = CAMPAIGN if self._framed >= _FRAMED else _IN_OTHER_WORDS
        needed -= _between(retold, *_RETOLD_BY) * (needed - _RETOLD)
        if retold < _RETOLD_BY[0]:
            said = median(each.said for each in self._readings)
            needed += _between(said, *_SAID_BY) * (_SAID - needed)
        is_own = 0.0
        if retold < _RETOLD_HARDLY and self._framed < _FRAMED:
            is_own = _between(median(each.own for each in self._readings), *_OWN_BY)
            needed += is_own * (_SAID - needed)
        middle = median(each.explained for each in self._readings)
        may_be_bait = _FORM <= middle < needed and is_own < 1.0
        return _FORM if may_be_bait and self._is_letter() else needed

    def _is_letter(self) -> bool:
        """Whether what notes share is itself a pitch or a template: then a sentence about the
        reader before it is bait, while one between a greeting and good wishes is the letter."""
        shared = shared_skeleton([each.skeleton for each in self._phrasings])
        filled = shared.replace(NAME, "Mira").replace(MASK, "this")
        return check(filled).verdict in ("pitch", "template")

    @cached_property
    def _framed(self) -> float:
        """How much of the middle note stands there word for word in the others, 0 to 1; of a few
        notes, the last one."""
        form = self.ground.form()
        pairs = [each.pairs() for each in self._phrasings]
        shares = [len(each & form) / max(1, len(each)) for each in pairs]
        return min(shares) if sum(self._weights) < _HANDFUL else median(shares)


def _between(value: float, low: float, high: float) -> float:
    """How far `value` is from `low` to `high`: 0 to 1."""
    return min(1.0, max(0.0, (value - low) / (high - low)))
