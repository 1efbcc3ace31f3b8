"""Pictures of cards that come with a file: each once with its contact, and within bounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from redleaf.contacts.pictures import MOST_OF_ONE
from redleaf.contacts.pictures import Picture as Record
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Picture
from redleaf.web.contacts.models.picture import digest_of
from redleaf.web.contacts.rows import in_chunks
from redleaf.web.contacts.services.importing.plan import Entry, ImportPlan
from redleaf.web.contacts.services.recording import Recorder

# Of one person, whatever is brought: the cards of ten jobs, both sides.
_MOST_KEPT = 20


def plan_pictures(owner: User, plan: ImportPlan) -> None:
    """Whoever is known, and has a picture in the file that is not here, is changed by it."""
    of = _by_person(plan)
    entries = [entry for entry in plan.entries if entry.contact_id and _theirs(entry, of)]
    there = _digests(owner, [entry.contact_id for entry in entries if entry.contact_id])
    for entry in entries:
        known = there[entry.contact_id] if entry.contact_id else set()
        if entry.change == "same" and _new(_theirs(entry, of), known):
            entry.change, entry.changes = "changed", ("the picture of a card",)


def keep_pictures(
    owner: User, plan: ImportPlan, ids: Mapping[int, UUID], recorder: Recorder
) -> None:
    """Write those that are not here yet under the contacts that the plan's entries became."""
    of = _by_person(plan)
    wanted: dict[UUID, list[Record]] = defaultdict(list)
    for place, contact_id in ids.items():
        if theirs := _theirs(plan.entries[place], of):
            wanted[contact_id] += theirs
    there = _digests(owner, list(wanted))
    for contact_id, pictures in wanted.items():
        known = there[contact_id]
        for picture in _new(pictures, known):
            recorder.make(Picture.of(picture, contact_id, len(known)), contact_id)
            known.add(digest_of(picture))


def _by_person(plan: ImportPlan) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for each in plan.harvest.pictures:
        if len(found[each.person]) < MOST_OF_ONE and each.is_kept:
            found[each.person].append(each)
    return found


def _theirs(entry: Entry, of: Mapping[str, list[Record]]) -> list[Record]:
    return [picture for key in entry.keys for picture in of.get(key, ())]


def _new(pictures: list[Record], known: set[str]) -> list[Record]:
    new = {digest_of(each): each for each in pictures if digest_of(each) not in known}
    return list(new.values())[: max(0, _MOST_KEPT - len(known))]


def _digests(owner: User, contact_ids: list[UUID]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for chunk in in_chunks(contact_ids):
        rows = Picture.objects.filter(owner=owner, contact_id__in=chunk).order_by()
        for contact_id, digest in rows.values_list("contact_id", "digest"):
            found[contact_id].add(digest)
    return found
