"""The only ways from an id to a row of the memory: a stranger's row is as if it were not there."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Card, Contact, Encounter, Pair, Picture, Promise, Stack


def contact_for(user: User, contact_id: UUID) -> Contact:
    found = Contact.objects.filter(pk=contact_id, owner=user).first()
    if found is None:
        raise Http404("There is no such contact.")
    return found


def contacts_for(user: User, contact_ids: Sequence[UUID]) -> list[Contact]:
    """Those of the ids that are the user's, by name."""
    return list(Contact.objects.filter(pk__in=contact_ids, owner=user))


def encounter_for(user: User, encounter_id: UUID) -> Encounter:
    found = Encounter.objects.filter(pk=encounter_id, owner=user).first()
    if found is None:
        raise Http404("There is no such encounter.")
    return found


def promise_for(user: User, promise_id: UUID) -> Promise:
    found = Promise.objects.filter(pk=promise_id, owner=user).first()
    if found is None:
        raise Http404("There is no such promise.")
    return found


def act_for(user: User, act_id: UUID) -> Act:
    found = Act.objects.filter(pk=act_id, owner=user).first()
    if found is None:
        raise Http404("There is no such act.")
    return found


def pair_for(user: User, pair_id: UUID) -> Pair:
    found = Pair.objects.filter(pk=pair_id, owner=user).first()
    if found is None:
        raise Http404("There is no such pair.")
    return found


def picture_for(user: User, picture_id: UUID) -> Picture:
    found = Picture.objects.filter(pk=picture_id, owner=user).first()
    if found is None:
        raise Http404("There is no such picture.")
    return found


def stack_for(user: User, stack_id: UUID) -> Stack:
    found = Stack.objects.filter(pk=stack_id, owner=user).first()
    if found is None:
        raise Http404("There is no such stack.")
    return found


def card_for(user: User, card_id: UUID) -> Card:
    found = (
        Card.objects.select_related("stack", "contact", "owner")
        .filter(pk=card_id, owner=user)
        .first()
    )
    if found is None:
        raise Http404("There is no such card.")
    return found
