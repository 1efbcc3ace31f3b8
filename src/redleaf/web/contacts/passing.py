"""All contacts and encounters passing by, a chunk of rows at a time and without an object a row.

Django's own way, an object for every row and a query set for every list of them, takes ten times
as long and three times the memory: here is what reads 100,000 people for an export.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from django.db import models

from redleaf.contacts import contact as record
from redleaf.contacts import encounters
from redleaf.contacts.plain import from_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Identity, Note, Presence, Role, Tag

_CHUNK = 2_000
SINGLE = ("name", "kind", "headline", "language", "register", "relation", "introduced_by")
_CONTACT = ("id", *SINGLE, "details", "made_at", "changed_at")
_ENCOUNTER = ("id", "kind", "first", "last", "words", "place", "event", "topics", "said",
              "introduced_by", "notes", "times", "key", "made_at")  # fmt: skip
# The lists of a contact: the table of each, and what stands in a row of it.
LISTS: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "identities": (Identity, tuple(each.name for each in fields(record.Identity))),
    "roles": (Role, tuple(each.name for each in fields(record.Role))),
    "notes": (Note, ("text",)),
    "tags": (Tag, ("name",)),
}
# A row of a list: its id, its position, then its columns.
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class PassingContact:
    """A contact's own columns by name, and the rows of each of its lists in their order."""

    columns: Mapping[str, Any]
    lists: Mapping[str, Sequence[Row]]

    def as_record(self) -> record.Contact:
        """The same as `record_of` makes of the rows."""
        columns = self.columns
        details: dict[str, Any] = {}
        if columns["details"]:
            known = from_plain(record.Contact, {"name": "", **columns["details"]})
            details = {name: getattr(known, name) for name in columns["details"]}
        return record.Contact(
            key=str(columns["id"]),
            **{name: columns[name] for name in SINGLE},
            **details,
            identities=tuple(_identity(row) for row in self.lists["identities"]),
            roles=tuple(record.Role(*row[2:]) for row in self.lists["roles"]),
            notes=tuple(row[2] for row in self.lists["notes"]),
            tags=tuple(row[2] for row in self.lists["tags"]),
        )


@dataclass(frozen=True, slots=True)
class PassingEncounter:
    """An encounter's own columns by name, and its presences: id, position and the contact's id."""

    columns: Mapping[str, Any]
    presences: Sequence[Row]

    def as_record(self) -> encounters.Encounter:
        """The same as `encounter_of` makes of the row."""
        columns = self.columns
        return encounters.Encounter(
            people=tuple(str(row[2]) for row in self.presences),
            when=encounters.When(columns["first"], columns["last"], columns["words"]),
            topics=tuple(columns["topics"]),
            **{name: columns[name] for name in _AS_THEY_ARE},
        )


_AS_THEY_ARE = ("kind", "place", "event", "said", "introduced_by", "notes", "times", "key")


def passing_contacts(owner: User) -> Iterator[PassingContact]:
    """All contacts of `owner` in the order of their ids."""
    for chunk in _chunks(Contact, owner, _CONTACT):
        lists = {
            name: _lists(model, "contact_id", owner, chunk, columns)
            for name, (model, columns) in LISTS.items()
        }
        for columns in chunk:
            yield PassingContact(
                columns, {name: rows.get(columns["id"], ()) for name, rows in lists.items()}
            )


def passing_encounters(owner: User) -> Iterator[PassingEncounter]:
    """All encounters of `owner` in the order of their ids."""
    for chunk in _chunks(Encounter, owner, _ENCOUNTER):
        presences = _lists(Presence, "encounter_id", owner, chunk, ("contact_id",))
        for columns in chunk:
            yield PassingEncounter(columns, presences.get(columns["id"], ()))


def _chunks(
    model: type[models.Model], owner: User, columns: Sequence[str]
) -> Iterator[list[dict[str, Any]]]:
    rows = model._base_manager.filter(owner=owner).order_by("pk").values(*columns)
    last: UUID | None = None
    while chunk := list((rows.filter(pk__gt=last) if last else rows)[:_CHUNK]):
        last = chunk[-1]["id"]
        yield chunk


def _lists(
    model: type[models.Model],
    whose: str,
    owner: User,
    chunk: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
) -> Mapping[UUID, list[Row]]:
    """The rows that belong to those of a chunk, by the ids of these."""
    found: dict[UUID, list[Row]] = defaultdict(list)
    bounds = {f"{whose}__gte": chunk[0]["id"], f"{whose}__lte": chunk[-1]["id"]}
    rows = model._base_manager.filter(owner=owner, **bounds).order_by(whose, "position")
    for belongs_to, *row in rows.values_list(whose, "id", "position", *columns):
        found[belongs_to].append(tuple(row))
    return found


def _identity(row: Row) -> record.Identity:
    return record.Identity(*row[2:])
