"""What triage learned from the user's decisions: shown with those it was seen in, and forgotten."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.asking import user_of
from redleaf.web.contacts.models import Act
from redleaf.web.inbox.selectors.learning import learned_by
from redleaf.web.inbox.services.forgetting import forget, forget_all


@require_http_methods(["GET", "HEAD", "POST"])
def learned(request: HttpRequest) -> HttpResponse:
    """`forget` is the stem of a habit, `all` forgets every one; a POST each."""
    owner = user_of(request)
    if request.method != "POST":
        return render(request, "inbox/learned.html", {"here": "inbox", "habits": learned_by(owner)})
    try:
        act = _forgotten(owner, request.POST.get("forget", ""), everything="all" in request.POST)
    except RedleafError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("inbox:learned")


def _forgotten(owner: User, stem: str, *, everything: bool) -> Act:
    return forget_all(owner) if everything else forget(owner, stem)
