"""Write what was between the user and the people of a file, as it is planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from redleaf.contacts.invitations import Invitation as InvitationRecord
from redleaf.contacts.plain import to_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Encounter, Invitation, Presence
from redleaf.web.contacts.rows import in_chunks
from redleaf.web.contacts.services.importing.plan import Between, ImportPlan
from redleaf.web.contacts.services.importing.steps import Steps
from redleaf.web.contacts.services.importing.updating import columns_to_change
from redleaf.web.contacts.services.keeping import keep_encounter, keep_letter, keep_promise
from redleaf.web.contacts.services.recording import Recorder

_REST_AFTER = 500
Ids = Mapping[int, UUID]


def keep_between(owner: User, plan: ImportPlan, ids: Ids, recorder: Recorder, steps: Steps) -> None:
    """Write encounters, letters, promises and invitations; `ids` are the contacts by entry."""
    for each in _in_rests(plan.encounters, recorder, steps):
        people = [ids[place] for place in each.people]
        keep_encounter(replace(each.record, key=each.key), people, recorder)
    for letter in _in_rests(plan.letters, recorder, steps):
        keep_letter(replace(letter.record, key=letter.key), ids[letter.people[0]], recorder)
    for promise in _in_rests(plan.promises, recorder, steps):
        keep_promise(replace(promise.record, key=promise.key), ids[promise.people[0]], recorder)
    for invitation in _in_rests(plan.invitations, recorder, steps):
        contact_id = _whose(invitation, ids)
        recorder.make(_row_of(invitation, contact_id), contact_id)
    _keep_more_of_encounters(owner, plan, ids, recorder)
    _keep_more_of_invitations(owner, plan, ids, recorder)


def _in_rests(
    records: Sequence[Between[Any]], recorder: Recorder, steps: Steps
) -> Iterator[Between[Any]]:
    """The new ones, written a few hundred at a time, so that they do not wait in memory."""
    for number, each in enumerate(each for each in records if each.change == "new"):
        if number and not number % _REST_AFTER:
            recorder.flush()
            steps.check()
        yield each
    recorder.flush()


def _row_of(each: Between[InvitationRecord], contact_id: UUID | None) -> Invitation:
    said = each.record
    return Invitation(
        contact_id=contact_id,
        network=said.network,
        is_incoming=said.is_incoming,
        name=said.name,
        headline=said.headline,
        text=said.text,
        identities=[to_plain(identity) for identity in said.identities],
        at=said.at,
        key=each.key,
    )


def _whose(each: Between[InvitationRecord], ids: Ids) -> UUID | None:
    return ids[each.people[0]] if each.people else each.contact_id


def _keep_more_of_encounters(owner: User, plan: ImportPlan, ids: Ids, recorder: Recorder) -> None:
    """What a later file knows more of an encounter: who else was there, how long it goes on."""
    by_row = {e.row_id: e for e in plan.encounters if e.row_id and e.change == "changed"}
    for chunk in in_chunks(list(by_row)):
        rows = Encounter.objects.filter(owner=owner, pk__in=chunk)
        for row in rows.prefetch_related("presences"):
            each = by_row[row.pk]
            there = [presence.contact_id for presence in row.presences.all()]
            come = [ids[place] for place in each.people if ids[place] not in there]
            for position, contact_id in enumerate(dict.fromkeys(come), len(there)):
                presence = Presence(encounter=row, contact_id=contact_id, position=position)
                recorder.make(presence, contact_id)
            columns = columns_to_change(each.record, row)
            recorder.change(row, next(iter([*there, *come]), None), **columns)


def _keep_more_of_invitations(owner: User, plan: ImportPlan, ids: Ids, recorder: Recorder) -> None:
    """Whose other side is a contact now, or of which another way tells more: its note, its day."""
    by_row = {e.row_id: e for e in plan.invitations if e.row_id and e.change == "changed"}
    for chunk in in_chunks(list(by_row)):
        for row in Invitation.objects.filter(owner=owner, pk__in=chunk):
            each = by_row[row.pk]
            contact_id = row.contact_id or _whose(each, ids)
            recorder.change(row, contact_id, contact_id=contact_id, **each.adds)
