"""The page Check: a text in, what its reader would see in it out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from redleaf.judging import Settings
from redleaf.web.accounts.rules_off import rules_of
from redleaf.web.asking import is_part, today, user_of
from redleaf.web.desk.forms import CheckForm
from redleaf.web.desk.judgement import Judgement, judge_text
from redleaf.web.desk.whereabouts import whereabouts


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """With htmx the answer is only what changes on the page; without it the whole page."""
    form = CheckForm(request.POST or {"kind": "note"}, owner=user_of(request))
    form.is_valid()
    rules = rules_of(user_of(request))
    judgement = _judge(form, _allowed(request), rules)
    fix = request.POST.get("fix", "")
    if fix.isdecimal():
        judgement = _fixed(form, judgement, int(fix), rules)
    template = "desk/check_answer.html" if is_part(request) else "desk/check.html"
    context = {
        "here": "check",
        "form": form,
        "judgement": judgement,
        # What cannot be checked, such as a text far too long, stays in its field all the same.
        "text": judgement.text if "text" in form.cleaned_data else request.POST.get("text", ""),
        "rules_off": len(rules.levels),
        "where": whereabouts(form.cleaned_data.get("network", "")),
    }
    return render(request, template, context)


def _judge(
    form: CheckForm, allowed: tuple[str, ...], rules: Settings, text: str | None = None
) -> Judgement:
    facts = form.cleaned_data
    return judge_text(
        facts.get("text", "") if text is None else text,
        network=facts.get("network", ""),
        kind=facts.get("kind") or "note",
        brief=form.brief(today()) if "name" in facts else None,
        allowed=allowed,
        rules=rules,
    )


def _allowed(request: HttpRequest) -> tuple[str, ...]:
    if "look_again" in request.POST:
        return ()
    return (*request.POST.getlist("allowed"), *request.POST.getlist("allow"))


def _fixed(form: CheckForm, judgement: Judgement, number: int, rules: Settings) -> Judgement:
    """The text with one finding's advice taken."""
    for remark in judgement.remarks:
        if remark.number == number and remark.fix:
            text = judgement.text
            text = text[: remark.fix.start] + remark.fix.text + text[remark.fix.end :]
            return _judge(form, judgement.allowed, rules, text)
    return judgement
