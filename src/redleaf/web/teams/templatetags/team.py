"""What pages of the memory tell of the team: whom it shares, and what it sees of a contact."""

from __future__ import annotations

from typing import Any

from django import template

from redleaf.web.contacts.models import Contact, Identity
from redleaf.web.teams.cards import Card, cards_found
from redleaf.web.teams.models import Share
from redleaf.web.teams.services import team_of

register = template.Library()


@register.simple_tag(takes_context=True)
def team_cards(context: dict[str, Any], query: str) -> list[Card]:
    """Cards of the team for a search of people."""
    return cards_found(context["request"].user, query)


@register.simple_tag(takes_context=True)
def team_sees(context: dict[str, Any], contact: Contact) -> dict[str, Any]:
    """The user's team, and what it is shown of a contact of the user's own."""
    kept = Share.objects.filter(contact=contact).first()
    chosen = [tuple(each) for each in kept.identities] if kept else []
    rows = Identity.objects.filter(contact=contact)
    identities = [(each, (each.kind, each.network, each.value) in chosen) for each in rows]
    return {
        "team": team_of(context["request"].user),
        "is_shared": kept is not None,
        "identities": identities,
    }
