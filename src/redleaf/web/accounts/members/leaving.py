"""Leave: the account, and everything that is kept with it."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from redleaf.languagemodel.keyrings import KeyringError
from redleaf.web.accounts.members.forms import AgainForm
from redleaf.web.asking import user_of
from redleaf.web.contacts.services.erasing import erase_account
from redleaf.web.keyring_words import keyring_in_language
from redleaf.web.teams.services import leave_house, team_of


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Erase the account, for whoever knows its password: nothing brings it back."""
    user = user_of(request)
    limited: HttpResponse | None = ratelimit.consume_or_429(request, action="reauthenticate")
    if limited is not None:
        return limited
    form = AgainForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        logout(request)
        leave_house(user)
        left = ""
        try:
            erase_account(user)
        except KeyringError as error:
            left = keyring_in_language(error)
        return render(request, "accounts/left.html", {"left": left})
    context = {"here": "settings", "form": form, "team": team_of(user)}
    return render(request, "accounts/leave.html", context)
