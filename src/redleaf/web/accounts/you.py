"""The page You of the settings: what a user says of themselves in their notes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from redleaf.web.accounts.models import User
from redleaf.web.accounts.services import introduce
from redleaf.web.asking import user_of

_LONGEST_LINE = 300
_MOST_LINES = 30
_LONGEST_VOICE = 5_000
_is_link = URLValidator(schemes=["http", "https"])


class YouForm(forms.Form):
    """Nothing has to be filled in."""

    first_name = forms.CharField(required=False, max_length=150, label=_("First name"))
    last_name = forms.CharField(required=False, max_length=150, label=_("Last name"))
    headline = forms.CharField(
        required=False,
        max_length=_LONGEST_LINE,
        label=_("What you do"),
        help_text=_("as in “makes museum audio guides”"),
    )
    offers = forms.CharField(
        required=False,
        label=_("What you can give"),
        help_text=_("one a line, only what you truly can"),
    )
    links = forms.CharField(required=False, label=_("Pages about you"), help_text=_("one a line"))
    voice = forms.CharField(
        required=False,
        max_length=_LONGEST_VOICE,
        label=_("How you write"),
        help_text=_("two or three notes that you sent and like, with a line of dashes between"),
    )

    def clean_offers(self) -> list[str]:
        return _lines(self.cleaned_data["offers"])

    def clean_links(self) -> list[str]:
        links = _lines(self.cleaned_data["links"])
        whole = [each if "://" in each else f"https://{each}" for each in links]
        for written, link in zip(links, whole, strict=True):
            try:
                _is_link(link)
            except ValidationError as error:
                raise ValidationError(
                    gettext("“%(written)s” is no address of a page.") % {"written": written}
                ) from error
        return whole


@require_http_methods(["GET", "HEAD", "POST"])
def you(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    form = YouForm(request.POST if request.method == "POST" else None, initial=_kept(user))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        introduce(
            user,
            names=(said["first_name"], said["last_name"]),
            headline=said["headline"],
            offers=said["offers"],
            links=said["links"],
            voice=said["voice"],
        )
        # A name or headline that was typed into Write before would win over what stands here.
        for name in ("my_name", "what_i_do"):
            request.session.pop(name, None)
        messages.success(request, gettext("Kept. Your notes say it from now on."))
        return redirect("settings:you")
    context = {
        "here": "settings",
        "form": form,
        "lines": [form["offers"], form["links"], form["voice"]],
    }
    return render(request, "settings/you.html", context)


def _kept(user: User) -> dict[str, Any]:
    return {
        "first_name": user.first_name,
        "last_name": user.last_name,
        "headline": user.headline,
        "offers": "\n".join(user.offers),
        "links": "\n".join(user.links),
        "voice": user.voice,
    }


def _lines(text: str) -> list[str]:
    lines = [" ".join(each.split()) for each in text.splitlines()]
    found = list(dict.fromkeys(filter(None, lines)))
    if len(found) > _MOST_LINES:
        raise ValidationError(
            gettext("These are more than %(most_lines)s lines. Keep the best.")
            % {"most_lines": _MOST_LINES}
        )
    if any(len(each) > _LONGEST_LINE for each in found):
        raise ValidationError(
            gettext("A line is longer than %(longest_line)s characters. Say it shorter.")
            % {"longest_line": _LONGEST_LINE}
        )
    return found
