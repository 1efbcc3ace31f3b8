"""Who may join, and what becomes of them; teams, and who comes in and goes."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from redleaf.web.accounts.models import User
from redleaf.web.accounts.services import OWNER_NAME
from redleaf.web.teams.models import Call, House, Membership, Team

CALL_LASTS = dt.timedelta(days=7)
FIRST_TEAM = gettext_lazy("Our team")
_IN_SESSION = "team_call"


def may_join(request: HttpRequest) -> bool:
    """Whoever is first, whoever is called, and anybody while the house is open."""
    return house().is_open or called_by(request) is not None or not accounts().exists()


def welcome(user: User, request: HttpRequest) -> None:
    """Put a new account in its place: the first keeps the house, the called join their team."""
    with transaction.atomic():
        # Two that join at the same moment must not both be the first.
        House.objects.select_for_update().get(pk=house().pk)
        if not accounts().exclude(pk=user.pk).exists():
            user.is_staff = True
            user.save(update_fields=["is_staff"])
            found_team(user, str(FIRST_TEAM))
            return
    call = called_by(request)
    if call is not None:
        enter_team(user, call, request)


def accounts() -> models.QuerySet[User]:
    """All accounts of people; the machine's own user, of a desk before, is none."""
    return User.objects.exclude(username=OWNER_NAME)


def house() -> House:
    found, _ = House.objects.get_or_create(pk=1)
    return found


def found_team(user: User, name: str) -> Team:
    """A new team with `user` as its administrator."""
    with transaction.atomic():
        team = Team.objects.create(name=name)
        Membership.objects.create(user=user, team=team, role=Membership.Role.ADMINISTRATOR)
    return team


def make_call(team: Team, email: str, by: User) -> str:
    """The key of a new call for one address; a call before it to the same address is over."""
    now = timezone.now()
    Call.objects.filter(expires_at__lte=now).delete()
    text = secrets.token_urlsafe(24)
    with transaction.atomic():
        team.calls.filter(email=email).delete()
        team.calls.create(email=email, digest=_digest(text), by=by, expires_at=now + CALL_LASTS)
    return text


def hear_call(request: HttpRequest, text: str) -> Call | None:
    """The call that this key stands for, remembered for this visitor; None when it is over."""
    request.session[_IN_SESSION] = _digest(text)
    return called_by(request)


def called_by(request: HttpRequest) -> Call | None:
    digest = request.session.get(_IN_SESSION, "")
    call = Call.objects.select_related("team", "by").filter(digest=digest).first()
    return None if call is None or call.is_over(timezone.now()) else call


def enter_team(user: User, call: Call, request: HttpRequest) -> None:
    """Come into the team of a call, out of another; a call works once."""
    request.session.pop(_IN_SESSION, None)
    with transaction.atomic():
        deleted, _ = Call.objects.filter(pk=call.pk).delete()
        if deleted:
            leave_team(user)
            Membership.objects.create(user=user, team=call.team)


def leave_team(user: User) -> None:
    """Go out of one's team. The last goes and takes the team along; somebody keeps it otherwise."""
    with transaction.atomic():
        membership = Membership.objects.select_related("team").filter(user=user).first()
        if membership is None:
            return
        team = membership.team
        membership.delete()
        left = list(team.memberships.select_for_update())
        if not left:
            team.delete()
        elif not any(each.is_administrator for each in left):
            left[0].role = Membership.Role.ADMINISTRATOR
            left[0].save(update_fields=["role"])


def leave_house(user: User) -> None:
    """Go for good: somebody else keeps the house where the user did."""
    with transaction.atomic():
        leave_team(user)
        others = accounts().filter(is_active=True).exclude(pk=user.pk)
        if not user.is_staff or others.filter(is_staff=True).exists():
            return
        # Who looks after a team is the likelier to look after the house; the oldest account else.
        heirs = others.filter(membership__role=Membership.Role.ADMINISTRATOR).order_by("pk")
        heir = heirs.first() or others.order_by("pk").first()
        if heir is not None:
            heir.is_staff = True
            heir.save(update_fields=["is_staff"])


def team_of(user: User) -> Team | None:
    membership = Membership.objects.select_related("team").filter(user=user).first()
    return membership.team if membership else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
