"""The page Policy of the settings: how the user treats invitations from people they do not know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from redleaf.web.accounts.models import User
from redleaf.web.asking import user_of

# In the order of how many it lets in; what each does is said by redleaf.triage.policies.
_WORDS: dict[str, tuple[Any, Any]] = {
    User.Policy.OPEN: (
        pgettext_lazy("policy", "Open"),
        _("You accept most people, also those who send the default text or no word."),
    ),
    User.Policy.CHOOSY: (
        _("Choosy"),
        _("You ask strangers who say nothing of themselves how you know each other."),
    ),
    User.Policy.STRICT: (
        _("Strict"),
        _(
            "You let in who says why. The default text or no word waits two weeks for one, and is "
            "then declined; so are templates and favours asked by strangers, at once."
        ),
    ),
}

POLICY_TITLES = [(value, title) for value, (title, _about) in _WORDS.items()]


class PolicyForm(forms.Form):
    policy = forms.ChoiceField(
        choices=POLICY_TITLES,
        error_messages={
            name: _("Choose one of these three.") for name in ("required", "invalid_choice")
        },
    )

    @property
    def options(self) -> list[tuple[str, Any, Any, bool]]:
        """Value, title, explanation, and whether it is the chosen one."""
        chosen = self["policy"].value()
        return [(value, *words, value == chosen) for value, words in _WORDS.items()]


@require_http_methods(["GET", "HEAD", "POST"])
def policy(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    sent = request.POST if request.method == "POST" else None
    form = PolicyForm(sent, initial={"policy": user.policy})
    if request.method == "POST" and form.is_valid():
        user.policy = form.cleaned_data["policy"]
        user.save(update_fields=["policy"])
        title, about = _WORDS[user.policy]
        told = gettext("Kept: %(title)s. %(about)s") % {"title": title, "about": about}
        messages.success(request, told)
        return redirect("settings:policy")
    return render(request, "settings/policy.html", {"here": "settings", "form": form})
