"""Rows and records: a contact's rows as the engine's plain record, and what a record becomes.

The engine knows no rows, and the rest of the desk reads people by these records.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, prefetch_related_objects

from redleaf.contacts import contact as record
from redleaf.contacts import encounters
from redleaf.contacts.plain import from_plain, to_plain
from redleaf.notes.folding import fold_text
from redleaf.web.contacts.models import Contact, Encounter, Identity, Letter, Promise, Role
from redleaf.web.contacts.rows import writable, writable_data

_COLUMNS = ("name", "kind", "headline", "language", "register", "relation", "introduced_by")
_DETAILS = ("parts", "other_names", "addresses", "occasions", "relations", "photos", "extras")
_IDENTITY = ("kind", "network", "value", "written", "label", "is_preferred", "connected_on")
_ROLE = ("organisation", "title", "department", "since", "until", "is_past")
_OWN_ROWS = ("identity_rows", "role_rows", "note_rows", "tag_rows")
_SORT_CHARS = 200
# PostgreSQL indexes a little more than 2,000 bytes of a value; four are in a character at most.
_KEY_CHARS = 400


def whole(contacts: QuerySet[Contact]) -> QuerySet[Contact]:
    """The same contacts with all their own rows, in a fixed number of queries."""
    return contacts.prefetch_related(*_OWN_ROWS)


def read_own_rows(contact: Contact) -> None:
    """Read them once, where its record is asked for several times and nothing changes it."""
    prefetch_related_objects([contact], *_OWN_ROWS)


def record_of(contact: Contact) -> record.Contact:
    """The contact as the engine knows it; `key` is its id. Of many, read them with `whole`."""
    details = from_plain(record.Contact, {"name": contact.name, **contact.details})
    return record.Contact(
        key=str(contact.pk),
        **{name: getattr(contact, name) for name in _COLUMNS},
        **{name: getattr(details, name) for name in _DETAILS},
        identities=tuple(identity_of(row) for row in contact.identity_rows.all()),
        roles=tuple(role_of(row) for row in contact.role_rows.all()),
        notes=tuple(row.text for row in contact.note_rows.all()),
        tags=tuple(row.name for row in contact.tag_rows.all()),
    )


def records_of(contacts: QuerySet[Contact], *, chunk: int = 2_000) -> Iterator[record.Contact]:
    """All of them, a chunk at a time, so that 100,000 contacts do not lie in memory at once."""
    for contact in whole(contacts).iterator(chunk_size=chunk):
        yield record_of(contact)


def columns_of(of: record.Contact) -> dict[str, Any]:
    """What stands in the row of the contact itself."""
    return {
        **{name: writable(getattr(of, name)) for name in _COLUMNS},
        "details": _details_of(of),
        "sort_name": sort_name(of),
    }


def sort_name(of: record.Contact) -> str:
    """The family name first where the parts of the name are known, folded."""
    parts = of.parts
    named = f"{parts.family} {parts.given}".strip() if parts.family else of.called
    return writable(fold_text(named)[:_SORT_CHARS])


def parts_of(of: record.Contact) -> dict[str, dict[tuple[Any, ...], dict[str, Any]]]:
    """The rows of its own, by table and by what tells them apart within the contact."""
    identities = (_identity_columns(each) for each in of.identities if each.value)
    roles = (_role_columns(each) for each in of.roles if each)
    notes = (writable(text) for text in of.notes if text)
    tags = (kept_key(name) for name in of.tags if name)
    return {
        "identity": {(each["kind"], each["network"], each["value"]): each for each in identities},
        "role": {tuple(each.values()): each for each in roles},
        "note": {(text,): {"text": text} for text in notes},
        "tag": {(name,): {"name": name} for name in tags},
    }


def kept_key(key: str) -> str:
    """The key (or value) under which something is kept and found again.

    What is longer than an index may hold ends in its digest; two long ones stay two.
    """
    key = writable(key)
    if len(key) <= _KEY_CHARS:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[:32]
    return f"{key[: _KEY_CHARS - len(digest) - 1]}…{digest}"


def _details_of(of: record.Contact) -> dict[str, Any]:
    there = {name: value for name in _DETAILS if (value := getattr(of, name))}
    if not there:
        return {}
    return {name: writable_data(plain) for name, plain in to_plain(of, only=there).items()}


def _identity_columns(of: record.Identity) -> dict[str, Any]:
    value = kept_key(of.value)
    return {
        "kind": of.kind,
        "network": writable(of.network),
        "value": value,
        "written": writable(of.written or ("" if value == of.value else of.value)),
        "label": writable(of.label),
        "is_preferred": of.is_preferred,
        "connected_on": of.connected_on,
    }


def _role_columns(of: record.Role) -> dict[str, Any]:
    return {
        "organisation": writable(of.organisation),
        "title": writable(of.title),
        "department": writable(of.department),
        "since": writable(of.since),
        "until": writable(of.until),
        "is_past": of.is_past,
    }


def identity_of(row: Identity) -> record.Identity:
    return record.Identity(**{name: getattr(row, name) for name in _IDENTITY})


def role_of(row: Role) -> record.Role:
    return record.Role(**{name: getattr(row, name) for name in _ROLE})


def encounter_of(row: Encounter, people: Iterable[UUID] | None = None) -> encounters.Encounter:
    """The encounter as a record; people are named by the ids of their contacts."""
    if people is None:
        people = (each.contact_id for each in row.presences.all())
    return encounters.Encounter(
        people=tuple(str(each) for each in people),
        kind=row.kind,
        when=encounters.When(row.first, row.last, row.words),
        place=row.place,
        event=row.event,
        topics=tuple(row.topics),
        said=row.said,
        introduced_by=row.introduced_by,
        notes=row.notes,
        times=row.times,
        key=row.key,
    )


def letter_of(row: Letter) -> encounters.Letter:
    return encounters.Letter(
        people=(str(row.contact_id),),
        network=row.network,
        is_sent=row.is_sent,
        at=row.at,
        subject=row.subject,
        key=row.key,
    )


def promise_of(row: Promise) -> encounters.Promise:
    return encounters.Promise(
        person=str(row.contact_id),
        text=row.text,
        due=encounters.When(row.due_first, row.due_last, row.due_words),
        made_on=row.made_on,
        state=row.state,
        key=row.key,
    )
