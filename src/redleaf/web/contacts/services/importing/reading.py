"""Contacts of the store as records, many at a time: rows are read as they stand, without objects.

Of an import that brings nothing new this is most of the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from redleaf.contacts import contact as record
from redleaf.contacts.plain import from_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Identity, Note, Role, Tag
from redleaf.web.contacts.rows import in_chunks

_COLUMNS = ("name", "kind", "headline", "language", "register", "relation", "introduced_by")
_DETAILS = ("parts", "other_names", "addresses", "occasions", "relations", "photos", "extras")
_IDENTITY = ("kind", "value", "written", "network", "label", "is_preferred", "connected_on")
_ROLE = ("organisation", "title", "department", "since", "until", "is_past")
_Parts = Mapping[UUID, Sequence[tuple[Any, ...]]]


def records_by_id(owner: User, ids: Sequence[UUID]) -> Iterator[record.Contact]:
    """Those of `owner` among the contacts with these ids, as `record_of` gives them."""
    for chunk in in_chunks(ids):
        identities = _parts(Identity, chunk, *_IDENTITY)
        roles = _parts(Role, chunk, *_ROLE)
        notes = _parts(Note, chunk, "text")
        tags = _parts(Tag, chunk, "name")
        rows = Contact.objects.filter(owner=owner, pk__in=chunk).order_by()
        for contact_id, details, *values in rows.values_list("id", "details", *_COLUMNS):
            yield record.Contact(
                key=str(contact_id),
                identities=tuple([record.Identity(*each) for each in identities[contact_id]]),
                roles=tuple([record.Role(*each) for each in roles[contact_id]]),
                notes=tuple([text for (text,) in notes[contact_id]]),
                tags=tuple([name for (name,) in tags[contact_id]]),
                **dict(zip(_COLUMNS, values, strict=True)),
                **_details(details),
            )


def _parts(model: type[Any], chunk: Sequence[UUID], *columns: str) -> _Parts:
    found: dict[UUID, list[tuple[Any, ...]]] = defaultdict(list)
    rows = model._base_manager.filter(contact_id__in=chunk).order_by("contact_id", "position")
    for contact_id, *values in rows.values_list("contact_id", *columns):
        found[contact_id].append(tuple(values))
    return found


def _details(plain: Mapping[str, Any]) -> dict[str, Any]:
    if not plain:
        return {}
    read = from_plain(record.Contact, {"name": "", **plain})
    return {name: getattr(read, name) for name in _DETAILS if name in plain}
