"""Encounters, letters, promises and invitations of a file: new, or there already.

Each is told again by its key. Where the file gives none, the digest of what it says is the key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from redleaf.contacts.contact import Contact, Identity
from redleaf.contacts.encounters import Encounter, Letter, Promise
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.plain import to_plain
from redleaf.contacts.same_invitation import gathered
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.records import kept_key
from redleaf.web.contacts.rows import in_chunks
from redleaf.web.contacts.services.importing.cards import digest_of
from redleaf.web.contacts.services.importing.invitations import StoredInvitations
from redleaf.web.contacts.services.importing.plan import Between, ImportPlan
from redleaf.web.contacts.services.importing.updating import says_more

_Record = TypeVar("_Record", Encounter, Letter, Promise, Invitation)
_OfOne = TypeVar("_OfOne", Letter, Promise)
_TYING = ("profile", "email")


def plan_between(owner: User, plan: ImportPlan, places: dict[str, int]) -> None:
    """Put the records of the harvest that are not contacts into the plan.

    `places` are the entries by the keys of the file. What concerns only people who are skipped,
    or nobody, is left out.
    """
    people = _People(plan, places)
    harvest = plan.harvest
    plan.encounters = _each_once(
        Between(each, people.key_of(each, each.people), people.places(each.people))
        for each in harvest.encounters
        if people.places(each.people) or not each.people
    )
    plan.letters = _each_once(
        Between(each, people.key_of(each, each.people), (place,))
        for each in harvest.letters
        for place in people.places(each.people)
    )
    plan.promises = _each_once(
        Between(each, people.key_of(each, [each.person]), whose)
        for each in harvest.promises
        if (whose := people.places([each.person]))
    )
    plan.invitations = _each_once(
        Between(each, people.key_of(each, []), people.tied_to(each.identities), made_of=made_of)
        for each, made_of in gathered(harvest.invitations)
    )
    _look_up_encounters(owner, plan)
    _look_up_by_key(models.Letter, owner, plan, plan.letters)
    _look_up_by_key(models.Promise, owner, plan, plan.promises)
    _look_up_invitations(owner, plan)


class _People:
    """The people of a file by their keys and by their identities."""

    def __init__(self, plan: ImportPlan, places: dict[str, int]) -> None:
        self._places = {key: at for key, at in places.items() if plan.entries[at].is_taken}
        self._said = {each.key: each for each in plan.harvest.contacts}
        self._tied: dict[tuple[str, str, str], int] = {}
        if plan.harvest.invitations:
            for at, entry in enumerate(plan.entries):
                for each in entry.contact.identities if entry.is_taken else ():
                    if each.kind in _TYING:
                        self._tied.setdefault(each.key, at)

    def places(self, keys: Iterable[str]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._places[key] for key in keys if key in self._places))

    def tied_to(self, identities: Sequence[Identity]) -> tuple[int, ...]:
        found = (self._tied[each.key] for each in identities if each.key in self._tied)
        return tuple(dict.fromkeys(found))[:1]

    def key_of(self, record: _Record, keys: Sequence[str]) -> str:
        if record.key:
            return kept_key(record.key)
        plain = {**to_plain(record), "people": [self._shown(key) for key in keys], "person": ""}
        return f"redleaf:{digest_of([type(record).__name__, plain])}"

    def _shown(self, key: str) -> list[str]:
        """Somebody as the file shows them, for the same file with its rows in another order."""
        contact = self._said.get(key, Contact(""))
        return [contact.name, *sorted(each.value for each in contact.identities)]


def _each_once(records: Iterator[Between[_Record]]) -> list[Between[_Record]]:
    found: dict[tuple[str, tuple[int, ...]], Between[_Record]] = {}
    for each in records:
        of_whom = each.people if isinstance(each.record, Letter | Promise) else ()
        first = found.setdefault((each.key, of_whom), each)
        if first is not each:
            first.made_of += each.made_of
    return list(found.values())


def _look_up_encounters(owner: User, plan: ImportPlan) -> None:
    rows = models.Encounter.objects.filter(owner=owner)
    for chunk in in_chunks(plan.encounters):
        by_key = {each.key: each for each in chunk}
        for row in rows.filter(key__in=by_key).prefetch_related("presences"):
            each = by_key[row.key]
            there = {presence.contact_id for presence in row.presences.all()}
            wanted = [plan.entries[at] for at in each.people]
            come = any(entry.contact_id not in there for entry in wanted)
            each.row_id = row.pk
            each.change = "changed" if come or says_more(each.record, row) else "same"


def _look_up_by_key(
    model: type[models.Letter | models.Promise],
    owner: User,
    plan: ImportPlan,
    told: Sequence[Between[_OfOne]],
) -> None:
    """What concerns one person each is there where a row of theirs has its key."""
    for chunk in in_chunks(told):
        keys = {each.key for each in chunk}
        rows = model._default_manager.filter(owner=owner, key__in=keys)
        there: set[tuple[UUID | None, str]] = set(rows.order_by().values_list("contact_id", "key"))
        for each in chunk:
            if (plan.entries[each.people[0]].contact_id, each.key) in there:
                each.change = "same"


def _look_up_invitations(owner: User, plan: ImportPlan) -> None:
    known = _holders(owner, [each for each in plan.invitations if not each.people])
    told = [replace(each.record, key=each.key) for each in plan.invitations]
    stored = StoredInvitations.near(owner, told)
    for each, record in zip(plan.invitations, told, strict=True):
        holders = {known[i.key] for i in each.record.identities if i.key in known}
        each.contact_id = holders.pop() if len(holders) == 1 else None
        there = stored.same_as(record)
        if there is not None:
            each.row_id = there.row_id
            each.adds = there.lacks(each.record)
            can_tie = (each.people or each.contact_id) and there.contact_id is None
            each.change = "changed" if can_tie or each.adds else "same"


def _holders(
    owner: User, invitations: Sequence[Between[Invitation]]
) -> dict[tuple[str, str, str], UUID]:
    """Whose the identities of the invitations are, where the store knows exactly one."""
    wanted = {i.key for each in invitations for i in each.record.identities if i.kind in _TYING}
    found: dict[tuple[str, str, str], UUID] = {}
    shared: set[tuple[str, str, str]] = set()
    rows = models.Identity.objects.filter(owner=owner, kind__in=_TYING).order_by()
    for chunk in in_chunks(sorted(wanted)):
        values = [value for *_, value in chunk]
        for kind, network, value, contact_id in rows.filter(value__in=values).values_list(
            "kind", "network", "value", "contact_id"
        ):
            key = (kind, network, value)
            if found.setdefault(key, contact_id) != contact_id:
                shared.add(key)
    return {key: held for key, held in found.items() if key in wanted and key not in shared}
