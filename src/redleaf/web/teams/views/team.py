"""The page Team of the settings: who is in it, and who comes and goes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from redleaf.web.asking import user_of
from redleaf.web.teams.access import administered_team_for, membership_for
from redleaf.web.teams.models import Membership
from redleaf.web.teams.services import called_by, found_team, leave_team

_LONGEST_NAME = 120
_NO_NAME = _("Write what the team is called.")


@require_safe
def team(request: HttpRequest) -> HttpResponse:
    return team_page(request)


def team_page(request: HttpRequest, **more: Any) -> HttpResponse:
    """The page, with what an act on it has to say."""
    user = user_of(request)
    own = Membership.objects.select_related("team").filter(user=user).first()
    context = {"here": "settings", "own": own, "called": called_by(request), **more}
    if own is not None:
        context["members"] = own.team.memberships.select_related("user")
        if own.is_administrator:
            context["calls"] = own.team.calls.all()
    return render(request, "teams/team.html", context)


@require_POST
def found(request: HttpRequest) -> HttpResponse:
    """A team of one's own, for who is in none."""
    user = user_of(request)
    if Membership.objects.filter(user=user).exists():
        return redirect("teams:team")
    name = _name(request)
    if not name:
        return team_page(request, name_mend=_NO_NAME)
    found_team(user, name)
    return redirect("teams:team")


@require_POST
def rename(request: HttpRequest) -> HttpResponse:
    renamed = administered_team_for(user_of(request))
    name = _name(request)
    if not name:
        return team_page(request, name_mend=_NO_NAME)
    renamed.name = name
    renamed.save(update_fields=["name"])
    messages.success(request, gettext("The team is called %(name)s.") % {"name": name})
    return redirect("teams:team")


@require_POST
def remove(request: HttpRequest, membership_id: int) -> HttpResponse:
    """Take somebody out of the team: they keep all that is theirs, and see no card any more."""
    member = membership_for(user_of(request), membership_id).user
    leave_team(member)
    messages.success(
        request,
        gettext("%(get_full_name)s is out of the team.")
        % {"get_full_name": member.get_full_name() or member.email},
    )
    return redirect("teams:team")


@require_POST
def change_role(request: HttpRequest, membership_id: int) -> HttpResponse:
    """Let a member look after the team too."""
    membership = membership_for(user_of(request), membership_id)
    membership.role = Membership.Role.ADMINISTRATOR
    membership.save(update_fields=["role"])
    name = membership.user.get_full_name() or membership.user.email
    messages.success(request, gettext("%(name)s looks after the team too.") % {"name": name})
    return redirect("teams:team")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    leave_team(user_of(request))
    messages.success(request, gettext("You are in no team."))
    return redirect("teams:team")


def _name(request: HttpRequest) -> str:
    return " ".join(request.POST.get("name", "").split())[:_LONGEST_NAME]
