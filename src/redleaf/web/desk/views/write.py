"""The page Write: a few facts in, personal notes out; and what an edited note says beyond them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

import redleaf
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.web.desk.drafts import DraftView, draft_views, field_of
from redleaf.web.desk.forms import LONGEST_TEXT, FactsForm
from redleaf.web.desk.judgement import judge_text
from redleaf.web.desk.opening import Opening, opening_for

_DRAFTS = 3
_MY_NAME = "my_name"


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """With htmx the answer is the drafts and the advice; without it the whole page."""
    context: dict[str, Any] = {"here": "write"}
    if request.method == "POST":
        form = FactsForm(request.POST)
        if form.is_valid():
            request.session[_MY_NAME] = form.cleaned_data["my_name"]
            context["writing"] = _write(form, int(request.POST.get("seed") or 0))
    else:
        form = FactsForm(initial=_known(request))
    context["form"] = form
    is_part = bool(request.headers.get("HX-Request"))
    return render(request, "desk/write_answer.html" if is_part else "desk/write.html", context)


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """What an edited note says that no fact bears out, and how it reads now."""
    form = FactsForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=204)
    text = request.POST.get("text", "")[:LONGEST_TEXT].replace("\r\n", "\n")
    brief = form.brief(_today())
    claims = redleaf.verify(brief, text).to_json()["claims"]
    judgement = judge_text(text, network=brief.network, kind=_kind(brief), brief=brief)
    context = {"claims": [each for each in claims if not each["supported"]], "judgement": judgement}
    return render(request, "desk/write_verified.html", context)


@dataclass(frozen=True, slots=True)
class Writing:
    """What the writer answered."""

    advice: str
    why: str
    drafts: list[DraftView]
    openings: list[Opening | None]
    question: str
    question_field: str
    seed: int

    @property
    def next_seed(self) -> int:
        return self.seed + 1

    @property
    def pairs(self) -> list[tuple[DraftView, Opening | None]]:
        return list(zip(self.drafts, self.openings, strict=True))


def _write(form: FactsForm, seed: int) -> Writing:
    brief = form.brief(_today())
    drafting = redleaf.draft(brief, n=_DRAFTS, seed=seed).to_json()
    drafts = draft_views(drafting["drafts"], brief)
    question = drafting["question"] or {"about": "", "text": ""}
    return Writing(
        advice=_ADVICE.get(drafting["advice"], ""),
        why=drafting["why"],
        drafts=drafts,
        openings=[_opening(form, brief, each.text) for each in drafts],
        question=question["text"],
        question_field=field_of(question["about"]),
        seed=seed,
    )


_ADVICE = {
    "note": "Send a note.",
    "no-note": "No note is needed. A wave is enough.",
    "email-first": "Write an e-mail first.",
    "after-acceptance": "Invite without a note, and write once it is accepted.",
    "ask-me": "One thing is missing.",
}


def _opening(form: FactsForm, brief: Brief, text: str) -> Opening | None:
    met = brief.encounters[0] if brief.encounters else None
    return opening_for(
        network_named(brief.network),
        name=brief.recipient.name,
        link=form.cleaned_data["link"],
        aim=brief.aim,
        subject=(met.event if met else "") or "Hello",
        text=text,
    )


def _known(request: HttpRequest) -> dict[str, str]:
    """What can be filled in: a name and a link from another page, one's own name from before."""
    known = {name: request.GET.get(name, "") for name in ("name", "link", "company", "role")}
    return {**known, "my_name": request.session.get(_MY_NAME, "")}


def _kind(brief: Brief) -> str:
    return "email" if brief.network == "email" else "note"


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
