"""Plan an import: hold every person of the file against the store, and say what would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import Count, Max

from redleaf.contacts.contact import Contact as Record
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.merging import changes, merge
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.records import columns_of, parts_of
from redleaf.web.contacts.services.importing.between import plan_between
from redleaf.web.contacts.services.importing.cards import known_cards, with_cards
from redleaf.web.contacts.services.importing.joining import cards_of
from redleaf.web.contacts.services.importing.meeting import meet
from redleaf.web.contacts.services.importing.own_export import entries_of, meet_by_id
from redleaf.web.contacts.services.importing.pictures import plan_pictures
from redleaf.web.contacts.services.importing.plan import Entry, ImportPlan, Near
from redleaf.web.contacts.services.importing.reading import records_by_id

_SINGLE = ("headline", "language", "register", "relation", "introduced_by")
_LISTS = (
    "identities", "roles", "notes", "tags", "addresses", "occasions", "other_names", "relations",
    "photos", "extras",
)  # fmt: skip
Told = Callable[[float], None]
_CHUNK = 500


def plan_import(
    owner: User,
    harvest: Harvest,
    *,
    answers: Mapping[str, str] | None = None,
    told: Told | None = None,
) -> ImportPlan:
    """What importing `harvest` would do to the memory of `owner`; nothing is changed.

    `answers` say of doubtful contacts, by a key of theirs, whether each is the "same" as whom it
    meets, "new", or to "skip". `told` is called with the share that is done, from 0 to 1.
    """
    tell = told or (lambda _: None)
    plan = ImportPlan(harvest, mark_of(owner), dict(answers or {}))
    entries = entries_of(harvest)
    tell(0.2)
    meet(owner, entries, lambda share: tell(0.2 + share * 0.4))
    _meet_by_card(owner, entries)
    meet_by_id(owner, harvest, entries)
    for entry in entries:
        _decide(entry, plan)
    plan.entries = entries
    _hold_against_store(owner, plan, lambda share: tell(0.6 + share * 0.3))
    plan_pictures(owner, plan)
    places = {key: place for place, entry in enumerate(entries) for key in entry.keys}
    plan_between(owner, plan, places)
    tell(1.0)
    return plan


def mark_of(owner: User) -> str:
    """What tells whether anything in the memory of `owner` was changed since."""
    seen = Act.objects.filter(owner=owner).aggregate(Count("id"), Count("undone_at"), Max("at"))
    return " ".join(str(value) for value in seen.values())


def _meet_by_card(owner: User, entries: Sequence[Entry]) -> None:
    """Somebody who was taken in from this very card before needs no likeness."""
    known = known_cards(owner)
    for entry in entries if known else ():
        found = next((known[card] for card in cards_of(entry) if card in known), None)
        if found:
            entry.near = (Near(found, True, 1.0, ("the same card",)),)


def _decide(entry: Entry, plan: ImportPlan) -> None:
    """What becomes of the entry, by whom it is nearest to and what the user said."""
    if not entry.near:
        return
    nearest = entry.near[0]
    if nearest.is_same:
        entry.contact_id, entry.change = nearest.contact_id, "same"
        return
    entry.answer = next((plan.answers[key] for key in entry.keys if key in plan.answers), "")
    if entry.answer == "same":
        entry.cards = cards_of(entry)
        entry.contact_id, entry.change = nearest.contact_id, "same"
    elif entry.answer != "new":
        entry.change = "doubtful"


def _hold_against_store(owner: User, plan: ImportPlan, told: Told) -> None:
    """Say what changes in whom the entries meet, reading every contact of the store once."""
    needed: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in plan.entries:
        for contact_id in _held_against(entry):
            needed[contact_id].append(entry)
    spoken_of = _spoken_of(plan.harvest)
    ids = sorted(needed)
    for number, known in enumerate(records_by_id(owner, ids)):
        if not number % _CHUNK:
            told(number / len(ids))
        _hold_against(known, needed[UUID(known.key)], spoken_of)


def _held_against(entry: Entry) -> Iterator[UUID]:
    if entry.contact_id:
        yield entry.contact_id
    elif entry.change == "doubtful":
        yield from (near.contact_id for near in entry.near)


def _hold_against(known: Record, entries: list[Entry], spoken_of: set[str]) -> None:
    contact_id = UUID(known.key)
    becomes = known
    for entry in entries:
        if entry.contact_id == contact_id:
            entry.meets = known.called
            if says_nothing_new(becomes, entry.contact) and not entry.cards:
                continue
            before, becomes = becomes, merge(becomes, entry.contact)
            if not is_equal(before, becomes) or with_cards(known, entry.cards) is not known:
                entry.change = "changed"
                entry.changes = tuple(changes(before, becomes)) or ("more of what is known",)
        elif entry.change == "doubtful":
            _weigh(entry, known, contact_id, is_bare=spoken_of.isdisjoint(entry.keys))


def _weigh(entry: Entry, known: Record, contact_id: UUID, *, is_bare: bool) -> None:
    """A doubtful one that says nothing new is nobody to ask about: nothing can go wrong or lost."""
    says_nothing = is_equal(known, merge(known, entry.contact))
    shares = not {each.key for each in known.identities}.isdisjoint(
        each.key for each in entry.contact.identities
    )
    if says_nothing and (is_bare or shares):
        entry.change, entry.contact_id, entry.meets = "same", contact_id, known.called
    elif entry.near[0].contact_id == contact_id:
        entry.meets = known.called


def says_nothing_new(known: Record, said: Record) -> bool:
    """Whether all that is said is known, word for word: then a merge is not even tried."""
    return (
        said.name == known.name
        and all(getattr(said, name) in ("", getattr(known, name)) for name in _SINGLE)
        and (not said.parts or said.parts == known.parts)
        and (not said.roles or said.role == known.role)
        and all(set(getattr(said, name)) <= set(getattr(known, name)) for name in _LISTS)
    )


def is_equal(one: Record, other: Record) -> bool:
    """Whether the store would hold the same of both."""
    return one == other or (
        columns_of(one) == columns_of(other) and parts_of(one) == parts_of(other)
    )


def _spoken_of(harvest: Harvest) -> set[str]:
    """The keys of those of whom the file says more than their own card."""
    keys = {promise.person for promise in harvest.promises}
    keys.update(key for each in harvest.encounters for key in each.people)
    keys.update(key for each in harvest.letters for key in each.people)
    return keys
