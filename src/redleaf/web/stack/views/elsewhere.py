"""The other networks of a card's person: their notes when asked for, and that one went out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from redleaf.errors import RedleafError
from redleaf.networks import network as network_named
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.contacts.access import card_for
from redleaf.web.contacts.models import Card
from redleaf.web.contacts.services.sending import keep_sent_invitation
from redleaf.web.contacts.services.stacking import note_down
from redleaf.web.desk.forms import LONGEST_TEXT
from redleaf.web.desk.views.write import plain_text
from redleaf.web.stack.elsewhere import Elsewhere, networks_beside, notes_beside
from redleaf.web.stack.forms import CardForm
from redleaf.web.stack.writing import Typed


@require_POST
def elsewhere(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """A note for each other network, once somebody opens them."""
    of, form = card_for(user_of(request), card_id), CardForm(request.POST, owner=user_of(request))
    if not form.is_valid():
        return HttpResponse(status=204) if is_part(request) else redirect("stack:card", of.pk)
    typed = form.typed()
    if is_part(request):
        shown = [str(text) for name, text in request.POST.items() if name.startswith("text-")]
        context = {"card": of, **context_of(of, typed, shown)}
        return render(request, "stack/elsewhere_notes.html", context)
    note_down(of, line=typed.line, network=typed.network)
    return redirect(f"{reverse('stack:card', args=[of.pk])}?elsewhere#elsewhere")


@require_POST
def release_elsewhere(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """A note was taken to another network: kept as sent there; the card itself still waits."""
    owner = user_of(request)
    of = card_for(owner, card_id)
    name = request.POST.get("elsewhere", "")
    form = CardForm({"network": name}, owner=owner)
    text = plain_text(request.POST.get("text") or request.POST.get(f"text-{name}", "")).strip()
    if not (form.is_valid() and form.typed().network == name and text):
        return HttpResponse(status=204) if is_part(request) else redirect("stack:card", of.pk)
    network = network_named(name)
    act = keep_sent_invitation(
        owner, of.contact, text[:LONGEST_TEXT], network=network.name, at=timezone.now()
    )
    if act:
        what = gettext("The note for %(network)s is copied.") % {"network": network.title}
        messages.success(request, what, extra_tags=str(act.pk))
    if is_part(request):
        each = Elsewhere(name, network, today())
        context = {"card": of, "each": each, "next": reverse("stack:card", args=[of.pk])}
        return render(request, "stack/elsewhere_sent.html", context)
    return redirect(f"{reverse('stack:card', args=[of.pk])}?elsewhere#elsewhere")


def context_of(of: Card, typed: Typed, shown: list[str]) -> dict[str, Any]:
    """What the notes for other networks are drawn from; what stands in the way, in words."""
    try:
        beside = list(notes_beside(of, typed, shown=shown, today=today()))
    except RedleafError as error:
        return {"elsewhere_mend": str(error)}
    return {"elsewhere": beside}


def titles_beside(of: Card, typed: Typed) -> list[str]:
    return [network_named(each).title for each in networks_beside(of, typed)]
