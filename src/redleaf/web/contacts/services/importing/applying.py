"""Apply a planned import: one act in one transaction, or nothing at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from django.utils.translation import gettext

from redleaf.contacts.contact import Contact as Record
from redleaf.contacts.merging import merge
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Pair
from redleaf.web.contacts.records import record_of, whole
from redleaf.web.contacts.rows import in_chunks
from redleaf.web.contacts.services.importing.cards import (
    card_of,
    is_told_by_itself,
    with_cards,
)
from redleaf.web.contacts.services.importing.pictures import keep_pictures
from redleaf.web.contacts.services.importing.plan import Entry, ImportPlan
from redleaf.web.contacts.services.importing.planning import mark_of, plan_import
from redleaf.web.contacts.services.importing.steps import Steps
from redleaf.web.contacts.services.importing.writing_between import keep_between
from redleaf.web.contacts.services.keeping import keep_changed_contact, keep_new_contact
from redleaf.web.contacts.services.recording import Recorder, recorded
from redleaf.web.store import StoreError, speaking_plainly

_CHUNK = 500


def apply_import(
    owner: User,
    plan: ImportPlan,
    *,
    file_name: str,
    digest: str = "",
    told: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Act | None:
    """Do what the plan says; gives the act that undoes it, or None when there is nothing to do.

    What was changed since the plan was made is not written over: then it is planned anew first.
    Raises ImportStopped when `is_cancelled` says so, StoreError when the disk or the database
    complain; in either case nothing is changed.
    """
    if plan.changes_nothing and mark_of(owner) == plan.mark:
        return None
    try:
        with (
            speaking_plainly(),
            recorded(owner, Act.Kind.IMPORT, "", origin=file_name, digest=digest) as recorder,
        ):
            # One import at a time: on a server this row is the turn, SQLite has one writer anyway.
            User.objects.select_for_update().get(pk=owner.pk)
            if mark_of(owner) != plan.mark:
                plan = plan_import(owner, plan.harvest, answers=plan.answers)
            step = Steps(len(plan.entries), told, is_cancelled)
            ids = _keep_contacts(owner, plan, recorder, step)
            _ask_later(owner, plan, ids, recorder)
            keep_pictures(owner, plan, ids, recorder)
            keep_between(owner, plan, ids, recorder, step)
            recorder.act.counts = _counts(plan)
            recorder.act.what = gettext("Imported %(file_name)s") % {"file_name": file_name}
            step.check()
    except StoreError as error:
        raise StoreError(gettext("%(error)s Nothing was imported.") % {"error": error}) from error
    return None if recorder.is_empty else recorder.act


def _keep_contacts(
    owner: User, plan: ImportPlan, recorder: Recorder, step: Steps
) -> dict[int, UUID]:
    """Write the people; gives the contact of every entry that is taken, by its place."""
    changed = [entry for entry in plan.entries if entry.change == "changed"]
    _keep_changed(owner, changed, recorder, step)
    ids = {}
    made = 0
    for place, entry in enumerate(plan.entries):
        if entry.contact_id:
            ids[place] = entry.contact_id
        elif entry.is_taken:
            ids[place] = keep_new_contact(_as_kept(entry), recorder).pk
            recorder.came_from(ids[place], ", ".join(entry.keys))
            made += 1
            if not made % _CHUNK:
                recorder.flush()
                step.did(_CHUNK)
    recorder.flush()
    return ids


def _as_kept(entry: Entry) -> Record:
    """A new contact, with its card where nothing else would tell it again."""
    if entry.near or not is_told_by_itself(entry.contact):
        return with_cards(entry.contact, entry.cards or (card_of(entry.contact),))
    return entry.contact


def _keep_changed(owner: User, entries: Sequence[Entry], recorder: Recorder, step: Steps) -> None:
    more: dict[UUID, list[Record]] = {}
    for entry in entries:
        if entry.contact_id:
            more.setdefault(entry.contact_id, []).append(with_cards(entry.contact, entry.cards))
            recorder.came_from(entry.contact_id, ", ".join(entry.keys))
    for chunk in in_chunks(list(more)):
        for contact in whole(Contact.objects.filter(owner=owner, pk__in=chunk)):
            becomes = record_of(contact)
            for said in more[contact.pk]:
                becomes = merge(becomes, said)
            keep_changed_contact(contact, becomes, recorder)
        recorder.flush()
        step.did(len(chunk))


def _ask_later(owner: User, plan: ImportPlan, ids: dict[int, UUID], recorder: Recorder) -> None:
    """Remember who may be the same person: what was not answered is asked, a no is kept."""
    wanted: dict[tuple[UUID, UUID], Pair] = {}
    for place, entry in enumerate(plan.entries):
        for pair in _pairs(entry, ids[place]) if place in ids else ():
            wanted.setdefault((pair.first_id, pair.second_id), pair)
    for chunk in in_chunks(list(wanted)):
        rows = Pair.objects.filter(owner=owner, first_id__in=[first for first, _ in chunk])
        known = set(rows.order_by().values_list("first_id", "second_id"))
        for key in chunk:
            if key not in known:
                recorder.make(wanted[key], key[1])


def _pairs(entry: Entry, contact_id: UUID) -> Iterator[Pair]:
    is_new = entry.contact_id is None
    answer = Pair.Answer.TWO_PEOPLE if entry.answer == "new" else Pair.Answer.ASKED
    for near in entry.near:
        # Of one that was taken for the same, only others that it is just as surely are asked about.
        if near.contact_id != contact_id and (is_new or near.is_same):
            first, second = sorted((contact_id, near.contact_id))
            yield Pair(
                first_id=first,
                second_id=second,
                answer=answer,
                score=near.score,
                reasons=list(near.reasons),
            )


def _counts(plan: ImportPlan) -> dict[str, int]:
    counts = {**plan.counts, "skipped": sum(not entry.is_taken for entry in plan.entries)}
    for name in ("encounters", "letters", "promises", "invitations"):
        kinds = Counter(each.change for each in getattr(plan, name))
        counts[name] = kinds["new"]
    return {name: count for name, count in counts.items() if count}
