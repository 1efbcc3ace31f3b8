"""Rows of the memory in bulk: written, taken away and told as plain data, on either database.

Django's own way makes an object of every row and asks every field about it; of an import of 30,000
contacts that is most of the time. Here a table knows once how each of its columns is written.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models
from django.db.models.expressions import RawSQL

from redleaf.web.contacts.models import (
    Card,
    Contact,
    Encounter,
    Identity,
    Invitation,
    Letter,
    Note,
    Pair,
    Picture,
    Presence,
    Promise,
    Role,
    Stack,
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
    "stack": Stack,
    "card": Card,
    "picture": Picture,
}
NAMES = {model: name for name, model in TABLES.items()}
# The tables whose rows belong to one contact alone.
PARTS = ["identity", "role", "note", "tag", "picture"]
_AT_ONCE = 500
# PostgreSQL keeps neither; so that both stores hold the same, neither keeps them.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_Item = TypeVar("_Item")
_Way = Callable[[Any], Any]


def hang_on_memory(name: str, model: type[Owned]) -> None:
    """Let another app keep rows of the memory: they are undone and erased like ours."""
    TABLES[name], NAMES[model] = model, name


def hang_on_contacts(name: str, model: type[Owned]) -> None:
    """As `hang_on_memory`, for rows that belong to one contact: they are merged, too."""
    hang_on_memory(name, model)
    PARTS.append(name)


def writable(text: str) -> str:
    """The text as a database takes it: U+FFFD stands for NUL and halves of a character."""
    return text if text.isascii() and "\0" not in text else _UNWRITABLE.sub("\ufffd", text)


def writable_data(value: Any) -> Any:
    """A column's value, or JSON data, in which every text is `writable`."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [writable_data(each) for each in value]
    if isinstance(value, dict):
        return {writable(name): writable_data(each) for name, each in value.items()}
    return value


def in_chunks(items: Sequence[_Item], size: int = _AT_ONCE) -> Iterator[Sequence[_Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def columns_of_row(row: models.Model) -> dict[str, Any]:
    """All columns of a row, by their names in the database."""
    return {name: getattr(row, name) for name in names_of(type(row))}


def insert(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write new rows of `writable` columns; one that is not given stands at its default.

    An id may stand as text of 32 hexadecimal digits.
    """
    if not rows:
        return
    columns = ", ".join(f'"{name}"' for name in names_of(model))
    if connection.vendor == "postgresql":
        sql = f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN'
        with (
            connection.cursor() as cursor,
            # Only what goes through Django's own methods has its errors made Django's.
            connection.wrap_database_errors,
            cursor.copy(sql) as copy,
        ):
            for row in _written(model, rows):
                copy.write_row(row)
        return
    places = ", ".join("%s" for _ in names_of(model))
    sql = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({places})'  # noqa: S608 -- names of our own columns
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(_written(model, rows)))


def delete(model: type[models.Model], ids: Sequence[str]) -> None:
    """Take rows away by their ids. What points at them has to be gone too when the act ends."""
    name = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f'DELETE FROM "{name}" WHERE id = ANY(%s::uuid[])', [list(ids)])  # noqa: S608
        else:
            keys = [(each.replace("-", ""),) for each in ids]
            cursor.executemany(f'DELETE FROM "{name}" WHERE id = %s', keys)  # noqa: S608


def rows_by_contact(sql: str, contact_ids: Sequence[UUID], *more: Any) -> Iterator[tuple[Any, ...]]:
    """As `rows_of_contacts`; the first column, the id of the contact, as an id."""
    for contact_id, *columns in rows_of_contacts(sql, contact_ids, *more):
        yield id_in(contact_id), *columns


def rows_of_contacts(sql: str, contact_ids: Sequence[UUID], *more: Any) -> list[tuple[Any, ...]]:
    """What `sql` gives of the contacts named in its `IN ({ids})`, as the database has it.

    `more` are the values of its places behind that.

    In SQLite an id is 32 hexadecimal digits, a day a text, JSON in either database a text.
    Django's own way asks each id of a list what it is, which took longer than all the rest.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(sql.replace("IN ({ids})", "= ANY(%s)"), [list(contact_ids), *more])
        else:
            ids = json.dumps([each.hex for each in contact_ids])
            cursor.execute(sql.replace("{ids}", "SELECT value FROM json_each(%s)"), [ids, *more])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def listed(ids: Sequence[UUID]) -> RawSQL:
    """Ids for a Django query to look among: two thousand of them are a single value."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::uuid[])", [list(ids)])
    ids_text = json.dumps([each.hex for each in ids])
    return RawSQL("SELECT value FROM json_each(%s)", [ids_text])


def id_in(row_id: UUID | str) -> UUID:
    """An id as the database gives it, as an id."""
    return row_id if isinstance(row_id, UUID) else UUID(row_id)


def id_text(row_id: UUID | str) -> str:
    """An id as the database gives it, written as `str` of a UUID writes it."""
    if isinstance(row_id, UUID):
        return str(row_id)
    return f"{row_id[:8]}-{row_id[8:12]}-{row_id[12:16]}-{row_id[16:20]}-{row_id[20:]}"


def plain(value: Any) -> Any:
    """A column's value as JSON data."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def columns_from(table: str, columns: Mapping[str, Any]) -> dict[str, Any]:
    """Columns from what `plain` made of them."""
    ways = _ways_back(TABLES[table])
    return {name: ways[name](value) for name, value in columns.items()}


def _written(
    model: type[models.Model], rows: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Any, ...]]:
    """The rows with all their columns, in the order of `names_of`, as the database takes them."""
    defaults, ways = _defaults(model), _ways(model, connection.vendor)
    in_order = itemgetter(*names_of(model))
    for row in rows:
        written = {**defaults, **row}
        for name, way in ways:
            written[name] = way(written[name])
        yield in_order(written)


@cache
def names_of(model: type[models.Model]) -> tuple[str, ...]:
    """The columns of a table, in the order in which its model takes them.

    An id that the database counts is its own affair.
    """
    fields = model._meta.concrete_fields
    return tuple(each.attname for each in fields if not isinstance(each, models.AutoField))


@cache
def _defaults(model: type[models.Model]) -> dict[str, Any]:
    # A list or an object as default is only ever written, never changed: one serves all rows.
    return {field.attname: field.get_default() for field in model._meta.concrete_fields}


@cache
def _ways(model: type[models.Model], vendor: str) -> tuple[tuple[str, _Way], ...]:
    """How columns are written that do not go as they are."""
    ways = ((each.attname, _way(_target(each), vendor)) for each in model._meta.concrete_fields)
    return tuple((name, way) for name, way in ways if way)


def _way(field: models.Field[Any, Any], vendor: str) -> _Way | None:
    if isinstance(field, models.JSONField):
        return json.dumps
    if vendor == "postgresql":
        return None
    if isinstance(field, models.UUIDField):
        return _hex
    if isinstance(field, models.DateTimeField):
        return _moment
    return _day if isinstance(field, models.DateField) else None


@cache
def _ways_back(model: type[models.Model]) -> dict[str, _Way]:
    return {
        field.attname: _same if isinstance(field, models.JSONField) else _target(field).to_python
        for field in model._meta.concrete_fields
    }


def _target(field: Any) -> Any:
    return field.target_field if isinstance(field, models.ForeignKey) else field


def _same(value: Any) -> Any:
    return value


def _hex(value: UUID | str | None) -> str | None:
    return value.hex if isinstance(value, UUID) else value


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


@lru_cache(maxsize=64)
def _moment(value: dt.datetime | None) -> Any:
    # All rows of one act say the same moment.
    return connection.ops.adapt_datetimefield_value(value) if value else None
