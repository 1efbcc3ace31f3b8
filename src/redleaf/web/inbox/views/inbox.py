"""The page Inbox: the list by groups, one invitation beside it, and what is known of its sender."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from redleaf.web.accounts.models import User
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.models import Invitation
from redleaf.web.door.selectors import told_at_doors
from redleaf.web.inbox.access import invitation_for
from redleaf.web.inbox.forms import WAITS
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.models import Survey
from redleaf.web.inbox.pages import card_of, letter_of, when_in_words
from redleaf.web.inbox.selectors.inbox import Group, Standing, beside, groups, standing
from redleaf.web.inbox.services.reading import keep_up
from redleaf.web.inbox.views.paging import query_asked


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The list; beside it what deserves an answer first, where there is room."""
    owner, day = user_of(request), today()
    survey = keep_up(owner, day)
    query = query_asked(request)
    rows = standing(owner, day, query=query)
    found = groups(rows)
    first = next((row.id for each in found for row in each.rows), None)
    context = _list(day, found, query) | {"survey": _busy(survey)}
    if first:
        context |= _letter(invitation_for(owner, first), rows, day)
    context["next"] = _back(request)
    context["is_new"] = not (found or query) and not _has_any(owner)
    return render(request, "inbox/inbox.html", context)


@require_safe
def invitation(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    owner, day = user_of(request), today()
    survey = keep_up(owner, day)
    found = invitation_for(owner, invitation_id)
    rows = standing(owner, day)
    context = _list(day, groups(rows), "") | _letter(found, rows, day)
    context |= {"survey": _busy(survey), "is_opened": True, "next": _back(request)}
    return render(request, "inbox/inbox.html", context)


@require_safe
def reading(request: HttpRequest) -> HttpResponse:
    """How far the reading is; when it is done the page comes anew, where it shows nothing yet.

    Beside an invitation a link says so: the page must not change under who reads or writes.
    """
    survey = _busy(Survey.objects.filter(owner=user_of(request)).first())
    is_beside = "beside" in request.GET
    if survey is None and not is_beside:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "inbox/reading.html", {"survey": survey, "is_beside": is_beside})


def _back(request: HttpRequest) -> str:
    """Where an undo of what was just done leads: to the invitation that it was done with."""
    try:
        return reverse("inbox:invitation", args=[UUID(request.GET.get("after", ""))])
    except ValueError:
        return ""


def _busy(survey: Survey | None) -> Survey | None:
    return survey if survey and survey.begun_at else None


def _list(day: dt.date, found: list[Group], query: str) -> dict[str, Any]:
    shown = [(each, [(row, when_in_words(row.at, day)) for row in each.rows]) for each in found]
    count = {each.name: each.count for each in found}
    return {
        "here": "inbox",
        "groups": shown,
        "query": query,
        "count": sum(count.values()),
        "to_answer": count.get("answer", 0),
    }


def _letter(found: Invitation, rows: list[Standing], day: dt.date) -> dict[str, Any]:
    before, after = beside(rows, found.pk)
    letter = letter_of(found, day)
    return {
        "letter": letter,
        "card": card_of(found, day),
        "told": told_at_doors(found.owner, [found]).get(found.key),
        "previous": before,
        "following": after,
        "waits": WAITS,
        "places": [(name, title) for name, title in TITLES.items() if name != letter.group],
    }


def _has_any(owner: User) -> bool:
    return Invitation.objects.filter(owner=owner, is_incoming=True).exists()
