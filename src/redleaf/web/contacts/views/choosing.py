"""One thing done to several people, chosen in the list or all that it finds."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.asking import user_of
from redleaf.web.contacts.access import contacts_for
from redleaf.web.contacts.models import Act, Contact
from redleaf.web.contacts.narrowing import address
from redleaf.web.contacts.selectors.listing import MOST_CHOSEN, Asked, chosen_ids
from redleaf.web.contacts.services.choosing import delete_people, tag_people, untag_people
from redleaf.web.contacts.services.stacking import Occasion, begin_stack, occasion_at
from redleaf.web.contacts.views.people import asked_by

_NOBODY = _("Nobody is chosen. Tick people in the list, or all that are found.")
_TOO_MANY = _(
    "More than %(most)s people are found, which is the most for one act. Narrow the list."
)


@require_POST
def chosen(request: HttpRequest) -> HttpResponse:
    """Begin a stack of them, tag them, take a tag off, or delete them; one act each."""
    owner, asked = user_of(request), asked_by(request, request.POST)
    ids = chosen_ids(asked) if request.POST.get("all") else _ticked(request)
    back = f"{reverse('contacts:people')}?{address(asked.filters, asked.query)}".rstrip("?")
    if len(ids) > MOST_CHOSEN:
        most = number_format(MOST_CHOSEN, force_grouping=True)
        messages.error(request, _TOO_MANY % {"most": most})
        return redirect(back)
    people = contacts_for(owner, ids)
    if not people:
        messages.error(request, _NOBODY)
        return redirect(back)
    if request.POST.get("do") == "stack":
        return _begun(request, asked, people, back)
    act = _done(request, owner, people)
    if act:
        messages.success(request, act.what, extra_tags=str(act.pk))
    else:
        messages.info(request, gettext("That changes nobody. A tag goes into the field first."))
    return redirect(back)


def _done(request: HttpRequest, owner: User, people: list[Contact]) -> Act | None:
    tag = request.POST.get("with", "")
    match request.POST.get("do"):
        case "tag":
            return tag_people(owner, people, tag)
        case "untag":
            return untag_people(owner, people, tag)
        case "delete":
            return delete_people(owner, people)
    return None


def _begun(request: HttpRequest, asked: Asked, people: list[Contact], back: str) -> HttpResponse:
    title = asked.filters.event or asked.filters.tag or asked.query
    try:
        stack, act = begin_stack(asked.owner, title, people, met=_occasion(asked))
    except RedleafError as error:
        messages.error(request, str(error))
        return redirect(back)
    messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("stack:stack", stack.pk)


def _occasion(asked: Asked) -> Occasion:
    """Those of one event were met there; any others each where the memory says."""
    event = asked.filters.event
    return occasion_at(asked.owner, event) if event else Occasion()


def _ticked(request: HttpRequest) -> list[UUID]:
    found = []
    for each in request.POST.getlist("contact"):
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found
