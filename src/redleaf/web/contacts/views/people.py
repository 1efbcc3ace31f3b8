"""The page People: everybody by name, whoever is looked for, and one line for somebody new."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.contacts.models import Contact, Promise
from redleaf.web.contacts.search.finding import search_contacts
from redleaf.web.contacts.selectors.lines import lines_of
from redleaf.web.contacts.selectors.listing import PAGE_SIZE, last_of_page, people_after
from redleaf.web.contacts.selectors.overview import overview
from redleaf.web.contacts.services.remembering import remember_line

_PROMISES_SHOWN = 5
_LONGEST_QUERY = 200


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """With htmx the list alone."""
    return _page(request, {})


@require_POST
def remember(request: HttpRequest) -> HttpResponse:
    """Keep one line; the page of the person tells what became of it."""
    line = request.POST.get("line", "")
    try:
        kept = remember_line(user_of(request), line, today=today())
    except RedleafError as error:
        return _page(request, {"line": line, "mend": str(error)})
    messages.success(request, kept.act.what, extra_tags=str(kept.act.pk))
    return redirect("contacts:person", kept.contact.pk)


def _page(request: HttpRequest, more: dict[str, Any]) -> HttpResponse:
    owner = user_of(request)
    query = request.GET.get("q", "").strip()[:_LONGEST_QUERY]
    context = {"here": "people", "query": query, "page_size": PAGE_SIZE, **more}
    context |= _found(request, owner, query) if query else _everybody(request, owner)
    if is_part(request):
        return render(request, "contacts/people_list.html", context)
    context["overview"] = overview(owner, today())
    context["promises"] = Promise.objects.filter(owner=owner, state="open").select_related(
        "contact"
    )[:_PROMISES_SHOWN]
    return render(request, "contacts/people.html", context)


def _found(request: HttpRequest, owner: User, query: str) -> dict[str, Any]:
    offset = _number(request.GET.get("from", ""))
    found = search_contacts(owner, query, limit=PAGE_SIZE + 1, offset=offset)
    shown = [each.contact for each in found[:PAGE_SIZE]]
    has_more = len(found) > PAGE_SIZE
    return {
        "lines": lines_of(shown, today()),
        "found_count": offset + len(shown),
        "has_more": has_more,
        "more": urlencode({"q": query, "from": offset + PAGE_SIZE}) if has_more else "",
    }


def _everybody(request: HttpRequest, owner: User) -> dict[str, Any]:
    found = people_after(owner, last_of_page(owner, request.GET.get("after", "")))
    shown = found[:PAGE_SIZE]
    return {
        "count": Contact.objects.filter(owner=owner).count(),
        "lines": lines_of(shown, today()),
        "more": urlencode({"after": str(shown[-1].pk)}) if len(found) > PAGE_SIZE else "",
    }


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
