"""The only ways from a handle, a key or an id to a row of the doors."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.http import Http404

from redleaf.web.accounts.models import User
from redleaf.web.door.handles import is_handle
from redleaf.web.door.models import Blocked, Door, Knock


def door_called(handle: str) -> Door | None:
    """The door of that handle for anybody, open or closed; None where there is none.

    The door of somebody whose account is closed is not there.
    """
    if not is_handle(handle.casefold()):
        return None
    doors = Door.objects.select_related("owner")
    return doors.filter(handle=handle.casefold(), owner__is_active=True).first()


def door_for(user: User, door_id: UUID) -> Door:
    found = Door.objects.filter(pk=door_id, owner=user).first()
    if found is None:
        raise Http404("There is no such door.")
    return found


def knock_for(user: User, knock_id: UUID) -> Knock:
    """Something delivered that came through a door of the user's."""
    knocks = Knock.objects.select_related("door")
    came = knocks.filter(owner=user, delivered_at__isnull=False, is_dropped=False)
    found = came.filter(pk=knock_id).first()
    if found is None:
        raise Http404("There is no such knock.")
    return found


def blocked_for(user: User, blocked_id: UUID) -> Blocked:
    found = Blocked.objects.filter(pk=blocked_id, owner=user).first()
    if found is None:
        raise Http404("Nothing of the kind is blocked.")
    return found


def knock_with(door: Door, key: str) -> Knock | None:
    """What the key of a letter stands for, at this door."""
    return door.knocks.filter(digest=digest_of(key)).first()


def digest_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
