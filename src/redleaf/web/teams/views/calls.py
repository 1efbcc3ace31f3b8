"""Call somebody into the team by a link, and come in by one."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from redleaf.web.asking import user_of
from redleaf.web.teams.access import administered_team_for, call_for
from redleaf.web.teams.services import called_by, enter_team, hear_call, make_call
from redleaf.web.teams.views.team import team_page

# A letter to whomever one likes: enough for a team, too few to bother the world with.
_RATE = {"call": "30/h/user"}


@require_POST
def call(request: HttpRequest) -> HttpResponse:
    """Write a letter with the link; without a mail server the page shows it, once."""
    user = user_of(request)
    team = administered_team_for(user)
    email = request.POST.get("email", "").strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        mend = gettext("This does not look like an address. Look at the part after @.")
        return team_page(request, email=email, email_mend=mend)
    if not ratelimit.consume(request, app="redleaf", action="call", config=_RATE):
        answer: HttpResponse = ratelimit.respond_429(request)
        return answer
    key = make_call(team, email, user)
    link = request.build_absolute_uri(reverse("teams:come", args=[key]))
    if not settings.EMAIL_HOST:
        return team_page(request, link=link, link_for=email)
    get_adapter(request).send_mail(
        "teams/email/call", email, {"by": user, "team": team, "link": link}
    )
    messages.success(request, gettext("A letter is on its way to %(email)s.") % {"email": email})
    return redirect("teams:team")


@require_POST
def withdraw(request: HttpRequest, call_id: int) -> HttpResponse:
    withdrawn = call_for(user_of(request), call_id)
    withdrawn.delete()
    messages.success(
        request,
        gettext("The link to %(email)s opens nothing any more.") % {"email": withdrawn.email},
    )
    return redirect("teams:team")


@login_not_required
@never_cache
@require_safe
def come(request: HttpRequest, key: str) -> HttpResponse:
    """Where the link leads: to join, or, for who has an account, to the question."""
    heard = hear_call(request, key)
    if heard is None:
        return render(request, "teams/call_over.html", status=410)
    if request.user.is_authenticated:
        return redirect("teams:team")
    if settings.EMAIL_HOST:
        # The link lay in a letter to this address and nowhere else: it is confirmed by it.
        get_adapter(request).stash_verified_email(request, heard.email)
    return redirect(f"{reverse('account_signup')}?next={reverse('teams:team')}")


@require_POST
def come_in(request: HttpRequest) -> HttpResponse:
    """Into the team of the call that this visitor came with."""
    heard = called_by(request)
    if heard is None:
        return render(request, "teams/call_over.html", status=410)
    enter_team(user_of(request), heard, request)
    messages.success(request, gettext("You are in %(name)s.") % {"name": heard.team.name})
    return redirect("teams:team")
