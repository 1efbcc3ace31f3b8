"""What the doors know of the invitations that came through them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redleaf.contacts.encounters import Encounter
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.rows import in_chunks
from redleaf.web.door.models import Door, Knock

_PREFIX = "door:"


@dataclass(frozen=True, slots=True)
class Told:
    """What came along with an invitation at a door; `is_proven` is about the address alone.

    `occasion` is the encounter that the door stands for: what the sender says by coming through
    it, and nothing that the user remembers.
    """

    door: Door
    email: str
    page: str
    is_proven: bool
    occasion: Encounter | None


def told_at_doors(owner: User, invitations: Iterable[Invitation]) -> dict[str, Told]:
    """By the key of the invitation; those that came another way are left out."""
    keys = [each.key.removeprefix(_PREFIX) for each in invitations if each.key.startswith(_PREFIX)]
    told: dict[str, Told] = {}
    for chunk in in_chunks(keys):
        for knock in Knock.objects.filter(owner=owner, key__in=chunk).select_related("door"):
            told[knock.invitation_key] = Told(
                knock.door, knock.email, knock.page, knock.is_proven, knock.door.occasion
            )
    return told


def who_came(door: Door, most: int) -> list[tuple[Knock, Invitation | None]]:
    """The newest that came through, but for who was erased since; each with its invitation."""
    came = door.knocks.filter(delivered_at__isnull=False, is_dropped=False)
    knocks = list(came.filter(email__contains="@")[:most])
    keys = [each.invitation_key for each in knocks]
    rows = Invitation.objects.filter(owner=door.owner_id, key__in=keys)
    invitations = {each.key: each for each in rows}
    return [(each, invitations.get(each.invitation_key)) for each in knocks]
