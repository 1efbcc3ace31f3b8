"""What a line of a list tells of somebody, read of many at once: no more than the line shows.

Rows as Django's models would take several times as long, and lists are what people wait for.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from redleaf.contacts import contact as record
from redleaf.web.contacts.lasting import Lasting
from redleaf.web.contacts.rows import rows_by_contact

_ROLES = (
    "SELECT contact_id, title, organisation FROM contacts_role"
    " WHERE contact_id IN ({ids}) AND NOT is_past ORDER BY position"
)
_IDENTITIES = (
    "SELECT contact_id, kind, network, value, written, connected_on FROM contacts_identity"
    " WHERE contact_id IN ({ids}) ORDER BY position"
)
# The newest that has happened; of the others nothing is read.
_NEWEST = (
    "SELECT contact_id, kind, event, place, last FROM ("
    " SELECT p.contact_id, e.kind, e.event, e.place, e.last, row_number() OVER ("
    " PARTITION BY p.contact_id ORDER BY e.last DESC NULLS LAST, e.made_at DESC, p.id DESC) AS n"
    " FROM contacts_presence AS p JOIN contacts_encounter AS e ON e.id = p.encounter_id"
    " WHERE p.contact_id IN ({ids}) AND (e.last IS NULL OR e.last <= %s)) AS met WHERE n = 1"
)
_WROTE = (
    "SELECT contact_id, MAX(at) FROM contacts_letter"
    " WHERE contact_id IN ({ids}) GROUP BY contact_id"
)
_KEPT = (
    "SELECT contact_id, close_until, known_until FROM contacts_document"
    " WHERE contact_id IN ({ids}) AND reckon_on > %s"
)


@dataclass(frozen=True, slots=True)
class LastMet:
    """The newest encounter with somebody, as far as a line tells of it."""

    kind: str
    event: str
    place: str
    last: dt.date | None


def last_met(ids: Sequence[UUID], today: dt.date) -> Mapping[UUID, LastMet]:
    """The newest encounter of each that has happened."""
    rows = rows_by_contact(_NEWEST, ids, today.isoformat())
    return {
        each: LastMet(kind, event, place, day_in(last)) for each, kind, event, place, last in rows
    }


def last_wrote(ids: Sequence[UUID]) -> Mapping[UUID, dt.date | None]:
    """The day of the newest letter of each, where the user is."""
    return {each: _local_day(at) for each, at in rows_by_contact(_WROTE, ids)}


def roles_today(ids: Sequence[UUID]) -> Mapping[UUID, record.Role]:
    """The first role of each that is not past."""
    found: dict[UUID, record.Role] = {}
    for each, title, organisation in rows_by_contact(_ROLES, ids):
        found.setdefault(each, record.Role(title=title, organisation=organisation))
    return found


def identities_by_contact(ids: Sequence[UUID]) -> Mapping[UUID, list[record.Identity]]:
    found: dict[UUID, list[record.Identity]] = defaultdict(list)
    for each, kind, network, value, written, connected_on in rows_by_contact(_IDENTITIES, ids):
        found[each].append(
            record.Identity(kind, value, written, network, connected_on=day_in(connected_on))
        )
    return found


def kept_levels(ids: Sequence[UUID], today: dt.date) -> dict[UUID, str]:
    """Recognition by the days that are kept, of all of whom they tell about `today`."""
    rows = rows_by_contact(_KEPT, ids, today.toordinal())
    return {each: Lasting(close, known).on(today) for each, close, known in rows}


def day_in(value: Any) -> dt.date | None:
    """A day as the database gives it: SQLite as a text."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def moment_in(value: Any) -> dt.datetime | None:
    """A moment as the database gives it: SQLite as a text, of UTC."""
    told: dt.datetime | None = (
        dt.datetime.fromisoformat(value).replace(tzinfo=dt.UTC) if isinstance(value, str) else value
    )
    return told


def _local_day(at: Any) -> dt.date | None:
    moment = moment_in(at)
    return moment.astimezone().date() if moment else None
