"""Options: turns of phrase with the facts they would say, not worded yet."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from redleaf.writing.material import FAMILY_OF, Form, Material, Source, base_of
from redleaf.writing.turns import Turn, needs_of
from redleaf.writing.worth import HOOKS, kind_of

_PEOPLE = frozenset({"recipient.name", "recipient.given_name", "sender.name"})
_PLACING = frozenset("event at_event place in_place day days ago span year".split())
_THIRD = frozenset(
    "introducer introducer_name mutual acquaintance acquaintance_named acquaintance_who".split()
)
_HEARD = frozenset(
    "event at_event place in_place topic theme matter thing thing_one day introducer "
    "introducer_name".split()
)
_TOPICAL = frozenset(
    "topic theme matter thing thing_one question point plan doing counsel favour "
    "favour_thing".split()
)
_MARKS = {
    "encounter": frozenset({"minutes", "theirs", "named", "old", "trade"}),
    "work": frozenset({"readable", "titled"}),
    "offer": frozenset({"fitting"}),
}
_NO_MARKS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Option:
    """A turn with the forms for its slots, in their order, and the sources these come from.

    `paths` are the facts it tells, people's names apart; `hooks` the sources of those that only
    the two share; `places` the meetings it places; `thirds` the other people it names. `length`
    is about that of its words. `chance` is from 0 to 1.
    """

    turn: Turn
    forms: tuple[Form, ...]
    sources: tuple[str, ...]
    paths: frozenset[str]
    hooks: tuple[str, ...]
    places: frozenset[str]
    thirds: frozenset[str]
    meetings: frozenset[str]
    marks: frozenset[str]
    length: int
    chance: float


class Options:
    """Finds the options of turns in the facts of one brief."""

    def __init__(self, material: Material, chance: random.Random) -> None:
        self.material = material
        self.chance = chance
        self.base_slots = material.base.keys()
        self._filled: dict[tuple[str, ...], bool] = {}

    def may_fill(self, slots: tuple[str, ...]) -> bool:
        """Whether there are facts for all the slots of a frame: if not, it needs no turn."""
        if slots not in self._filled:
            self._filled[slots] = self._has_facts_for(slots)
        return self._filled[slots]

    def _has_facts_for(self, slots: tuple[str, ...]) -> bool:
        needs = needs_of(slots)
        return needs.get("", _NO_MARKS) <= self.base_slots and all(
            any(wanted <= source.scope.keys() for source in self.material.sources(family))
            for family, wanted in needs.items()
            if family
        )

    def of(self, turn: Turn) -> Iterator[Option]:
        """Every option of a turn: one for each set of sources, and each topic of theirs."""
        if not turn.needs.get("", _NO_MARKS) <= self.base_slots:
            return
        pools = [self._pool(turn, family) for family in turn.families]
        for sources in product(*pools):
            for forms in self._forms(turn, dict(zip(turn.families, sources, strict=True))):
                yield self._option(turn, forms, sources)

    def _pool(self, turn: Turn, family: str) -> list[Source]:
        wanted = turn.needs.get(family, _NO_MARKS)
        return [
            source
            for source in self.material.sources(family)
            if wanted <= source.scope.keys() and suits(turn, source, family)
        ]

    def _forms(self, turn: Turn, sources: Mapping[str, Source]) -> Iterator[tuple[Form, ...]]:
        """The ways to fill the slots: one for each topic, other wordings as chance has it."""
        bases = [base_of(slot) for slot in turn.slots]
        families = [FAMILY_OF.get(base, "") for base in bases]
        scopes = [sources[family].scope if family else self.material.base for family in families]
        said = [scope[slot] for scope, slot in zip(scopes, turn.slots, strict=True)]
        topical = [
            _by_path(each) if base in _TOPICAL else {}
            for base, each in zip(bases, said, strict=True)
        ]
        shared = None
        for each in filter(None, topical):
            shared = [path for path in each if shared is None or path in shared]
        for path in [()] if shared is None else shared:
            pools = [of.get(path, each) for of, each in zip(topical, said, strict=True)]
            forms = self._unrepeated(bases, pools)
            if forms is not None:
                yield forms

    def _unrepeated(
        self, bases: Sequence[str], pools: Sequence[Sequence[Form]]
    ) -> tuple[Form, ...] | None:
        """One wording of each; none when they say the same word whichever is taken."""
        for _ in range(3):
            forms = tuple(self._one_of(pool) for pool in pools)
            if not repeats(bases, forms):
                return forms
            if all(len(pool) == 1 for pool in pools):
                break
        return None

    def _one_of(self, pool: Sequence[Form]) -> Form:
        """Mostly the first wording, which a language gives as the most natural."""
        if len(pool) == 1 or self.chance.random() < 0.6:
            return pool[0]
        return self.chance.choice(pool)

    def _option(self, turn: Turn, forms: tuple[Form, ...], sources: Sequence[Source]) -> Option:
        paths = frozenset(path for form in forms for path in form.paths) - _PEOPLE
        keys = tuple(source.key for source in sources)
        meetings = frozenset(key for key in keys if key.startswith("encounters."))
        return Option(
            turn=turn,
            forms=forms,
            sources=keys,
            paths=paths,
            hooks=tuple(sorted(path for path in paths if kind_of(path) in HOOKS)),
            places=meetings if turn.bases & _PLACING else _NO_MARKS,
            thirds=frozenset(
                form.text
                for slot, form in zip(turn.slots, forms, strict=True)
                if base_of(slot) in _THIRD
            ),
            meetings=meetings,
            marks=_NO_MARKS.union(*(source.marks for source in sources)),
            length=turn.length + sum(len(form.text) for form in forms),
            chance=self.chance.random(),
        )


def suits(turn: Turn, source: Source, family: str) -> bool:
    """Whether the frame may speak of this source: its kind, its marks, and what it lacks."""
    when = turn.frame.when
    if family == "encounter":
        if "kinds" in when and source.kind not in when["kinds"]:
            return False
        if "absent" in when and when["absent"] & {base_of(slot) for slot in source.scope}:
            return False
    if family not in _MARKS:
        return True
    asks = when.get("needs", _NO_MARKS) & _MARKS[family]
    bars = when.get("not", _NO_MARKS) & _MARKS[family]
    return asks <= source.marks and not bars & source.marks


def repeats(bases: Sequence[str], forms: Sequence[Form]) -> bool:
    """Whether a word would be heard twice: "Sunday lunch last Sunday"."""
    heard: set[str] = set()
    for base, form in zip(bases, forms, strict=True):
        words = _weighty(form.text) if base in _HEARD else _NO_MARKS
        if heard & words:
            return True
        heard |= words
    return False


def _by_path(forms: tuple[Form, ...]) -> dict[tuple[str, ...], list[Form]]:
    by_path: dict[tuple[str, ...], list[Form]] = {}
    for form in forms:
        by_path.setdefault(form.paths, []).append(form)
    return by_path


@lru_cache(maxsize=1024)
def _weighty(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{4,}", text.lower()))
