"""Undo what was done, from wherever the foot of a page offers it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from redleaf.web.asking import user_of
from redleaf.web.contacts.access import act_for
from redleaf.web.contacts.services.undoing import CannotUndo, undo


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
    return redirect(back if _is_list(back) else "contacts:people")


def _is_list(address: str) -> bool:
    """Whether this is a page of the desk that stays when a person goes."""
    try:
        return resolve(address).view_name in ("contacts:people", "contacts:pairs")
    except Resolver404:
        return False
