"""The only way from an id to an invitation: a stranger's is as if it were not there."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation


def invitation_for(user: User, invitation_id: UUID) -> Invitation:
    """One that came in, with its choice and its reading."""
    found = (
        Invitation.objects.select_related("contact", "owner", "choice", "reading")
        .filter(pk=invitation_id, owner=user, is_incoming=True)
        .first()
    )
    if found is None:
        raise Http404("There is no such invitation.")
    return found


def invitations_for(user: User, invitation_ids: Sequence[UUID]) -> list[Invitation]:
    """Those of the ids that came in to the user, the newest first."""
    rows = Invitation.objects.select_related("choice", "reading")
    return list(rows.filter(pk__in=invitation_ids, owner=user, is_incoming=True))
