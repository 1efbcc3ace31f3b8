"""The page Rules of the settings: each with its one line, by family, on or off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.rules.catalogue import all_rules
from redleaf.rules.rule import FAMILIES, Rule
from redleaf.web.accounts.rules_off import rules_off, switch_off
from redleaf.web.asking import user_of

_BEFORE = "rules_before"
_FAMILY_WORDS = {
    "untrue": (gettext_lazy("Untrue"), gettext_lazy("What nobody can vouch for.")),
    "rude": (gettext_lazy("Rude"), gettext_lazy("What would hurt or press its reader.")),
    "boring": (gettext_lazy("Boring"), gettext_lazy("What anybody could write to anybody.")),
    "taking": (gettext_lazy("Taking"), gettext_lazy("What asks for more than it gives.")),
}


@dataclass(frozen=True, slots=True)
class Family:
    """A family with its words, and its rules, each with whether it is on."""

    title: Any
    about: Any
    rules: list[tuple[Rule, bool]]


class RulesForm(forms.Form):
    """The rules that stay on."""

    rules = forms.MultipleChoiceField(required=False, choices=lambda: _choices())

    @property
    def off(self) -> set[str]:
        """The others, of a valid form."""
        return {rule.name for rule in all_rules()} - set(self.cleaned_data["rules"])


@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    off = rules_off(user)
    form = RulesForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        wanted = set() if "all_on" in request.POST else form.off
        request.session[_BEFORE] = off
        switch_off(user, wanted)
        messages.success(request, _told(len(wanted)), extra_tags="undo")
        return redirect("settings:rules")
    context = {
        "here": "settings",
        "form": form,
        "families": list(_families(set(off))),
        "off": len(off),
        "count": len(all_rules()),
    }
    return render(request, "settings/rules.html", context)


@require_POST
def rules_undo(request: HttpRequest) -> HttpResponse:
    """The rules as they were before the last change, in this browser."""
    before = request.session.pop(_BEFORE, None)
    if before is not None:
        switch_off(user_of(request), before)
        messages.success(request, _("Undone. %(told)s") % {"told": _told(len(before))})
    return redirect("settings:rules")


def _families(off: set[str]) -> Iterator[Family]:
    for family in FAMILIES:
        found = [(rule, rule.name not in off) for rule in all_rules() if rule.family == family]
        yield Family(*_FAMILY_WORDS[family], found)


def _choices() -> list[tuple[str, str]]:
    return [(rule.name, rule.title) for rule in all_rules()]


def _told(count: int) -> str:
    if not count:
        return _("All rules are on.")
    told = ngettext("%(count)s rule is off.", "%(count)s rules are off.", count)
    return told % {"count": count}
