"""Outlines: options in the order of a plan, found best first by what they are worth together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redleaf.writing.flow import SEAM, Flow, Told
from redleaf.writing.options import Option, Options
from redleaf.writing.phrasebook import TONES
from redleaf.writing.plans import plans_for
from redleaf.writing.setting import Setting
from redleaf.writing.turns import fitting_frames, turn_in

_WIDTH = 6
_OF_ONE_BEGINNING = 2
_OF_ONE_END = 3
_OF_ONE_FRAME = 5
_POOL = 12
_KEPT = 24
_PLANS = 12
_LIFT = 0.8


Plan = tuple[str, ...]
Beam = list[tuple[float, Told, tuple[Option, ...]]]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a note would say and how, not worded yet; the higher `worth`, the better to read."""

    options: tuple[Option, ...]
    told: Told
    worth: float
    tone: str


class Outliner:
    """Outlines of one brief, the same for the same brief and seed."""

    def __init__(self, setting: Setting, chance: random.Random) -> None:
        self.setting = setting
        self.options = Options(setting.material, chance)
        self.situation = (
            ("register", setting.register),
            ("known", setting.recognition),
            ("aim", setting.aim),
            ("medium", setting.medium),
            ("network", setting.network),
            ("strangers", "certain" if setting.are_strangers else "possible"),
        )
        self.flow = Flow(setting)
        self.found: dict[str, list[Option]] = {}
        self.short: dict[str, list[Option]] = {}

    def outlines(self) -> list[Outline]:
        """The best outlines of each tone, best first."""
        plans = [plan for name in self.setting.plans for plan in plans_for(name)]
        plans = [plan for plan in dict.fromkeys(plans) if all(map(self.of_move, plan))]
        return [
            outline
            for tone in TONES
            for outline in _varied(sorted(self._of_tone(plans, tone), key=_by_worth))
        ]

    def of_move(self, move: str) -> list[Option]:
        """All options of one heading, the most promising first."""
        if move not in self.found:
            language, is_relaxed = self.setting.language, self.setting.is_relaxed
            frames = [
                each
                for each in fitting_frames(language.code, move, self.situation)
                if self.options.may_fill(each.slots)
                and (is_relaxed or not language.spoken.search(each.text))
            ]
            turns = (turn_in(each, language, is_relaxed=is_relaxed) for each in frames)
            found = [each for turn in turns for each in self.options.of(turn)]
            self.found[move] = sorted(found, key=self.flow.promise, reverse=True)
        return self.found[move]

    def _of_tone(self, plans: Sequence[Plan], tone: str) -> Iterator[Outline]:
        beams: dict[Plan, Beam] = {(): [(0.0, self.flow.nothing, ())]}
        moves = dict.fromkeys(move for plan in plans for move in plan)
        pools = {move: self._pool(move, tone) for move in moves}
        for plan in self._promising(plans, pools, tone):
            for at in range(1, len(plan) + 1):
                if plan[:at] not in beams:
                    beams[plan[:at]] = self._grown(beams[plan[: at - 1]], pools[plan[at - 1]], tone)
            for worth, told, options in beams[plan]:
                if self._is_of_tone(options, tone):
                    lifted = sum(_tone(each) == tone for each in options)
                    worth -= _LIFT * lifted if tone != "plain" else 0.0
                    yield Outline(options, told, worth + self.flow.ending(told), tone)

    def _promising(
        self, plans: Sequence[Plan], pools: Mapping[str, Sequence[Option]], tone: str
    ) -> list[Plan]:
        """The plans that can come to the most, of those that can have the tone at all."""

        def promise(plan: Plan) -> float:
            return sum(self.flow.promise(pools[move][0]) for move in plan) - SEAM * len(plan)

        able = {
            move: bool(pool) and (tone == "plain" or any(_tone(each) == tone for each in pool))
            for move, pool in pools.items()
        }
        fitting = [
            plan
            for plan in plans
            if all(pools[move] for move in plan) and any(able[move] for move in plan)
        ]
        return sorted(fitting, key=promise, reverse=True)[:_PLANS]

    def _grown(self, beam: Beam, pool: Sequence[Option], tone: str) -> Beam:
        grown = []
        for worth, told, options in beam:
            for option in pool:
                if _tone(option) == "witty" and _is_witty(options):
                    continue
                gain = self.flow.gain(told, option)
                if gain is not None:
                    # Else the few of this tone would be crowded out before they are whole.
                    lift = _LIFT if _tone(option) == tone != "plain" else 0.0
                    grown.append((worth + gain + lift, told, (*options, option)))
        grown.sort(key=lambda each: -each[0])
        kept: Beam = []
        used: Counter[int] = Counter()
        for worth, told, options in grown:
            first, last = id(options[0]), id(options[-1])
            # Else the best first sentence would leave no room for any other, nor the best last.
            if used[first] < _OF_ONE_BEGINNING and (first == last or used[last] < _OF_ONE_END):
                used.update({first, last})
                kept.append((worth, self.flow.after(told, options[-1]), options))
            if len(kept) == _WIDTH:
                break
        return kept

    def _pool(self, move: str, tone: str) -> list[Option]:
        """The most promising options of a move; to a tone, its own and plain ones."""
        if move not in self.short:
            self.short[move] = [each for each in self.of_move(move) if self.flow.has_room(each)]
        fitting = [each for each in self.short[move] if _tone(each) in _ALLOWED[tone]]
        if tone == "plain":
            return fitting[:_POOL]
        own = [each for each in fitting if _tone(each) == tone]
        others = [each for each in fitting if _tone(each) != tone]
        return own[: _POOL // 2] + others[: _POOL // 2]

    def _is_of_tone(self, options: Sequence[Option], tone: str) -> bool:
        tones = [_tone(option) for option in options]
        return tone == "plain" or (tone == "warm" and "warm" in tones) or "witty" in tones


_ALLOWED = {
    "plain": frozenset({"plain"}),
    "warm": frozenset({"plain", "warm"}),
    "witty": frozenset({"plain", "witty"}),
}


def _varied(outlines: Sequence[Outline]) -> list[Outline]:
    """The best outlines, a few with each frame, so that several unlike ones can be chosen."""
    kept: list[Outline] = []
    used: Counter[str] = Counter()
    for outline in outlines:
        frames = [option.turn.frame.name for option in outline.options]
        if all(used[frame] < _OF_ONE_FRAME for frame in frames):
            used.update(frames)
            kept.append(outline)
    return kept[:_KEPT]


def _is_witty(options: Sequence[Option]) -> bool:
    return any(_tone(option) == "witty" for option in options)


def _tone(option: Option) -> str:
    return option.turn.frame.tone


def _by_worth(outline: Outline) -> float:
    return -outline.worth
