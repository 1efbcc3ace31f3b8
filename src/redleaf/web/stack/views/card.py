"""A card of a stack: what is remembered of one person, three notes, and the next person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.errors import RedleafError
from redleaf.languagemodel import ModelSettings
from redleaf.web.accounts.model.users import model_for
from redleaf.web.accounts.networks_used import used_as
from redleaf.web.accounts.rules_off import rules_of
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.contacts.access import card_for
from redleaf.web.contacts.models import Card
from redleaf.web.contacts.selectors.stacks import progress_of
from redleaf.web.contacts.services.stacking import note_down, put_off, release
from redleaf.web.desk.forms import LONGEST_TEXT
from redleaf.web.desk.second_look import look_again
from redleaf.web.desk.views.write import plain_text
from redleaf.web.stack.forms import CardForm
from redleaf.web.stack.needs import needs_on
from redleaf.web.stack.pages import page_of
from redleaf.web.stack.views.elsewhere import context_of, titles_beside
from redleaf.web.stack.writing import Notes, Typed, model_notes_for, notes_for

_LONGEST_SUBJECT = 300


@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """With htmx the answer is the drafts and the advice; without it the whole page."""
    of = card_for(user_of(request), card_id)
    if request.method != "POST":
        return _page(request, of, _typed_before(of))
    form = CardForm(request.POST, owner=user_of(request))
    if not form.is_valid():
        return _page(request, of, _typed_before(of), line=request.POST.get("line", ""),
                     mend=next(iter(form.errors.values()))[0])  # fmt: skip
    typed = form.typed()
    note_down(of, line=typed.line, network=typed.network)
    return _page(request, of, typed)


@require_POST
def ask_model(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """The notes of the user's language model; only this button sends anything."""
    of, form, model = (
        card_for(user_of(request), card_id),
        CardForm(request.POST, owner=user_of(request)),
        model_for(user_of(request)),
    )
    if model is None or not form.is_valid():
        return HttpResponse(status=204) if is_part(request) else redirect("stack:card", of.pk)
    return _page(request, of, form.typed(), ask=model)


@require_POST
def mail(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """The mail beside the invitation, once somebody opens it: it costs as much as the notes."""
    of, form = card_for(user_of(request), card_id), CardForm(request.POST, owner=user_of(request))
    if not form.is_valid():
        return HttpResponse(status=204) if is_part(request) else redirect("stack:card", of.pk)
    if not is_part(request):
        return _page(request, of, form.typed(), with_mail=True)
    notes, _ = _notes(of, form.typed(), with_mail=True)
    context = {"writing": notes.writing if notes else None}
    return render(request, "desk/write_mail_text.html", context)


@require_POST
def verify(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """A second look at an edited note, which is kept with the card until it goes out."""
    of, form = card_for(user_of(request), card_id), CardForm(request.POST, owner=user_of(request))
    number = request.POST.get("number", "")
    if not form.is_valid() or not number.isdigit():
        return HttpResponse(status=204) if is_part(request) else redirect("stack:card", of.pk)
    typed = form.typed()
    text = plain_text(request.POST.get("text") or request.POST.get(f"text-{number}", ""))
    note_down(of, line=typed.line, network=typed.network, text=text)
    notes, _ = _notes(of, typed, with_mail=False)
    if notes is None:
        return HttpResponse(status=204) if is_part(request) else _page(request, of, typed)
    kind = "email" if typed.network == "email" else "note"
    context: dict[str, Any] = {
        "number": number,
        "second_look": look_again(notes.brief, text, kind=kind, rules=rules_of(of.owner)),
    }
    if is_part(request):
        return render(request, "desk/write_verified.html", context)
    return _page(request, of, typed, **context)


@require_POST
def release_card(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """The note was copied and its page is open: kept as sent, and on to the next person."""
    of, form = card_for(user_of(request), card_id), CardForm(request.POST, owner=user_of(request))
    if not form.is_valid():
        return _page(request, of, _typed_before(of))
    typed = form.typed()
    number = request.POST.get("number", "")
    text = request.POST.get("text", request.POST.get(f"text-{number}", ""))
    is_bare = request.POST.get("bare") == "1"
    try:
        act = release(
            of,
            "" if is_bare else plain_text(text)[:LONGEST_TEXT],
            line=typed.line,
            network=typed.network,
            at=timezone.now(),
            subject=request.POST.get("subject", "")[:_LONGEST_SUBJECT],
            what=_what(of, is_bare=is_bare),
        )
    except RedleafError as error:
        return _page(request, of, typed, mend=str(error))
    messages.success(request, act.what, extra_tags=str(act.pk))
    return _on(request, of)


@require_POST
def later(request: HttpRequest, card_id: UUID) -> HttpResponse:
    of = card_for(user_of(request), card_id)
    if of.state == Card.State.WAITING:
        form = CardForm(request.POST, owner=user_of(request))
        if form.is_valid():
            note_down(of, line=form.typed().line, network=form.typed().network)
        act = put_off(of)
        messages.success(request, act.what, extra_tags=str(act.pk))
    return _on(request, of)


def _typed_before(of: Card) -> Typed:
    return Typed(of.line, used_as(of.owner, of.network or of.stack.network).name)


def _what(of: Card, *, is_bare: bool) -> str:
    name = of.contact.name or gettext("Somebody")
    return (
        gettext("%(name)s is invited, without a note.") % {"name": name}
        if is_bare
        else gettext("%(name)s’s note is copied.") % {"name": name}
    )


def _on(request: HttpRequest, of: Card) -> HttpResponse:
    """To whoever is next, with htmx too; to the people of the stack when nobody waits."""
    following = progress_of(of.stack).next_after(of)
    if following is None or following.pk == of.pk:
        address = reverse("stack:people", args=[of.stack_id])
    else:
        address = reverse("stack:card", args=[following.pk])
    if is_part(request):
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _page(
    request: HttpRequest,
    of: Card,
    typed: Typed,
    *,
    ask: ModelSettings | None = None,
    with_mail: bool = False,
    **more: Any,
) -> HttpResponse:
    notes, mend = _notes(of, typed, with_mail=with_mail)
    context: dict[str, Any] = {
        "here": "stack",
        "card": of,
        "typed": typed,
        "line": typed.line,
        "mend": mend,
        "notes": notes,
        "writing": notes.writing if notes else None,
        "model": model_for(user_of(request)),
        "act_template": "stack/act.html",
        **{
            f"{each}_url": reverse(f"stack:{each}", args=[of.pk])
            for each in ("verify", "model", "mail")
        },
        "form": CardForm(initial={"network": typed.network}, owner=of.owner),
        **more,
    }
    context["elsewhere_titles"] = titles_beside(of, typed)
    if ask is not None and notes is not None:
        context["beside"] = model_notes_for(of, typed, ask, today=today())
    if is_part(request):
        return render(request, "desk/write_model.html" if ask else "stack/answer.html", context)
    context |= page_of(of, typed, today())
    if notes and of.state != Card.State.WRITTEN:
        context["needs"] = needs_on(context["progress"], notes.writing.budget, today(), of=of)
    if "elsewhere" in request.GET:
        shown = [each.text for each, _ in notes.writing.pairs] if notes else []
        context |= context_of(of, typed, shown)
    # Whoever has typed the line, written to them before, or pressed Enter before the page could
    # listen, comes for the notes.
    context["focus_draft"] = bool(typed.line) or request.method == "POST"
    return render(request, "stack/card.html", context)


def _notes(of: Card, typed: Typed, *, with_mail: bool) -> tuple[Notes | None, str]:
    try:
        return notes_for(of, typed, today=today(), with_mail=with_mail), ""
    except RedleafError as error:
        return None, str(error)
