"""The recorder: rows are written through it, so that every act can be told and undone.

A service opens it with `recorded(...)`, makes, changes and removes rows, and leaves; then all is
written in one transaction, or nothing is.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import (
    Act,
    Change,
    Contact,
    Encounter,
    Identity,
    Invitation,
    Letter,
    Note,
    Pair,
    Presence,
    Promise,
    Role,
    Tag,
)
from redleaf.web.contacts.models.owned import Owned

# In the order in which rows may be made: what others point at comes first.
TABLES: dict[str, type[Owned]] = {
    "contact": Contact,
    "identity": Identity,
    "role": Role,
    "note": Note,
    "tag": Tag,
    "encounter": Encounter,
    "presence": Presence,
    "letter": Letter,
    "promise": Promise,
    "invitation": Invitation,
    "pair": Pair,
}
_NAMES = {model: name for name, model in TABLES.items()}
_BATCH = 500


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
    """Gathers the rows of one act, and writes them with what an undo needs.

    Made rows wait until `write`; changed and removed ones are gone at once.
    """

    def __init__(self, act: Act) -> None:
        self.act = act
        self.now: dt.datetime = act.at
        self._made: dict[str, list[Owned]] = defaultdict(list)
        self._rows: dict[UUID | None, list[list[Any]]] = defaultdict(list)

    @property
    def is_empty(self) -> bool:
        return not self._rows

    @property
    def contacts(self) -> list[UUID]:
        """The contacts that this act has touched so far."""
        return [each for each in self._rows if each]

    def make(self, row: Owned, contact_id: UUID | None) -> None:
        """A new row; `contact_id` is the contact under whose history it stands."""
        table = _NAMES[type(row)]
        row.owner_id = self.act.owner_id
        self._made[table].append(row)
        self._rows[contact_id].append([table, str(row.pk), None, {}])

    def change(self, row: Owned, contact_id: UUID | None, **columns: Any) -> bool:
        """Set columns of a row that is there; False when they stand so already."""
        before = {name: _plain(row, name) for name in columns}
        for name, value in columns.items():
            setattr(row, name, value)
        after = {name: _plain(row, name) for name in columns}
        if before == after:
            return False
        row.save(update_fields=list(columns))
        self._rows[contact_id].append([_NAMES[type(row)], str(row.pk), before, after])
        return True

    def remove(self, row: Owned, contact_id: UUID | None) -> None:
        """Take a row away. Rows that belong to it have to be removed before, each by itself."""
        table = _NAMES[type(row)]
        self._rows[contact_id].append([table, str(row.pk), plain_row(row), None])
        type(row)._base_manager.filter(pk=row.pk).delete()

    def write(self) -> None:
        """Write what was made, and the history."""
        if self.is_empty:
            return
        self.flush()
        self.act.save(force_insert=True)
        Change.objects.bulk_create(
            (
                Change(
                    owner_id=self.act.owner_id,
                    act=self.act,
                    contact_id=contact_id,
                    rows=rows,
                    position=position,
                )
                for position, (contact_id, rows) in enumerate(self._rows.items())
            ),
            batch_size=_BATCH,
        )

    def flush(self) -> None:
        """Write the rows made so far; needed before a row that waits is changed or asked for."""
        for table, model in TABLES.items():
            rows = self._made.pop(table, None)
            if rows:
                model._base_manager.bulk_create(rows, batch_size=_BATCH)


def plain_row(row: Owned) -> dict[str, Any]:
    """All columns of a row as JSON data, for `row_from`."""
    return {field.attname: _plain(row, field.attname) for field in row._meta.concrete_fields}


def row_from(table: str, plain: dict[str, Any]) -> Owned:
    """The row that `plain_row` was made of."""
    model = TABLES[table]
    return model(**{name: column_from(model, name, value) for name, value in plain.items()})


def column_from(model: type[models.Model], name: str, value: Any) -> Any:
    """A column's value from its JSON data."""
    field: Any = model._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        field = field.target_field
    return value if isinstance(field, models.JSONField) else field.to_python(value)


def _plain(row: models.Model, name: str) -> Any:
    value = getattr(row, name)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    return value
