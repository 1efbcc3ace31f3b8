"""The page Write: a few facts in, personal notes out; and what an edited note says beyond them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.web.accounts.model.users import model_for
from redleaf.web.accounts.rules_off import rules_of
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.desk.forms import LONGEST_TEXT, FactsForm
from redleaf.web.desk.remembered import facts_about
from redleaf.web.desk.second_look import look_again
from redleaf.web.desk.writing import Writing, notes_of_model, write_notes

_ABOUT_ME = ("my_name", "what_i_do")
_FROM_PAGES = ("name", "link", "company", "role")


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """With htmx the answer is the drafts and the advice; without it the whole page."""
    context: dict[str, Any] = {
        "here": "write",
        "model": model_for(user_of(request)),
        **_addresses(),
    }
    if request.method == "POST":
        form = FactsForm(request.POST, owner=user_of(request))
        if form.is_valid():
            request.session.update({name: form.cleaned_data[name] for name in _ABOUT_ME})
            context["writing"] = _written(form, request)
    else:
        known = _known(request)
        form = FactsForm(initial=known, owner=user_of(request))
        told = FactsForm(known, initial=known, owner=user_of(request))
        # Of somebody in the memory enough may be known already: then the notes are there at once.
        if request.GET.get("to") and told.is_valid():
            form = told
            context["writing"] = write_notes(form, user_of(request), today=today())
    context["form"] = form
    return render(
        request, "desk/write_answer.html" if is_part(request) else "desk/write.html", context
    )


@require_POST
def ask_model(request: HttpRequest) -> HttpResponse:
    """The notes of the user's language model behind the desk's own, which are there already.

    Only this sends anything: a button, pressed for one note.
    """
    form, model = FactsForm(request.POST, owner=user_of(request)), model_for(user_of(request))
    if model is None or not form.is_valid():
        return HttpResponse(status=204) if is_part(request) else write(request)
    context = {
        "here": "write",
        **_addresses(),
        "form": form,
        "writing": _written(form, request),
        "model": model,
        "beside": notes_of_model(form, model, today=today()),
    }
    template = "desk/write_model.html" if is_part(request) else "desk/write.html"
    return render(request, template, context)


@require_POST
def mail(request: HttpRequest) -> HttpResponse:
    """The mail beside the invitation, once somebody opens it; a whole page has it already."""
    form = FactsForm(request.POST, owner=user_of(request))
    if not is_part(request):
        return write(request)
    if not form.is_valid():
        return HttpResponse(status=204)
    writing = write_notes(form, user_of(request), today=today())
    return render(request, "desk/write_mail_text.html", {"writing": writing})


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """A second look at an edited note; without htmx a page of its own that keeps the facts."""
    form = FactsForm(request.POST, owner=user_of(request))
    number = request.POST.get("number", "")
    if not form.is_valid() or not number.isdigit():
        return HttpResponse(status=204) if is_part(request) else write(request)
    text = request.POST.get("text") or request.POST.get(f"text-{number}", "")
    brief = form.brief(today())
    context = {
        "here": "write",
        "number": number,
        "second_look": look_again(
            brief, plain_text(text), kind=form.text_kind, rules=rules_of(user_of(request))
        ),
        "told": [(field.name, field.value() or "") for field in form],
    }
    template = "desk/write_verified.html" if is_part(request) else "desk/edited.html"
    return render(request, template, context)


def _written(form: FactsForm, request: HttpRequest) -> Writing:
    """What is answered while somebody types is wanted soon; the mail waits until it is opened."""
    return write_notes(form, user_of(request), today=today(), with_mail=not is_part(request))


def _addresses() -> dict[str, str]:
    """Where the drafts send what is asked of them, which stand on other pages too."""
    return {f"{each}_url": reverse(f"desk:{each}") for each in ("verify", "model", "mail")}


def _known(request: HttpRequest) -> dict[str, Any]:
    """What can be filled in: a person from another page or the memory, and who one is."""
    known: dict[str, Any] = {name: request.GET.get(name, "") for name in _FROM_PAGES}
    wanted = request.GET.get("to", "")
    if wanted:
        known |= facts_about(user_of(request), wanted, today())
    user = user_of(request)
    known |= {"my_name": user.get_full_name(), "what_i_do": user.headline}
    known["offer"] = user.offers[0] if user.offers else ""
    return known | {name: request.session[name] for name in _ABOUT_ME if request.session.get(name)}


def plain_text(text: str) -> str:
    # A browser sends line ends as CR LF; the offsets on the page count LF.
    return text[:LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")
