"""Material: the sound facts of a brief as words that frames can take up, each with its path.

A scope holds what one sentence may say of one encounter, work, promise and so on: slot name to
the ways of saying it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redleaf.writing.languages.language import Reading


@dataclass(frozen=True, slots=True)
class Form:
    """A wording of a fact; `paths` are the facts it says. The rest is as in languages' Wording."""

    text: str
    paths: tuple[str, ...]
    many: bool = False
    jotted: bool = False
    gender: str = ""


Scope = dict[str, tuple[Form, ...]]

_FAMILIES = {
    "encounter": "day days ago span year event at_event place in_place topic theme matter "
    "thing thing_one favour favour_thing question point plan doing counsel said remark retold "
    "urged introducer introducer_name invitation",
    "work": "work title in_where",
    "offer": "offer sendable deed acquaintance acquaintance_named acquaintance_name "
    "acquaintance_who",
    "promise": "promise promised owed owed_by_hand due",
    "tie": "we_both",
    "mutual": "mutual",
}
FAMILY_OF = {slot: family for family, slots in _FAMILIES.items() for slot in slots.split()}


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to speak of: an encounter, a work, a promise. `key` is its path."""

    key: str
    kind: str
    scope: Scope
    marks: frozenset[str] = frozenset()


def forms_of(paths: Iterable[str], *texts: str) -> tuple[Form, ...]:
    """A form for each text that is not empty, all from the facts at `paths`."""
    return tuple(Form(text, tuple(paths)) for text in texts if text)


def take(scope: Scope, reading: Reading | None, path: str, *, only: str = "") -> None:
    """Add what was read of the fact at `path` to `scope`; with `only`, that one slot."""
    for slot, wordings in (reading.slots if reading else {}).items():
        if not only or base_of(slot) == only:
            scope[slot] = tuple(
                Form(each.text, (path,), each.many, each.jotted, each.gender) for each in wordings
            )


def base_of(slot: str) -> str:
    """What a slot says, whatever form it takes in a language: "topic" of "topic:dat"."""
    return slot.partition(":")[0]


@dataclass(slots=True)
class Material:
    """Everything sound in a brief, by family; `set_aside` lists the paths that were not used."""

    base: Scope = field(default_factory=dict)
    encounters: list[Source] = field(default_factory=list)
    works: list[Source] = field(default_factory=list)
    offers: list[Source] = field(default_factory=list)
    promises: list[Source] = field(default_factory=list)
    ties: list[Source] = field(default_factory=list)
    mutual: list[Source] = field(default_factory=list)
    set_aside: list[str] = field(default_factory=list)
    has_name: bool = True

    def sources(self, family: str) -> list[Source]:
        """What there is to speak of, of one family."""
        return {
            "encounter": self.encounters,
            "work": self.works,
            "offer": self.offers,
            "promise": self.promises,
            "tie": self.ties,
            "mutual": self.mutual,
        }[family]

    def paths(self) -> Iterator[str]:
        """The facts that can be told of what there is to speak of."""
        for sources in map(self.sources, dict.fromkeys(FAMILY_OF.values())):
            for source in sources:
                for forms in source.scope.values():
                    for form in forms:
                        yield from form.paths
