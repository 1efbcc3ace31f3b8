"""Material: the sound facts of a brief as words that frames can take up, each with its path.

A scope holds what one sentence may say of one encounter, work, promise and so on: slot name to
the ways of saying it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say a fact in running text; `paths` are the facts it says.

    `many` is its number. A `jotted` one was cut from a list and must not run on with a comma.
    """

    text: str
    paths: tuple[str, ...]
    many: bool = False
    jotted: bool = False


Scope = dict[str, tuple[Form, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to speak of: an encounter, a work, a promise. `key` is its path."""

    key: str
    kind: str
    scope: Scope
    marks: frozenset[str] = frozenset()


def forms_of(paths: Iterable[str], *texts: str, many: bool = False) -> tuple[Form, ...]:
    """A form for each text that is not empty, all from the facts at `paths`."""
    return tuple(Form(text, tuple(paths), many) for text in texts if text)


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

    def has_substance(self) -> bool:
        """Whether anything at all is known that the reader and the writer could both point at."""
        return bool(self.encounters or self.works or self.ties or self.mutual or self.promises)
