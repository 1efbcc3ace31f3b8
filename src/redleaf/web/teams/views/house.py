"""The page of who keeps the installation: who may join, and which accounts there are."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from redleaf.web.asking import user_of
from redleaf.web.teams import services
from redleaf.web.teams.access import account_for, keeps_house


@require_http_methods(["GET", "HEAD", "POST"])
def house(request: HttpRequest) -> HttpResponse:
    """Names and addresses of accounts stand here, and nothing of what anybody keeps."""
    keeps_house(user_of(request))
    kept = services.house()
    if request.method == "POST":
        kept.is_open = request.POST.get("joining") == "open"
        kept.save(update_fields=["is_open"])
        anybody = gettext("Anybody may join from now on.")
        invited = gettext("Only invited people may join from now on.")
        messages.success(request, anybody if kept.is_open else invited)
        return redirect("teams:house")
    people = services.accounts().select_related("membership__team").order_by("date_joined", "pk")
    return render(
        request, "teams/house.html", {"here": "settings", "house": kept, "people": people}
    )


@require_POST
def change_account(request: HttpRequest, user_id: int) -> HttpResponse:
    """Close an account, or open it again. What its owner keeps stays theirs, and unread."""
    account = account_for(user_of(request), user_id)
    account.is_active = request.POST.get("state") == "open"
    account.save(update_fields=["is_active"])
    let_in = gettext("%(name)s is let in again.")
    out = gettext("%(name)s is not let in any more.")
    words = let_in if account.is_active else out
    messages.success(request, words % {"name": account.get_full_name() or account.email})
    return redirect("teams:house")
