"""Undo what was done, from wherever the foot of a page offers it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from redleaf.web.accounts.models import User
from redleaf.web.asking import user_of
from redleaf.web.contacts.access import act_for
from redleaf.web.contacts.models import Card, Stack
from redleaf.web.contacts.services.undoing import CannotUndo, undo

_LISTS = ("contacts:people", "contacts:pairs", "stack:stacks")


@require_POST
def undo_act(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Back to the page where it was asked, which may be about somebody who is gone with it."""
    act = act_for(user_of(request), act_id)
    try:
        undo(act)
    except CannotUndo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Undone: {act.what}")
    back = request.POST.get("next", "")
    return redirect(back if _stays(back, user_of(request)) else "contacts:people")


def _stays(address: str, user: User) -> bool:
    """Whether this is a page of the desk that is still there: a person may be gone with an undo."""
    try:
        match = resolve(address)
    except Resolver404:
        return False
    if match.view_name == "stack:card":
        return Card.objects.filter(pk=match.kwargs["card_id"], owner=user).exists()
    if match.view_name == "stack:people":
        return Stack.objects.filter(pk=match.kwargs["stack_id"], owner=user).exists()
    return match.view_name in _LISTS
