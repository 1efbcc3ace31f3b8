"""The page Stack: go on with one, or begin one: by a line, from an event, from a list of people."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.access import act_for, stack_for
from redleaf.web.contacts.models import Act, Contact, Encounter, Stack
from redleaf.web.contacts.selectors.acts import people_of_act
from redleaf.web.contacts.selectors.events import events_worth_a_stack, people_of_event
from redleaf.web.contacts.selectors.stacks import progress_of, stack_lines
from redleaf.web.contacts.services.stacking import (
    MOST_PEOPLE,
    CannotStack,
    Occasion,
    begin_stack,
    occasion_at,
    occasion_of,
    person_of,
)


@require_safe
def stacks(request: HttpRequest) -> HttpResponse:
    return _page(request, {})


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a stack of the people named by `contact`, of an `event`, an import, or one line."""
    owner = user_of(request)
    try:
        stack = _begun(request, owner)
    except RedleafError as error:
        return _page(request, {"line": request.POST.get("line", ""), "mend": str(error)})
    return redirect("stack:stack", stack.pk)


@require_safe
def go_on(request: HttpRequest, stack_id: UUID) -> HttpResponse:
    """To whoever is next in a stack."""
    stack = stack_for(user_of(request), stack_id)
    following = progress_of(stack).next_after(None)
    if following is None:
        return redirect("stack:people", stack.pk)
    return redirect("stack:card", following.pk)


def _page(request: HttpRequest, more: dict[str, Any]) -> HttpResponse:
    owner = user_of(request)
    lines = stack_lines(owner)
    context = {
        "here": "stack",
        "open": [each for each in lines if each.waiting],
        "done": [each for each in lines if not each.waiting],
        "events": events_worth_a_stack(owner, today()),
        **more,
    }
    return render(request, "stack/stacks.html", context)


def _begun(request: HttpRequest, owner: User) -> Stack:
    event = request.POST.get("event", "")
    if event:
        met = occasion_at(owner, event)
        stack, act = begin_stack(owner, event, people_of_event(owner, event), met=met)
    elif request.POST.get("act"):
        stack, act = _of_import(owner, request.POST["act"], request.POST.get("met", ""))
    elif request.POST.getlist("contact"):
        stack, act = begin_stack(owner, request.POST.get("title", ""), _named(request, owner))
    else:
        contact = person_of(owner, request.POST.get("line", ""), today=today())
        met = _occasion_of(contact)
        stack, act = begin_stack(owner, met.event, [contact], met=met)
    messages.success(request, act.what, extra_tags=str(act.pk))
    return stack


def _of_import(owner: User, act_id: str, met: str) -> tuple[Stack, Act]:
    """Everybody whom an import brought; `met` is where, where the user said so."""
    try:
        brought = act_for(owner, UUID(act_id))
    except ValueError:
        raise CannotStack(gettext("A stack needs somebody who waits for a note.")) from None
    people = people_of_act(brought, most=MOST_PEOPLE)
    event = " ".join(met.split())
    return begin_stack(
        owner, event or PurePath(brought.origin).stem, people, met=Occasion(event=event)
    )


def _named(request: HttpRequest, owner: User) -> list[Contact]:
    wanted = []
    for each in request.POST.getlist("contact"):
        try:
            wanted.append(UUID(each))
        except ValueError:
            continue
    return list(Contact.objects.filter(owner=owner, pk__in=wanted))


def _occasion_of(contact: Contact) -> Occasion:
    row = Encounter.objects.filter(people=contact).order_by("-made_at").first()
    return occasion_of(row) if row else Occasion()
