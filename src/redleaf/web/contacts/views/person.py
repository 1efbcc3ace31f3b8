"""The page of one person, and what can be done there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from redleaf.contacts.guessing import guessed_parts
from redleaf.errors import RedleafError
from redleaf.web.asking import today, user_of
from redleaf.web.contacts import telling
from redleaf.web.contacts.access import contact_for, promise_for
from redleaf.web.contacts.curve import curve_of, fades_on
from redleaf.web.contacts.models import Act, Contact
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.selectors.lines import role_in_words
from redleaf.web.contacts.selectors.person import person as all_of
from redleaf.web.contacts.services.deleting import delete_contact
from redleaf.web.contacts.services.keeping import keep_changed_contact
from redleaf.web.contacts.services.promising import promise_in_line
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.remembering import remember_about
from redleaf.web.contacts.views.going_back import stays
from redleaf.web.desk.counting import in_words

LEVELS = {
    "close": _("At once; you are close"),
    "recent": _("Yes, recent"),
    "faded": _("Perhaps; faded"),
    "unknown": _("No; you have not met"),
}
_LONGEST_NOTE = 5_000
_FIRST_SHOWN = 12
_MOST_SHOWN = 1_000


@require_safe
def person(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    return _page(request, contact_for(user_of(request), contact_id), {})


@require_POST
def remember_of(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Keep one line about this person: an encounter, what was said, a promise."""
    contact = contact_for(user_of(request), contact_id)
    line = request.POST.get("line", "")
    try:
        kept = remember_about(user_of(request), contact, line, today=today())
    except RedleafError as error:
        return _page(request, contact, {"line": line, "mend": str(error)})
    messages.success(request, kept.act.what, extra_tags=str(kept.act.pk))
    return redirect("contacts:person", contact.pk)


@require_POST
def promise(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Keep what the user promised this person, in one line."""
    owner = user_of(request)
    contact = contact_for(owner, contact_id)
    line = request.POST.get("promise", "")
    try:
        act = promise_in_line(owner, contact, line, today=today())
    except RedleafError as error:
        return _page(request, contact, {"promise": line, "mend_promise": str(error)})
    messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("contacts:person", contact.pk)


@require_POST
def add_note(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """Keep a note that is for the user alone."""
    owner = user_of(request)
    contact = contact_for(owner, contact_id)
    text = request.POST.get("note", "").replace("\r\n", "\n").strip()[:_LONGEST_NOTE]
    if text:
        of = record_of(contact)
        with recorded(
            owner, Act.Kind.EDIT, gettext("Noted about %(called)s.") % {"called": of.called}
        ) as recorder:
            changed = replace(of, notes=tuple(dict.fromkeys((*of.notes, text))))
            keep_changed_contact(contact, changed, recorder)
        if not recorder.is_empty:
            messages.success(request, recorder.act.what, extra_tags=str(recorder.act.pk))
    return redirect("contacts:person", contact.pk)


@require_POST
def settle_promise(request: HttpRequest, promise_id: UUID) -> HttpResponse:
    """A promise is kept, or the user is released from it."""
    owner = user_of(request)
    promise = promise_for(owner, promise_id)
    words = {"kept": gettext("Kept"), "released": gettext("Released")}.get(
        request.POST.get("state", "")
    )
    if words:
        with recorded(owner, Act.Kind.EDIT, f"{words}: {promise.text}") as recorder:
            recorder.change(promise, promise.contact_id, state=request.POST["state"])
        if not recorder.is_empty:
            messages.success(request, recorder.act.what, extra_tags=str(recorder.act.pk))
    back = request.POST.get("next", "")
    if stays(back, owner):
        return redirect(back)
    return redirect("contacts:person", promise.contact_id)


@require_POST
def delete_person(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    act = delete_contact(user_of(request), contact_for(user_of(request), contact_id))
    messages.success(request, act.what, extra_tags=str(act.pk))
    return redirect("contacts:people")


def _page(request: HttpRequest, contact: Contact, more: dict[str, Any]) -> HttpResponse:
    day = today()
    shows_all = "all" in request.GET
    most = _MOST_SHOWN if shows_all else _FIRST_SHOWN
    who = all_of(contact, day, most=most, letters=most)
    entries = list(telling.timeline(who, day))
    context = {
        "here": "people",
        "who": who,
        "called": who.of.parts.given or guessed_parts(who.of.name).given or who.of.called,
        "role": role_in_words(who.of.role) or who.of.headline,
        "past_roles": telling.past_roles(who.of),
        "ways": list(telling.ways(who.of)),
        "timeline": entries,
        "together": telling.together(entries),
        "shows_all": shows_all,
        "older": _older(who.older),
        "origins": telling.origins(who),
        "level": LEVELS[who.recognition],
        "fades_on": fades_on(who.met, day, who.letters),
        "curve": curve_of(who.met, day, who.letters),
        **more,
    }
    return render(request, "contacts/person.html", context)


def _older(number: int) -> str:
    words = in_words(number, ngettext("%(n)s more", "%(n)s more", number))
    return f"{words[:1].upper()}{words[1:]}"
