"""Contacts of the store as records, many at a time: rows are read as they stand, without objects.

Of an import that brings nothing new this is most of the time.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from redleaf.contacts import contact as record
from redleaf.contacts.plain import from_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts.rows import id_text, in_chunks, rows_of_contacts

_COLUMNS = ("name", "kind", "headline", "language", "register", "relation", "introduced_by")
_DETAILS = ("parts", "other_names", "addresses", "occasions", "relations", "photos", "extras")
_CONTACTS = (
    f"SELECT id, owner_id, details, {', '.join(_COLUMNS)}"  # noqa: S608 -- names of our own columns
    " FROM contacts_contact WHERE id IN ({ids})"
)
_IDENTITIES = (
    "SELECT contact_id, kind, value, written, network, label, is_preferred, connected_on"
    " FROM contacts_identity WHERE contact_id IN ({ids}) ORDER BY contact_id, position"
)
_ROLES = (
    "SELECT contact_id, organisation, title, department, since, until, is_past"
    " FROM contacts_role WHERE contact_id IN ({ids}) ORDER BY contact_id, position"
)
_NOTES = (
    "SELECT contact_id, text"
    " FROM contacts_note WHERE contact_id IN ({ids}) ORDER BY contact_id, position"
)
_TAGS = (
    "SELECT contact_id, name"
    " FROM contacts_tag WHERE contact_id IN ({ids}) ORDER BY contact_id, position"
)
_Parts = Mapping[Any, Sequence[tuple[Any, ...]]]


def records_by_id(owner: User, ids: Sequence[UUID]) -> Iterator[record.Contact]:
    """Those of `owner` among the contacts with these ids, as `record_of` gives them."""
    for chunk in in_chunks(ids):
        identities, roles = _parts(_IDENTITIES, chunk), _parts(_ROLES, chunk)
        notes, tags = _parts(_NOTES, chunk), _parts(_TAGS, chunk)
        for row_id, owner_id, details, *values in rows_of_contacts(_CONTACTS, chunk):
            if owner_id != owner.pk:
                continue
            yield record.Contact(
                key=id_text(row_id),
                identities=tuple([_identity(*each) for each in identities[row_id]]),
                roles=tuple([_role(*each) for each in roles[row_id]]),
                notes=tuple([text for (text,) in notes[row_id]]),
                tags=tuple([name for (name,) in tags[row_id]]),
                **dict(zip(_COLUMNS, values, strict=True)),
                **_details(details),
            )


def _parts(sql: str, chunk: Sequence[UUID]) -> _Parts:
    found: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
    for contact_id, *values in rows_of_contacts(sql, chunk):
        found[contact_id].append(tuple(values))
    return found


def _identity(*values: Any) -> record.Identity:
    # In the order of the record's fields, as the query names them.
    *texts, is_preferred, connected_on = values
    columns = (*texts, bool(is_preferred), _day(connected_on))
    return record.Identity(*columns)


def _role(*values: Any) -> record.Role:
    *texts, is_past = values
    columns = (*texts, bool(is_past))
    return record.Role(*columns)


@lru_cache(maxsize=16_384)
def _day(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _details(plain: str) -> dict[str, Any]:
    if plain == "{}":
        return {}
    known = json.loads(plain)
    read = from_plain(record.Contact, {"name": "", **known})
    return {name: getattr(read, name) for name in _DETAILS if name in known}
