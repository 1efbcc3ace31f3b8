"""Keep a record in the store: make a contact of it, or bring a contact's rows to what it says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from redleaf.contacts import contact as record
from redleaf.contacts import encounters
from redleaf.web.contacts.models import Contact, Encounter, Letter, Presence, Promise
from redleaf.web.contacts.records import columns_of, kept_key, parts_of
from redleaf.web.contacts.services.recording import Recorder

# What tells the rows of one contact apart; the same columns as in `parts_of`.
_KEYS = {
    "identity": ("kind", "network", "value"),
    "role": ("organisation", "title", "department", "since", "until", "is_past"),
    "note": ("text",),
    "tag": ("name",),
}


def keep_new_contact(of: record.Contact, recorder: Recorder) -> Contact:
    """A new contact with all its rows; they are written when the recorder writes."""
    contact = recorder.make_contact(columns_of(of))
    for table, rows in parts_of(of).items():
        for position, values in enumerate(rows.values()):
            _make_part(table, contact, position, values, recorder)
    return contact


def keep_changed_contact(contact: Contact, of: record.Contact, recorder: Recorder) -> bool:
    """Bring a contact's rows to what the record says; False when they say it already.

    Rows that stay the same stay the same rows.
    """
    is_changed = recorder.change(contact, contact.pk, **columns_of(of))
    for table, wanted in parts_of(of).items():
        if _bring_to(contact, table, wanted, recorder):
            is_changed = True
    if is_changed:
        recorder.change(contact, contact.pk, changed_at=recorder.now)
    return is_changed


def keep_encounter(of: encounters.Encounter, people: list[UUID], recorder: Recorder) -> Encounter:
    """A new encounter with the contacts `people`, in the order of the record."""
    row = Encounter(
        kind=of.kind,
        first=of.when.first,
        last=of.when.last,
        words=of.when.words,
        place=of.place,
        event=of.event,
        topics=list(of.topics),
        said=of.said,
        introduced_by=of.introduced_by,
        notes=of.notes,
        times=of.times,
        key=kept_key(of.key),
        made_at=recorder.now,
    )
    recorder.make(row, people[0] if people else None)
    for position, contact_id in enumerate(dict.fromkeys(people)):
        presence = Presence(encounter_id=row.pk, contact_id=contact_id, position=position)
        recorder.make(presence, contact_id)
    return row


def keep_letter(of: encounters.Letter, contact_id: UUID, recorder: Recorder) -> Letter:
    row = Letter(
        contact_id=contact_id,
        network=of.network,
        is_sent=of.is_sent,
        at=of.at,
        subject=of.subject,
        key=kept_key(of.key),
    )
    recorder.make(row, contact_id)
    return row


def keep_promise(of: encounters.Promise, contact_id: UUID, recorder: Recorder) -> Promise:
    row = Promise(
        contact_id=contact_id,
        text=of.text,
        due_first=of.due.first,
        due_last=of.due.last,
        due_words=of.due.words,
        made_on=of.made_on,
        state=of.state,
        key=kept_key(of.key),
    )
    recorder.make(row, contact_id)
    return row


def _bring_to(
    contact: Contact, table: str, wanted: dict[tuple[Any, ...], dict[str, Any]], recorder: Recorder
) -> bool:
    rows = list(getattr(contact, f"{table}_rows").all())
    there = {_key_of(table, row): row for row in rows}
    is_changed = False
    for key, row in there.items():
        if key not in wanted:
            recorder.remove(row, contact.pk)
            is_changed = True
    for position, (key, values) in enumerate(wanted.items()):
        if key in there:
            changed = recorder.change(there[key], contact.pk, position=position, **values)
        else:
            _make_part(table, contact, position, values, recorder)
            changed = True
        is_changed = is_changed or changed
    return is_changed


def _make_part(
    table: str, contact: Contact, position: int, values: dict[str, Any], recorder: Recorder
) -> None:
    columns = {**values, "contact_id": contact.pk, "position": position}
    recorder.make_row(table, columns, contact.pk)


def _key_of(table: str, row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in _KEYS[table])
