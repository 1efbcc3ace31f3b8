"""The page People: everybody by name, whoever is looked for, and one line for somebody new."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from redleaf.errors import RedleafError
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.contacts.models import Contact, Promise
from redleaf.web.contacts.narrowing import address, hint, narrows, taken
from redleaf.web.contacts.selectors.filters import Filters
from redleaf.web.contacts.selectors.lines import lines_of
from redleaf.web.contacts.selectors.listing import MOST_CHOSEN, PAGE_SIZE, Asked, page_of
from redleaf.web.contacts.selectors.overview import fading
from redleaf.web.contacts.selectors.pairs import pairs_to_ask
from redleaf.web.contacts.services.remembering import remember_line

_PROMISES_SHOWN = 5
_FADING_SHOWN = 5
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


def asked_by(request: HttpRequest, said: QueryDict) -> Asked:
    """What an address, or a form that repeats it, asks for."""
    # PostgreSQL refuses to be asked for NUL.
    query = said.get("q", "").replace("\0", "").strip()[:_LONGEST_QUERY]
    return Asked(
        user_of(request), Filters.read({name: said.get(name, "") for name in said}), query, today()
    )


def _page(request: HttpRequest, more: dict[str, Any]) -> HttpResponse:
    asked = asked_by(request, request.GET)
    context = {"here": "people", "query": asked.query, **more, **_list(asked, request.GET)}
    if is_part(request):
        answer = render(request, "contacts/people_list.html", context)
        # The address of the page says all of it, however one came there.
        answer.headers["HX-Replace-Url"] = f"?{context['address']}"
        return answer
    owner = asked.owner
    context["narrows"] = list(narrows(owner, asked.filters))
    context["has_people"] = Contact.objects.filter(owner=owner).exists()
    context["pairs"] = pairs_to_ask(owner).count()
    context["fading"] = fading(owner, asked.today, most=_FADING_SHOWN)
    context["promises"] = Promise.objects.filter(owner=owner, state="open").select_related(
        "contact"
    )[:_PROMISES_SHOWN]
    return render(request, "contacts/people.html", context)


def _list(asked: Asked, said: QueryDict) -> dict[str, Any]:
    page = page_of(asked, said.get("after", ""))
    following = address(asked.filters, asked.query, after=page.after) if page.after else ""
    return {
        "page": page,
        "lines": lines_of(page.contacts, asked.today),
        "page_size": PAGE_SIZE,
        # Of a long list a search has not counted all; the act itself says where they are too many.
        "can_choose_all": bool(page.after) and page.count <= MOST_CHOSEN,
        "asked": asked,
        "address": address(asked.filters, asked.query),
        "taken": taken(asked.filters, asked.query),
        "hint": hint(asked.filters),
        "more": following,
    }
