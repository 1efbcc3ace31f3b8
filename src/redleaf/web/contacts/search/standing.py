"""How the user and each contact stand: until when they are remembered, when last seen."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.lasting import FOREVER, NOT_MET, MetOn, WroteAt, lasting
from redleaf.web.contacts.models import Document
from redleaf.web.contacts.rows import in_chunks, rows_of_contacts

_CHUNK = 2_000
_MET = (
    "SELECT p.contact_id, e.kind, e.last"
    " FROM contacts_presence AS p JOIN contacts_encounter AS e ON e.id = p.encounter_id"
    " WHERE p.contact_id IN ({ids})"
)
_WROTE = "SELECT contact_id, is_sent, at FROM contacts_letter WHERE contact_id IN ({ids})"
_CONNECTED = (
    "SELECT contact_id, MAX(connected_on) FROM contacts_identity"
    " WHERE contact_id IN ({ids}) AND connected_on IS NOT NULL GROUP BY contact_id"
)
_INVITED = (
    "SELECT DISTINCT contact_id FROM contacts_invitation"
    " WHERE contact_id IN ({ids}) AND NOT is_incoming"
)


class Standing(NamedTuple):
    """Columns of a document; see there."""

    seen: int = 0
    close_until: int = NOT_MET
    known_until: int = NOT_MET
    reckon_on: int = FOREVER
    is_written: bool = False


def standings(contact_ids: Sequence[UUID], today: dt.date | None = None) -> dict[Any, Standing]:
    """The standing of each, by the id as the database gives it; of any other, that of nobody."""
    today = today or timezone.localdate()
    met: dict[Any, list[MetOn]] = defaultdict(list)
    letters: dict[Any, list[WroteAt]] = defaultdict(list)
    for contact_id, kind, last in rows_of_contacts(_MET, contact_ids):
        met[contact_id].append(MetOn(kind, _day(last)))
    for contact_id, is_sent, at in rows_of_contacts(_WROTE, contact_ids):
        letters[contact_id].append(WroteAt(bool(is_sent), _moment(at)))
    connected = {each: _day(day) for each, day in rows_of_contacts(_CONNECTED, contact_ids)}
    invited = {each for (each,) in rows_of_contacts(_INVITED, contact_ids)}
    found: dict[Any, Standing] = defaultdict(Standing)
    for each in {*met, *letters, *connected, *invited}:
        is_written = each in invited or any(letter.is_sent for letter in letters[each])
        found[each] = _standing(met[each], letters[each], connected.get(each), today, is_written)
    return found


def reckon_due(owner: User, today: dt.date) -> None:
    """Reckon anew for whom something lay ahead that has happened by today."""
    due = Document.objects.filter(owner=owner, reckon_on__lte=today.toordinal())
    contact_ids = list(due.values_list("contact_id", flat=True))
    if contact_ids:
        reckon(contact_ids, today)


def reckon(contact_ids: Sequence[UUID], today: dt.date) -> None:
    """Write the days of these contacts into their documents, whose words stay."""
    sql = (
        "UPDATE contacts_document SET seen = %s, close_until = %s, known_until = %s,"
        " reckon_on = %s, is_written = %s WHERE contact_id = %s"
    )
    is_sqlite = connection.vendor == "sqlite"
    for chunk in in_chunks(contact_ids, _CHUNK):
        found = standings(chunk, today)
        keys = [each.hex if is_sqlite else each for each in chunk]
        with connection.cursor() as cursor:
            cursor.executemany(sql, [(*found[key], key) for key in keys])


def _standing(
    met: Sequence[MetOn],
    letters: Sequence[WroteAt],
    connected: dt.date | None,
    today: dt.date,
    is_written: bool,
) -> Standing:
    days = [each.on for each in met if each.on]
    days += [each.at.date() for each in letters if each.at]
    seen = max((day.toordinal() for day in (*days, connected) if day), default=0)
    lasts = lasting(met, letters, today)
    return Standing(seen, lasts.close_until, lasts.known_until, lasts.reckon_on, is_written)


def _day(value: Any) -> dt.date | None:
    """SQLite gives days as texts."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _moment(value: Any) -> dt.datetime | None:
    """SQLite gives moments as texts, of UTC; PostgreSQL with their zone, which is UTC too."""
    return dt.datetime.fromisoformat(value) if isinstance(value, str) else value
