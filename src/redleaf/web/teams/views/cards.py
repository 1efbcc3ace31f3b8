"""The card that a team mate shows, and the button on one's own person's page that shows one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from redleaf.web.asking import user_of
from redleaf.web.contacts.access import contact_for
from redleaf.web.contacts.models import Identity
from redleaf.web.teams.access import shared_contact_for, team_for
from redleaf.web.teams.cards import card_of
from redleaf.web.teams.sharing import share, stop_sharing


@require_safe
def card(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    shown = card_of(shared_contact_for(user_of(request), contact_id))
    return render(request, "teams/card.html", {"here": "people", "card": shown})


@require_POST
def share_contact(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Show name, roles and what is ticked to the team; or, with `stop`, nothing any more."""
    user = user_of(request)
    contact = contact_for(user, contact_id)
    if "stop" in request.POST:
        act = stop_sharing(user, contact)
    else:
        # Ids that are not of this contact find nothing.
        ticked = set(request.POST.getlist("identity"))
        rows = [each for each in Identity.objects.filter(contact=contact) if str(each.pk) in ticked]
        act = share(user, contact, team_for(user), rows)
    if act.changes.exists():
        messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("contacts:person", contact.pk)
