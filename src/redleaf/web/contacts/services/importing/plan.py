"""ImportPlan: what an import would do, entry by entry, before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from redleaf.contacts.contact import Contact
from redleaf.contacts.encounters import Encounter, Letter, Promise
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation

CHANGES = ("new", "changed", "same", "doubtful")
ANSWERS = ("same", "new", "skip")
_Record = TypeVar("_Record", Encounter, Letter, Promise, Invitation)


@dataclass(frozen=True, slots=True)
class Near:
    """A contact of the store that somebody in the file may be.

    `is_same` says that nobody needs to be asked; `score` and `reasons` are those of the match.
    """

    contact_id: UUID
    is_same: bool
    score: float
    reasons: tuple[str, ...]


@dataclass(slots=True)
class Entry:
    """One person of the file, and what becomes of them.

    `keys` are those of all its contacts that are this person, `cards` what tells them again. A
    doubtful one is `near` somebody; `meets` is the name of whom it is held against, `contact_id`
    the contact of the store that it will be part of. `answer` is what the user said about it:
    without one it is kept as a contact of its own, to be asked about later.
    """

    contact: Contact
    keys: list[str]
    cards: tuple[str, ...] = ()
    change: str = "new"
    contact_id: UUID | None = None
    meets: str = ""
    changes: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()
    answer: str = ""

    @property
    def key(self) -> str:
        return self.keys[0]

    @property
    def is_taken(self) -> bool:
        return self.answer != "skip"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it may be the one whom it meets."""
        return self.near[0].reasons if self.near else ()


@dataclass(slots=True)
class Between(Generic[_Record]):
    """An encounter, a letter, a promise or an invitation of the file, under its lasting `key`.

    `people` are the entries that it names; `row_id` is the row that it is already, and `adds` the
    columns of that row which are empty and no longer have to be. An invitation is `made_of` the
    records in these places of the harvest.
    """

    record: _Record
    key: str
    people: tuple[int, ...]
    change: str = "new"
    row_id: UUID | None = None
    contact_id: UUID | None = None
    adds: dict[str, Any] = field(default_factory=dict)
    made_of: list[int] = field(default_factory=list)


@dataclass(slots=True)
class ImportPlan:
    """What an import of `harvest` would do to the store as it stood at `mark`."""

    harvest: Harvest
    mark: str
    answers: Mapping[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    encounters: list[Between[Encounter]] = field(default_factory=list)
    letters: list[Between[Letter]] = field(default_factory=list)
    promises: list[Between[Promise]] = field(default_factory=list)
    invitations: list[Between[Invitation]] = field(default_factory=list)

    def entries_that_are(self, change: str) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.change == change)

    @property
    def counts(self) -> dict[str, int]:
        """How many contacts of the file are new, changed, same and doubtful."""
        found = Counter(entry.change for entry in self.entries)
        return {change: found[change] for change in CHANGES}

    @property
    def changes_nothing(self) -> bool:
        between = (self.encounters, self.letters, self.promises, self.invitations)
        return all(entry.change == "same" or not entry.is_taken for entry in self.entries) and all(
            each.change == "same" for kind in between for each in kind
        )
