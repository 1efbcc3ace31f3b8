"""The only ways from an id to a row of a team; what somebody may not see is not there for them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact
from redleaf.web.teams.models import Call, Membership, Team
from redleaf.web.teams.services import accounts


def team_for(user: User) -> Team:
    """The user's team."""
    return _own(user).team


def administered_team_for(user: User) -> Team:
    """The team that the user looks after."""
    membership = _own(user)
    if not membership.is_administrator:
        raise Http404("There is no such team.")
    return membership.team


def membership_for(administrator: User, membership_id: int) -> Membership:
    """Somebody in the team that the user looks after."""
    team = administered_team_for(administrator)
    found = team.memberships.select_related("user").filter(pk=membership_id).first()
    if found is None:
        raise Http404("There is no such member.")
    return found


def call_for(administrator: User, call_id: int) -> Call:
    found = administered_team_for(administrator).calls.filter(pk=call_id).first()
    if found is None:
        raise Http404("There is no such call.")
    return found


def account_for(keeper: User, user_id: int) -> User:
    """Any account but one's own, for who keeps the installation."""
    keeps_house(keeper)
    found = accounts().filter(pk=user_id).exclude(pk=keeper.pk).first()
    if found is None:
        raise Http404("There is no such account.")
    return found


def keeps_house(user: User) -> None:
    if not user.is_staff:
        raise Http404("There is no such page.")


def shared_contact_for(user: User, contact_id: UUID) -> Contact:
    """A contact whose card a team mate shows the user; nothing but the card may be read of it."""
    found = Contact.objects.filter(
        pk=contact_id,
        share__isnull=False,
        owner__membership__team__memberships__user=user,
    )
    found = found.exclude(owner=user).select_related("owner", "share")
    contact = found.first()
    if contact is None:
        raise Http404("There is no such card.")
    return contact


def _own(user: User) -> Membership:
    found = Membership.objects.select_related("team").filter(user=user).first()
    if found is None:
        raise Http404("There is no team.")
    return found
