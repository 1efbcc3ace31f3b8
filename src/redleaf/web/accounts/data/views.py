"""The page Data, and the one that erases a desk of one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from redleaf.languagemodel.keyrings import KeyringError
from redleaf.web.accounts.data.kept import kept_for, place_of_all
from redleaf.web.accounts.data.log import log_of
from redleaf.web.asking import user_of
from redleaf.web.contacts.services.erasing import erase_account
from redleaf.web.keyring_words import keyring_in_language

# What has to be typed: nothing brings back what is erased, so that a slip must not do it.
WORD = gettext_lazy("erase")


class EraseForm(forms.Form):
    word = forms.CharField(required=False, label=gettext_lazy("The word"))

    def clean_word(self) -> str:
        said = str(self.cleaned_data["word"]).strip().strip("“”\"'").casefold()
        if said != str(WORD).casefold():
            raise forms.ValidationError(
                _("Write “%(word)s” here. Nothing is erased so far.") % {"word": WORD}
            )
        return said


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Where everything lies, how much it is, the ways to take it along, and the log."""
    user = user_of(request)
    log = log_of(user, request.GET.get("after", ""))
    context: dict[str, Any] = {"here": "settings", "log": log}
    if log.is_newest:
        context |= {
            "kept": kept_for(user),
            "place": place_of_all(),
            "limit_bytes": settings.UPLOAD_LIMIT_BYTES,
        }
    return render(request, "settings/data.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Erase all that a desk of one's own keeps; there is no password to ask for, so a word is."""
    user = user_of(request)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        left = ""
        try:
            erase_account(user)
        except KeyringError as error:
            left = keyring_in_language(error)
        # Not before: whoever is told that the store is busy has to be in, to try again.
        logout(request)
        return render(request, "settings/erased.html", {"left": left})
    context = {"here": "settings", "form": form, "kept": kept_for(user), "word": WORD}
    return render(request, "settings/erase.html", context)
