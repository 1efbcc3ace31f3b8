"""All contacts and encounters passing by, a chunk of rows at a time and without an object a row.

Django's own way, an object for every row and a query set for every list of them, takes ten times
as long and three times the memory: here is what reads 100,000 people for an export.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from django.db import connection, models

from redleaf.contacts import contact as record
from redleaf.contacts import encounters
from redleaf.contacts.plain import from_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Identity, Note, Presence, Role, Tag
from redleaf.web.contacts.rows import id_text

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
    """A contact's own columns by name, and the rows of each of its lists in their order.

    Ids are texts here, as in an export.
    """

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
            key=columns["id"],
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
            people=tuple(row[2] for row in self.presences),
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
    rows = model._base_manager.filter(owner=owner).order_by("pk")
    last = ""
    while read := _read((rows.filter(pk__gt=last) if last else rows)[:_CHUNK], columns):
        chunk = [dict(zip(columns, row, strict=True)) for row in read]
        last = chunk[-1]["id"]
        yield chunk


def _lists(
    model: type[models.Model],
    whose: str,
    owner: User,
    chunk: Sequence[Mapping[str, Any]],
    columns: Sequence[str],
) -> Mapping[str, list[Row]]:
    """The rows that belong to those of a chunk, by the ids of these."""
    found: dict[str, list[Row]] = defaultdict(list)
    bounds = {f"{whose}__gte": chunk[0]["id"], f"{whose}__lte": chunk[-1]["id"]}
    rows = model._base_manager.filter(owner=owner, **bounds).order_by(whose, "position")
    for row in _read(rows, (whose, "id", "position", *columns)):
        found[row[0]].append(row[1:])
    return found


def _read(rows: models.QuerySet[Any], names: Sequence[str]) -> list[Row]:
    """These columns of the rows, as the database has them, but for what it has no type for.

    To have Django make an object of every id, only to write it as text again, was half of it all.
    """
    sql, values = rows.values_list(*names).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        columns = list(zip(*cursor.fetchall(), strict=True))
    ways = (_way(rows.model._meta.get_field(name)) for name in names)
    read = (map(way, each) if way else each for way, each in zip(ways, columns, strict=False))
    return list(zip(*read, strict=True))


def _way(field: Any) -> Callable[[Any], Any] | None:
    """How a column is read; None where it is right as it stands."""
    field = field.target_field if isinstance(field, models.ForeignKey) else field
    kinds = (kind for kind in _WAYS if isinstance(field, kind))
    return next((_WAYS[kind] for kind in kinds), None)


@lru_cache(maxsize=16_384)
def _moment(value: dt.datetime | str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    # SQLite knows no zone: all moments are kept in UTC.
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


@lru_cache(maxsize=16_384)
def _day(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


# A moment stands before a day, of which Django's own field of it is a kind.
_WAYS: dict[type[models.Field[Any, Any]], Callable[[Any], Any]] = {
    models.UUIDField: id_text,
    models.JSONField: json.loads,
    models.BooleanField: bool,
    models.DateTimeField: _moment,
    models.DateField: _day,
}


def _identity(row: Row) -> record.Identity:
    return record.Identity(*row[2:])
