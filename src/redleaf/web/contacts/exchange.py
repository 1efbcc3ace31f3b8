"""The memory as files for other programs: vCards and a calendar, written a piece at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db.models import Max

from redleaf.contacts import contact as record
from redleaf.formats.calendar import write_calendar
from redleaf.formats.vcard import write_vcards
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Identity
from redleaf.web.contacts.passing import PassingEncounter, passing_contacts, passing_encounters

_CHUNK = 500
_END = "END:VCALENDAR\r\n"
_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_Row = TypeVar("_Row")


def contacts_of(owner: User) -> Iterator[record.Contact]:
    """All contacts as records, in the order of their ids."""
    return (each.as_record() for each in passing_contacts(owner))


def cards_of(owner: User) -> Iterator[bytes]:
    """Every contact as a vCard."""
    for some in _chunks(contacts_of(owner)):
        yield write_vcards(some).encode()


def calendar_of(owner: User) -> Iterator[bytes]:
    """Every encounter as an event, stamped with the moment when the last of them was noted."""
    newest = Encounter.objects.filter(owner=owner).aggregate(at=Max("made_at"))["at"]
    stamp = newest or _NEVER
    head = write_calendar([], [], stamp=stamp).removesuffix(_END)
    yield head.encode()
    for some in _chunks(passing_encounters(owner)):
        told = write_calendar((each.as_record() for each in some), _people_at(some), stamp=stamp)
        yield told.removeprefix(head).removesuffix(_END).encode()
    yield _END.encode()


def _people_at(rows: Iterable[PassingEncounter]) -> Iterator[record.Contact]:
    """Who was there, as far as an invitation tells it: name and e-mail addresses."""
    ids = {row[2] for each in rows for row in each.presences}
    mails: dict[UUID, list[record.Identity]] = {}
    found = Identity.objects.filter(contact_id__in=ids, kind="email").order_by("position")
    for contact_id, value in found.values_list("contact_id", "value"):
        mails.setdefault(contact_id, []).append(record.Identity("email", value))
    for contact_id, name in Contact.objects.filter(pk__in=ids).values_list("pk", "name"):
        yield record.Contact(name, key=str(contact_id), identities=tuple(mails.get(contact_id, ())))


def _chunks(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    while some := list(islice(rows, _CHUNK)):
        yield some
