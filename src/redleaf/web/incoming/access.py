"""The only way from an id to a file that is being brought in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from redleaf.web.accounts.models import User
from redleaf.web.incoming.models import Incoming


def incoming_for(user: User, incoming_id: UUID) -> Incoming:
    """The user's own; another's is as if it were not there."""
    found = Incoming.objects.filter(pk=incoming_id, owner=user).first()
    if found is None:
        raise Http404("There is no such file.")
    return found
