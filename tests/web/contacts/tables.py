"""All that the store holds, to compare before and after."""

from __future__ import annotations

from typing import Any

from django.db import connection

from redleaf.web.contacts.rows import TABLES


def tables() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the memory but the log's, in a fixed order."""
    names = [model._meta.db_table for model in TABLES.values()]
    return {name: _rows(name) for name in names}


def _rows(table: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- our own tables
        return sorted(cursor.fetchall(), key=repr)


def documents() -> list[tuple[Any, ...]]:
    """What the search reads. Its ids are counted by the database, and left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT contact_id, owner_id, names, words, spellings, seen, sort_name, close_until,"
            " known_until, reckon_on, is_written FROM contacts_document"
        )
        return sorted(cursor.fetchall(), key=repr)
