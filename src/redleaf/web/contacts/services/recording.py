"""The recorder: rows are written through it, so that every act can be told and undone.

A service opens it with `recorded(...)`, makes, changes and removes rows, and leaves; then all is
written in one transaction, or nothing is.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Change, Contact, Encounter
from redleaf.web.contacts.models.owned import Owned, new_id, new_id_hex
from redleaf.web.contacts.rows import (
    NAMES,
    TABLES,
    columns_of_row,
    insert,
    names_of,
    plain,
    writable,
    writable_data,
)
from redleaf.web.contacts.search.documents import index, people_at

__all__ = ["TABLES", "Recorder", "recorded"]

# So many rows wait at most: what an import holds in memory does not grow with its size.
_WAIT = 4_000


@contextmanager
def recorded(
    owner: User, kind: Act.Kind, what: str, *, origin: str = "", digest: str = ""
) -> Iterator[Recorder]:
    """One act, in one transaction: an error within leaves everything as it was.

    An act that changes nothing leaves no trace.
    """
    with transaction.atomic():
        act = Act(
            owner=owner, kind=kind, what=what, origin=origin, digest=digest, at=timezone.now()
        )
        recorder = Recorder(act)
        yield recorder
        recorder.write()


class Recorder:
    """Writes the rows of one act, and what an undo needs.

    Made rows wait until there are many, until `flush`, or until one of them is changed; changed
    and removed ones are written at once.
    """

    def __init__(self, act: Act) -> None:
        self.act = act
        self.now: dt.datetime = act.at
        self._made: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        self._waiting: set[str] = set()
        self._rows: dict[UUID | None, list[list[Any]]] = defaultdict(list)
        self._touched: dict[UUID, None] = {}
        self._encounters: set[UUID] = set()
        self._origins: dict[UUID | None, str] = {}
        self._position = 0

    @property
    def is_empty(self) -> bool:
        return not (self._rows or self._position)

    @property
    def contacts(self) -> list[UUID]:
        """The contacts that this act has touched so far."""
        return list(self._touched)

    def came_from(self, contact_id: UUID, origin: str) -> None:
        """Say where in the act's origin a contact stood; to be called when it was just written."""
        self._origins[contact_id] = writable(origin)

    def make(self, row: Owned, contact_id: UUID | None) -> None:
        """A new row; `contact_id` is the contact under whose history it stands."""
        row.owner_id = self.act.owner_id
        # For Django it is there already: to change it later is not to write it a second time.
        row._state.adding = False
        columns = {name: writable_data(value) for name, value in columns_of_row(row).items()}
        self._add(NAMES[type(row)], columns, contact_id)

    def make_row(self, table: str, columns: Mapping[str, Any], contact_id: UUID | None) -> str:
        """As `make`, of columns alone, whose texts are `writable`: for many rows."""
        row_id = new_id_hex()
        self._add(table, {**columns, "id": row_id, "owner_id": self.act.owner_id}, contact_id)
        return row_id

    def make_contact(self, columns: Mapping[str, Any]) -> Contact:
        """As `make_row`, of a contact: it stands under its own history."""
        whole = {
            **columns,
            "id": new_id(),
            "owner_id": self.act.owner_id,
            "made_at": self.now,
            "changed_at": self.now,
        }
        self._add("contact", whole, whole["id"])
        names = names_of(Contact)
        return Contact.from_db(None, names, [whole[name] for name in names])

    def change(self, row: Owned, contact_id: UUID | None, /, **columns: Any) -> bool:
        """Set columns of a row that is there; False when they stand so already."""
        if row.pk.hex in self._waiting:
            self.flush()
        written = ((name, writable_data(value)) for name, value in columns.items())
        columns = {name: value for name, value in written if value != getattr(row, name)}
        before = {name: plain(getattr(row, name)) for name in columns}
        after = {name: plain(value) for name, value in columns.items()}
        if before == after:
            return False
        for name, value in columns.items():
            setattr(row, name, value)
        row.save(update_fields=list(columns))
        self._note(contact_id, [NAMES[type(row)], str(row.pk), before, after])
        if isinstance(row, Encounter):
            self._encounters.add(row.pk)
        return True

    def remove(self, row: Owned, contact_id: UUID | None) -> None:
        """Take a row away. Rows that belong to it have to be removed before, each by itself."""
        if row.pk.hex in self._waiting:
            self.flush()
        columns = {name: plain(value) for name, value in columns_of_row(row).items()}
        self._note(contact_id, [NAMES[type(row)], str(row.pk), columns])
        type(row)._base_manager.filter(pk=row.pk).delete()

    def write(self) -> None:
        """Write what still waits, and the act itself."""
        if self.is_empty:
            return
        self.flush()
        self.act.save(force_insert=True)
        index([*self._touched, *people_at(self._encounters)])

    def flush(self) -> None:
        """Write the rows made so far; needed before the database is asked for one that waits."""
        for table in TABLES:
            rows = self._made.pop(table, None)
            if rows:
                insert(TABLES[table], rows)
        self._waiting.clear()
        if self._rows:
            insert(Change, list(self._changes()))
            self._position += len(self._rows)
            self._rows.clear()

    def _changes(self) -> Iterator[dict[str, Any]]:
        for position, (contact_id, rows) in enumerate(self._rows.items(), self._position):
            yield {
                "id": new_id_hex(),
                "owner_id": self.act.owner_id,
                "act_id": self.act.pk,
                "contact_id": contact_id,
                "origin": self._origins.pop(contact_id, ""),
                "rows": rows,
                "position": position,
            }

    def _add(self, table: str, columns: Mapping[str, Any], contact_id: UUID | None) -> None:
        row_id = columns["id"]
        row_id = row_id if isinstance(row_id, str) else row_id.hex
        self._made[table].append(columns)
        self._waiting.add(row_id)
        self._note(contact_id, [table, row_id])
        if len(self._waiting) >= _WAIT:
            self.flush()

    def _note(self, contact_id: UUID | None, row: list[Any]) -> None:
        self._rows[contact_id].append(row)
        if contact_id:
            self._touched[contact_id] = None
