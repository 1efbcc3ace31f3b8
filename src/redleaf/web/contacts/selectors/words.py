"""The words that a list can be narrowed by: the user's own tags and events."""

from __future__ import annotations

from django.db import connection

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Encounter, Tag

# More than anybody picks from; whoever knows the word can still type it.
_MOST = 200


def tags_of(owner: User) -> list[str]:
    """The user's tags, by name."""
    return _distinct(Tag._meta.db_table, "name", owner)


def events_of(owner: User) -> list[str]:
    """The events of the user's encounters, by name."""
    return _distinct(Encounter._meta.db_table, "event", owner)


def _distinct(table: str, column: str, owner: User) -> list[str]:
    """Each word once, by a step of the index a word: a million rows may share a few hundred."""
    following = f"SELECT min({column}) FROM {table} WHERE owner_id = %s AND {column} >"  # noqa: S608 -- names of our own
    sql = f"""
        WITH RECURSIVE there(word) AS (
            {following} ''
            UNION ALL SELECT ({following} there.word) FROM there WHERE there.word IS NOT NULL
        )
        SELECT word FROM there WHERE word IS NOT NULL LIMIT {_MOST}"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [owner.pk, owner.pk])
        return [word for (word,) in cursor.fetchall()]
