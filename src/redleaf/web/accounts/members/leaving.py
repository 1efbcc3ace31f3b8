"""Take everything along, and leave."""

from __future__ import annotations

import tempfile

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import logout
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from redleaf.web.accounts.members.forms import AgainForm
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.services.erasing import erase_account
from redleaf.web.contacts.services.exporting import export_everything
from redleaf.web.teams.services import leave_house, team_of


@require_safe
@never_cache
def take_along(request: HttpRequest) -> FileResponse:
    """Everything that is kept for the user, as `redleaf export` writes it."""
    # Closed and so deleted when the answer is out; what it holds lies nowhere else meanwhile.
    file = tempfile.TemporaryFile(dir=settings.HOME.uploads)  # noqa: SIM115
    export_everything(user_of(request), file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"redleaf-{today():%Y-%m-%d}.zip")


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
        erase_account(user)
        return render(request, "accounts/left.html")
    context = {"here": "settings", "form": form, "team": team_of(user)}
    return render(request, "accounts/leave.html", context)
