"""What is done with an invitation, or with several: one act each, which the foot undoes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from redleaf.errors import RedleafError
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.models import Act, Invitation
from redleaf.web.contacts.rows import id_in
from redleaf.web.inbox.access import invitation_for, invitations_for
from redleaf.web.inbox.forms import DecisionForm
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.selectors.inbox import beside, standing
from redleaf.web.inbox.services.choosing import (
    WAIT_DAYS,
    decide,
    keep_their_answer,
    put,
    teach_personal,
)

_MOST_AT_ONCE = 500
# What is done by writing to them.
_WITH_WORDS = ("answer", "ask")


@require_POST
def decide_one(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """The decision is kept, and the next invitation comes. Nothing is sent."""
    owner, found = user_of(request), invitation_for(user_of(request), invitation_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return redirect("inbox:invitation", found.pk)
    said = form.cleaned_data
    _, following = beside(standing(owner, today()), found.pk)
    act = decide(
        owner,
        [found],
        said["decision"],
        today=today(),
        reply=said["reply"].replace("\r\n", "\n").strip(),
        days=said["days"] or WAIT_DAYS,
    )
    return _on(request, act, following, after=found)


@require_POST
def put_elsewhere(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    found = invitation_for(user_of(request), invitation_id)
    place = request.POST.get("place", "")
    if place not in TITLES:
        return redirect("inbox:invitation", found.pk)
    return _on(request, put(found.owner, found, place, today=today()), found.pk)


@require_POST
def personal(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    found = invitation_for(user_of(request), invitation_id)
    return _on(request, teach_personal(found.owner, found, today=today()), found.pk)


@require_POST
def answered(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """What they wrote when they were asked: the invitation is judged anew."""
    found = invitation_for(user_of(request), invitation_id)
    text = request.POST.get("text", "").replace("\r\n", "\n")
    try:
        act = keep_their_answer(found.owner, found, text, today=today())
    except RedleafError as error:
        messages.error(request, str(error))
        return redirect("inbox:invitation", found.pk)
    return _on(request, act, found.pk)


@require_POST
def chosen(request: HttpRequest) -> HttpResponse:
    """Several at once; each keeps the ready answer of its own, to be copied one by one."""
    owner, group = user_of(request), request.POST.get("group", "")
    back = reverse("inbox:group", args=[group]) if group in TITLES else reverse("inbox:inbox")
    decision = request.POST.get("decision", "")
    ids = list(_ids(request.POST.getlist("invitation")))
    if request.POST.get("all") and group in TITLES:
        ids = [id_in(each.id) for each in standing(owner, today()) if each.group == group]
    found = invitations_for(owner, ids[:_MOST_AT_ONCE])
    try:
        act = decide(owner, found, decision, today=today())
    except RedleafError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, act.what, extra_tags=str(act.pk))
        # There the answers stand, each to be copied.
        back = reverse("inbox:decided") if decision in _WITH_WORDS else back
    return HttpResponseRedirect(back)


def _ids(said: Sequence[str]) -> Iterator[UUID]:
    for each in said:
        try:
            yield UUID(each)
        except ValueError:
            continue


def _on(
    request: HttpRequest, act: Act, following: UUID | None, *, after: Invitation | None = None
) -> HttpResponse:
    """To the invitation that follows; an undo of the act leads back to the one it was about."""
    messages.success(request, act.what, extra_tags=str(act.pk))
    back = f"?after={after.pk}" if after else ""
    if following is None:
        return HttpResponseRedirect(reverse("inbox:inbox") + back)
    return HttpResponseRedirect(reverse("inbox:invitation", args=[following]) + back)
