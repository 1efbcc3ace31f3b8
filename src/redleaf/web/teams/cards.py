"""The card of a contact that a team mate shows: name, roles, chosen identities, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Min, Q
from django.utils.translation import gettext

from redleaf.web.accounts.models import User
from redleaf.web.contacts import telling
from redleaf.web.contacts.models import Contact, Identity, Presence
from redleaf.web.contacts.records import record_of, whole
from redleaf.web.contacts.search.folding import fold
from redleaf.web.contacts.selectors.lines import role_in_words

_MOST = 20


@dataclass(frozen=True, slots=True)
class Card:
    """All that a team mate learns of a contact."""

    id: UUID
    name: str
    roles: tuple[str, ...]
    ways: tuple[tuple[str, list[telling.Way]], ...]
    keeper: str
    keeper_given: str
    since: int | None


def card_of(contact: Contact) -> Card:
    """The card of a contact that came through `shared_contact_for` or `cards_found`."""
    return next(_cards([contact]))


def cards_found(user: User, query: str) -> list[Card]:
    """Cards that team mates show, each word of the query in the name or a role."""
    words = query.split()
    if not words:
        return []
    shown = Contact.objects.filter(
        share__isnull=False, owner__membership__team__memberships__user=user
    ).exclude(owner=user)
    for word in words:
        # Only what stands on the card may lead to it: no note, no encounter, no headline.
        shown = shown.filter(
            Q(sort_name__contains=fold(word))
            | Q(role_rows__title__icontains=word)
            | Q(role_rows__organisation__icontains=word)
        )
    found = shown.distinct().select_related("owner", "share").order_by("sort_name", "pk")
    return list(_cards(list(found[:_MOST])))


def _cards(contacts: Sequence[Contact]) -> Iterator[Card]:
    ids = [each.pk for each in contacts]
    rows = {each.pk: each for each in whole(Contact.objects.filter(pk__in=ids))}
    since = _since(ids)
    for contact in contacts:
        of = record_of(rows[contact.pk])
        chosen = {tuple(each) for each in contact.share.identities}
        shown = [each for each in of.identities if (each.kind, each.network, each.value) in chosen]
        bare = type(of)(of.name, identities=tuple(shown))
        owner = contact.owner
        yield Card(
            id=contact.pk,
            # Not what a list would call them: that may be an identity which was not chosen.
            name=of.name or of.role.organisation or gettext("Somebody without a name"),
            roles=tuple(filter(None, map(role_in_words, of.roles))),
            ways=tuple(telling.ways(bare)),
            keeper=owner.get_full_name() or owner.email,
            keeper_given=owner.first_name or owner.get_full_name() or owner.email,
            since=since.get(contact.pk),
        )


def _since(ids: Sequence[UUID]) -> dict[UUID, int]:
    """The year since when the owner knows each: the first meeting or connection, no more of it."""
    met = Presence.objects.filter(contact_id__in=ids).values_list("contact_id")
    connected = Identity.objects.filter(contact_id__in=ids).values_list("contact_id")
    years: dict[UUID, int] = {}
    for contact_id, day in (
        *met.annotate(day=Min("encounter__first")),
        *connected.annotate(day=Min("connected_on")),
    ):
        if day is not None:
            years[contact_id] = min(day.year, years.get(contact_id, day.year))
    return years
