"""The page Language of the settings: which one the desk speaks."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from redleaf.web.asking import user_of


class LanguageForm(forms.Form):
    """One of the desk's languages, or "" for that of the browser."""

    language = forms.ChoiceField(
        label=_("The desk speaks"),
        choices=[("", _("The language of the browser")), *settings.LANGUAGES],
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def language_page(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    sent = request.POST if request.method == "POST" else None
    form = LanguageForm(sent, initial={"language": user.language})
    if request.method == "POST" and form.is_valid():
        user.language = form.cleaned_data["language"]
        user.save(update_fields=["language"])
        spoken = user.language or translation.get_language_from_request(request)
        with translation.override(spoken):
            messages.success(request, gettext("Kept. The desk speaks this language from now on."))
        return redirect("settings:language")
    return render(request, "settings/language.html", {"here": "settings", "form": form})
