"""Two contacts that are one person become one; and what the user says about pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from redleaf.contacts.matching import Pair as Likely
from redleaf.contacts.matching import duplicates, traits_of
from redleaf.contacts.matching.traits import Traits
from redleaf.contacts.merging import merge
from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import (
    Act,
    Card,
    Contact,
    Invitation,
    Letter,
    Pair,
    Picture,
    Presence,
    Promise,
)
from redleaf.web.contacts.records import record_of, records_of, whole
from redleaf.web.contacts.rows import PARTS, TABLES
from redleaf.web.contacts.services.keeping import keep_changed_contact
from redleaf.web.contacts.services.recording import Recorder, recorded


class CannotMerge(RedleafError):
    """Two contacts that cannot become one."""


@dataclass(frozen=True, slots=True)
class PairsFound:
    """How many pairs wait for the user now that did not before, and how many were merged."""

    asked: int
    merged: int


def merge_contacts(owner: User, kept: Contact, other: Contact) -> Act:
    """`other` becomes a part of `kept`, with all that was between it and the user.

    Gives the act, whose undo brings both back. Raises CannotMerge for one contact twice.
    """
    if kept.pk == other.pk:
        raise CannotMerge(gettext("This is one contact already; two are needed to merge."))
    what = gettext("Merged %(other)s into %(kept)s") % {
        "other": _called(other),
        "kept": _called(kept),
    }
    with recorded(owner, Act.Kind.MERGE, what) as recorder:
        # Read again within the transaction, so that nothing written meanwhile is lost.
        first, second = (
            whole(Contact.objects.filter(owner=owner)).select_for_update().get(pk=each.pk)
            for each in (kept, other)
        )
        _merge(first, second, recorder)
    return recorder.act


def refuse_pair(owner: User, pair: Pair) -> Act:
    """The user said that they are two people: they are never asked about again."""
    what = gettext("Kept %(first)s and %(second)s apart") % {
        "first": _called(pair.first),
        "second": _called(pair.second),
    }
    with recorded(owner, Act.Kind.EDIT, what) as recorder:
        recorder.change(pair, pair.first_id, answer=Pair.Answer.TWO_PEOPLE)
    return recorder.act


def ask_pair(
    owner: User, one: UUID, other: UUID, *, score: float = 0.0, reasons: Sequence[str] = ()
) -> bool:
    """Ask the user about a pair; False when they were asked, or have answered, before.

    It is no act of the user's: an undo of whoever made one of the two takes the question away.
    """
    first, second = sorted((one, other))
    _, is_new = Pair.objects.get_or_create(
        first_id=first,
        second_id=second,
        defaults={"owner": owner, "score": score, "reasons": list(reasons)},
    )
    return is_new


def find_pairs(
    owner: User,
    progress: Callable[[float], None] | None = None,
    *,
    merge_certain: bool = False,
) -> PairsFound:
    """Look through everybody for pairs that may be one person, and keep those as questions.

    `progress` is told the share that is done. Pairs that are certain are merged only when
    `merge_certain` says so; otherwise they are asked like the others. Refused ones stay refused.
    """
    refused = {
        frozenset(pair)
        for pair in Pair.objects.filter(owner=owner, answer=Pair.Answer.TWO_PEOPLE).values_list(
            "first_id", "second_id"
        )
    }
    people = _traits(owner, progress)
    found = list(duplicates(people, is_refused=lambda one, other: {one, other} in refused))
    certain = [pair for pair in found if merge_certain and pair.certainty == "same"]
    merged = _merge_all(owner, certain)
    asked = sum(
        ask_pair(owner, pair.one, pair.other, score=pair.score, reasons=pair.reasons)
        for pair in found
        if pair.one not in merged and pair.other not in merged
    )
    return PairsFound(asked, len(merged))


def _called(contact: Contact) -> str:
    return record_of(contact).called or gettext("a contact without a name")


def _merge(kept: Contact, other: Contact, recorder: Recorder) -> None:
    merged = merge(record_of(kept), record_of(other))
    for model, apart_by in ((Presence, "encounter_id"), (Letter, "key"), (Card, "stack_id")):
        _move_rows(model, apart_by, kept, other, recorder)
    _move_pictures(kept, other, recorder)
    rows = (*Promise.objects.filter(contact=other), *Invitation.objects.filter(contact=other))
    for row in rows:
        recorder.change(row, kept.pk, contact_id=kept.pk)
    _move_pairs(kept, other, recorder)
    remove_parts(other, recorder)
    recorder.remove(other, other.pk)
    keep_changed_contact(kept, merged, recorder)


def remove_parts(contact: Contact, recorder: Recorder) -> None:
    """Take away the rows that belong to this contact alone."""
    for table in PARTS:
        model: Any = TABLES[table]
        for row in model.objects.filter(contact=contact):
            recorder.remove(row, contact.pk)


def _move_rows(
    model: Any, apart_by: str, kept: Contact, other: Contact, recorder: Recorder
) -> None:
    """Rows that a column tells apart within a contact: what both have is kept once."""
    there = set(model.objects.filter(contact=kept).values_list(apart_by, flat=True))
    for row in model.objects.filter(contact=other):
        if getattr(row, apart_by) in there:
            recorder.remove(row, other.pk)
        else:
            recorder.change(row, kept.pk, contact_id=kept.pk)


def _move_pictures(kept: Contact, other: Contact, recorder: Recorder) -> None:
    there = set(Picture.objects.filter(contact=kept).values_list("digest", flat=True))
    for row in Picture.objects.filter(contact=other):
        if row.digest not in there:
            recorder.change(row, kept.pk, contact_id=kept.pk)


def _move_pairs(kept: Contact, other: Contact, recorder: Recorder) -> None:
    """Questions about `other` become questions about `kept`; an answer stays an answer."""
    mine = {_third(pair, kept.pk): pair for pair in _pairs_of(kept)}
    for pair in _pairs_of(other):
        third = _third(pair, other.pk)
        there = mine.get(third)
        if third == kept.pk:
            recorder.remove(pair, kept.pk)
        elif there is None:
            first, second = sorted((kept.pk, third))
            recorder.change(pair, kept.pk, first_id=first, second_id=second)
        else:
            if pair.answer == Pair.Answer.TWO_PEOPLE:
                recorder.change(there, kept.pk, answer=pair.answer)
            recorder.remove(pair, other.pk)


def _pairs_of(contact: Contact) -> Iterable[Pair]:
    return Pair.objects.filter(Q(first=contact) | Q(second=contact))


def _third(pair: Pair, contact_id: UUID) -> UUID:
    return pair.second_id if pair.first_id == contact_id else pair.first_id


def _traits(owner: User, progress: Callable[[float], None] | None) -> Iterator[tuple[UUID, Traits]]:
    everybody = Contact.objects.filter(owner=owner).order_by("pk")
    count = everybody.count()
    for number, of in enumerate(records_of(everybody), 1):
        yield UUID(of.key), traits_of(of)
        if progress and number % 1_000 == 0:
            progress(number / count)


def _merge_all(owner: User, pairs: Sequence[Likely[UUID]]) -> set[UUID]:
    """Merge pair by pair; gives those that are gone. What spoke of them speaks of who is left."""
    kept_by: dict[UUID, UUID] = {}
    for pair in pairs:
        kept_id, other_id = (_end(kept_by, each) for each in (pair.one, pair.other))
        if kept_id == other_id:
            continue
        kept, other = (Contact.objects.get(pk=each) for each in (kept_id, other_id))
        merge_contacts(owner, kept, other)
        kept_by[other_id] = kept_id
    return set(kept_by)


def _end(kept_by: dict[UUID, UUID], contact_id: UUID) -> UUID:
    while contact_id in kept_by:
        contact_id = kept_by[contact_id]
    return contact_id
