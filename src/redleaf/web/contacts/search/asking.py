"""Questions to the index of the search, in the words of either database.

Every word that comes here is made of letters and digits alone (`words_of`), so that none of it can
be an operator of a query.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from redleaf.web.accounts.models import User
from redleaf.web.contacts.rows import id_in
from redleaf.web.contacts.search.folding import spellings_of

# So many answers are read and put in order at once; where there are more, we look otherwise first.
MANY = 5_000
# Among so many, those seen last, is looked first: whom people look for, they mostly met lately.
_LATELY = 2_000
_COLUMNS = "d.contact_id, d.names, d.seen"
_ORDER = "d.seen DESC, d.names, d.contact_id"
_NEAR = 65.0


class Hit(NamedTuple):
    """A document that answers; `likeness` from 0 to 100 tells how near a misspelt name comes."""

    contact_id: UUID
    names: str
    seen: int
    likeness: float = 0.0


def all_of(owner: User, words: Sequence[str], most: int, *, of: str, is_prefix: bool) -> list[Hit]:
    """Where all words stand in the names, or in all texts; the last as a beginning, or whole.

    So many at most, whoever was seen last first.
    """
    return _ask(owner, *_query(words, of=of, is_prefix=is_prefix), most)


def count_of(words: Sequence[str], *, of: str, is_prefix: bool) -> int:
    """How many answer, or MANY where more do; in a store of several users, all of theirs count."""
    column, query = _query(words, of=of, is_prefix=is_prefix)
    sql = "SELECT rowid FROM contacts_search WHERE contacts_search MATCH %s"
    if connection.vendor == "postgresql":
        sql = f"SELECT 1 FROM contacts_document WHERE {column} @@ %s::tsquery"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql} LIMIT {MANY}) AS hits", [query])  # noqa: S608
        return int(cursor.fetchall()[0][0])


def misspelt_like(owner: User, words: Sequence[str]) -> Iterator[Hit]:
    """Where each word is that of a name with a slip in it."""
    spelt = [keys for word in words if (keys := spellings_of([word]))]
    if len(spelt) < len(words):
        return
    for hit in _ask_for_spellings(owner, spelt):
        likeness = _likeness(words, hit.names.split())
        if likeness >= _NEAR:
            yield hit._replace(likeness=likeness)


def lately_seen(
    owner: User, words: Sequence[str], most: int, *, of: str, is_prefix: bool
) -> list[Hit]:
    """As `all_of`, among those seen last alone."""
    text = "' ' || names || ' '" if of == "names" else "' ' || names || ' ' || words || ' '"
    likes = [f"% {word} %" for word in words]
    if is_prefix:
        likes[-1] = f"% {words[-1]}%"
    tests = " AND ".join([f"{text} LIKE %s"] * len(likes))
    sql = f"""
        SELECT {_COLUMNS} FROM (
            SELECT * FROM contacts_document WHERE owner_id = %s ORDER BY seen DESC LIMIT {_LATELY}
        ) AS d WHERE {tests} ORDER BY {_ORDER} LIMIT %s"""  # noqa: S608 -- our own words; what was typed are parameters
    return _hits(sql, [owner.pk, *likes, most])


def _query(words: Sequence[str], *, of: str, is_prefix: bool) -> tuple[str, str]:
    """The column and the query of PostgreSQL; SQLite's query names its columns itself."""
    if connection.vendor == "postgresql":
        column = "by_name" if of == "names" else "by_word"
        terms = [f"'{word}'" for word in words]
        return column, " & ".join(terms) + (":*" if is_prefix else "")
    columns = "names" if of == "names" else "{names words}"
    terms = [f'"{word}"' for word in words]
    return "", f"{columns} : ({' AND '.join(terms)}{' *' if is_prefix else ''})"


def _ask_for_spellings(owner: User, spelt: Sequence[Sequence[str]]) -> list[Hit]:
    if connection.vendor == "postgresql":
        terms = [" | ".join(f"'{key}'" for key in keys) for keys in spelt]
        return _ask(owner, "by_spelling", " & ".join(f"({each})" for each in terms), MANY)
    terms = [" OR ".join(f'"{key}"' for key in keys) for keys in spelt]
    return _ask(owner, "", f"spellings : ({' AND '.join(f'({each})' for each in terms)})", MANY)


def _ask(owner: User, column: str, query: str, most: int) -> list[Hit]:
    if connection.vendor == "postgresql":
        sql = f"""
            SELECT {_COLUMNS} FROM contacts_document AS d
            WHERE d.{column} @@ %s::tsquery AND d.owner_id = %s LIMIT {MANY}"""  # noqa: S608
    else:
        # CROSS keeps the order: SQLite would go through all documents, and ask about each.
        sql = f"""
            SELECT {_COLUMNS} FROM contacts_search AS s
            CROSS JOIN contacts_document AS d ON d.id = s.rowid
            WHERE contacts_search MATCH %s AND d.owner_id = %s LIMIT {MANY}"""  # noqa: S608
    sql = f"SELECT * FROM ({sql}) AS d ORDER BY {_ORDER} LIMIT %s"  # noqa: S608
    return _hits(sql, [query, owner.pk, most])


def _likeness(words: Sequence[str], names: Sequence[str]) -> float:
    """How near each word comes to the name it comes nearest to, from 0 to 100 on average."""
    return sum(max(_ratio(word, name) for name in names) for word in words) / len(words)


@lru_cache(maxsize=16_384)
def _ratio(word: str, name: str) -> float:
    """The share of letters that both have in the same order, from 0 to 100."""
    return SequenceMatcher(None, word, name, autojunk=False).ratio() * 100


def _hits(sql: str, values: Sequence[Any]) -> list[Hit]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [Hit(id_in(each), names, seen) for each, names, seen in cursor.fetchall()]
