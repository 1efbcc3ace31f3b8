"""The page Appearance of the settings: day or night, and whether single letters are keys."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.web.accounts.models import User
from redleaf.web.asking import is_part, user_of


class AppearanceForm(forms.Form):
    theme = forms.ChoiceField(
        label=_("Day or night"),
        choices=[
            ("", _("As your machine has it")),
            (User.Theme.DAY, _("By day")),
            (User.Theme.NIGHT, _("By night")),
        ],
        required=False,
    )
    letters_are_keys = forms.BooleanField(
        label=_("Single letters are keys"),
        help_text=_("silent while you are in a field; none deletes, none sends"),
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def appearance(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    kept = {"theme": user.theme, "letters_are_keys": user.letters_are_keys}
    form = AppearanceForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST" and form.is_valid():
        user.theme = form.cleaned_data["theme"]
        user.letters_are_keys = form.cleaned_data["letters_are_keys"]
        user.save(update_fields=["theme", "letters_are_keys"])
        messages.success(request, gettext("Kept. Every page looks so from now on."))
        return redirect("settings:appearance")
    return render(request, "settings/appearance.html", {"here": "settings", "form": form})


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """The same tick in the list of all keys, which any page opens."""
    user = user_of(request)
    user.letters_are_keys = "letters_are_keys" in request.POST
    user.save(update_fields=["letters_are_keys"])
    return HttpResponse(status=204) if is_part(request) else redirect("settings:appearance")
