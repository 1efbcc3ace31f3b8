"""Introduce somebody to somebody else: each is asked alone, and only then do both get a letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.contacts.access import contact_for
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.selectors.briefs import brief_to
from redleaf.web.contacts.selectors.filters import Filters
from redleaf.web.contacts.selectors.lines import PersonLine, lines_of
from redleaf.web.contacts.selectors.listing import Asked, page_of
from redleaf.writing.letters.introductions import Introduction, introduction

_FOUND_SHOWN = 8
_LONGEST_QUERY = 200
_LONGEST_ABOUT = 300


@require_safe
def introduce(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """To whom, by a search; then the letters. With htmx the people found alone."""
    owner = user_of(request)
    one = contact_for(owner, contact_id)
    query = _said(request, "q", _LONGEST_QUERY)
    context: dict[str, Any] = {"here": "people", "one": one, "query": query}
    context["found"] = _found(owner, one, query) if query else []
    if is_part(request):
        return render(request, "contacts/introduce_found.html", context)
    other = _other(owner, one, request.GET.get("to", ""))
    if other:
        about = _said(request, "about", _LONGEST_ABOUT)
        context |= {"other": other, "about": about, **_letters(owner, one, other, about)}
    return render(request, "contacts/introduce.html", context)


def _found(owner: User, one: Contact, query: str) -> list[PersonLine]:
    found = page_of(Asked(owner, Filters(), query, today()), "").contacts
    others = [each for each in found if each.pk != one.pk]
    return lines_of(others[:_FOUND_SHOWN], today())


def _other(owner: User, one: Contact, said: str) -> Contact | None:
    """Whom the address names; None for nobody, for a word that is no id, and for the same one."""
    try:
        wanted = UUID(said)
    except ValueError:
        return None
    return contact_for(owner, wanted) if wanted != one.pk else None


def _letters(owner: User, one: Contact, other: Contact, about: str) -> dict[str, Any]:
    try:
        briefs = [
            brief_to(owner, each, network="email", aim="introduce", today=today())
            for each in (one, other)
        ]
    except RedleafError as error:
        return {"mend": str(error)}
    told: Introduction = introduction(briefs[0], briefs[1], about=about)
    letters = [(gettext("To %(name)s, first") % {"name": ask.name}, ask.draft) for ask in told.asks]
    letters.append((gettext("To both, when both said yes"), told.joint))
    return {
        "why": told.why,
        "is_signed": bool(briefs[0].sender.name),
        "letters": [(to, draft) for to, draft in letters if draft],
        "question": told.question,
    }


def _said(request: HttpRequest, name: str, most: int) -> str:
    return request.GET.get(name, "").replace("\0", "").strip()[:most]
