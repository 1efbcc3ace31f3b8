"""Tables of people who do not exist, read without the child: the guard has tests of its own."""

from __future__ import annotations

import io
from collections.abc import Mapping

from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain
from redleaf.formats.csv_people.fields import Column
from redleaf.formats.csv_people.importer import IMPORTER, read_unguarded
from redleaf.formats.csv_people.mapping import read_columns
from redleaf.formats.limits import Limits


def read(
    source: str | bytes, *, mapping: Mapping[str, str] | None = None, limits: Limits | None = None
) -> Harvest:
    data = source.encode() if isinstance(source, str) else source
    plain = read_unguarded(
        io.BytesIO(data), limits or IMPORTER.limits, lambda _: None, file="t.csv", mapping=mapping
    )
    return from_plain(Harvest, plain)


def only(source: str | bytes, *, mapping: Mapping[str, str] | None = None) -> Contact:
    """The one contact of a table."""
    harvest = read(source, mapping=mapping)
    assert not harvest.problems
    (contact,) = harvest.contacts
    return contact


def columns(source: str, *, mapping: Mapping[str, str] | None = None) -> list[Column]:
    raw = io.BytesIO(source.encode())
    found = read_columns(raw, Limits(), lambda _: None, mapping=mapping)
    return [Column(**each) for each in found]


def values(contact: Contact, kind: str) -> list[str]:
    return [each.value for each in contact.identities_of(kind)]


def labels(contact: Contact, kind: str) -> dict[str, str]:
    return {each.value: each.label for each in contact.identities_of(kind)}
