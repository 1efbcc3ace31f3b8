"""Undo what was done, from wherever the foot of a page offers it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from redleaf.web.asking import user_of
from redleaf.web.contacts.access import act_for
from redleaf.web.contacts.services.undoing import CannotUndo, undo
from redleaf.web.contacts.views.going_back import stays


@require_POST
def undo_act(request: HttpRequest, act_id: UUID) -> HttpResponse:
    """Back to the page where it was asked, which may be about somebody who is gone with it."""
    act = act_for(user_of(request), act_id)
    try:
        undo(act)
    except CannotUndo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Undone. %(told)s") % {"told": act.what})
    back = request.POST.get("next", "")
    return redirect(back if stays(back, user_of(request)) else "contacts:people")
