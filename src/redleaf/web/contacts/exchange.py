"""The memory as files for other programs: vCards and a calendar, written a piece at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar
from uuid import UUID

from redleaf.contacts import contact as record
from redleaf.formats.calendar import write_calendar
from redleaf.formats.vcard import write_vcards
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter
from redleaf.web.contacts.records import encounter_of, identity_of, records_of

_CHUNK = 500
_END = "END:VCALENDAR\r\n"
_Row = TypeVar("_Row")


def contacts_of(owner: User) -> Iterator[record.Contact]:
    """All contacts as records, in the order of their ids."""
    return records_of(Contact.objects.filter(owner=owner).order_by("pk"), chunk=_CHUNK)


def cards_of(owner: User) -> Iterator[bytes]:
    """Every contact as a vCard."""
    for some in _chunks(contacts_of(owner)):
        yield write_vcards(some).encode()


def calendar_of(owner: User) -> Iterator[bytes]:
    """Every encounter as an event, stamped with the moment it was noted."""
    nothing = write_calendar([], [], stamp=dt.datetime.min.replace(tzinfo=dt.UTC))
    head = nothing.removesuffix(_END)
    yield head.encode()
    rows = Encounter.objects.filter(owner=owner).order_by("pk").prefetch_related("presences")
    for some in _chunks(rows.iterator(chunk_size=_CHUNK)):
        people = _people_at(some)
        for row in some:
            there = [people[each.contact_id] for each in row.presences.all()]
            entry = write_calendar([encounter_of(row)], there, stamp=row.made_at)
            yield entry.removeprefix(head).removesuffix(_END).encode()
    yield _END.encode()


def _people_at(rows: Iterable[Encounter]) -> dict[UUID, record.Contact]:
    """Who was there, as far as an invitation tells it: name and identities."""
    ids = {each.contact_id for row in rows for each in row.presences.all()}
    contacts = Contact.objects.filter(pk__in=ids).prefetch_related("identity_rows")
    return {
        each.pk: record.Contact(
            each.name,
            key=str(each.pk),
            identities=tuple(identity_of(row) for row in each.identity_rows.all()),
        )
        for each in contacts
    }


def _chunks(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    while some := list(islice(rows, _CHUNK)):
        yield some
