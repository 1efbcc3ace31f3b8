"""Doors and the block list in an export, and out of it again.

What waits for a confirmation stays here: the link in its letter leads to this desk and no other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from redleaf.web.accounts.models import User
from redleaf.web.contacts.services.brought_along import BroughtAlong
from redleaf.web.contacts.services.recording import Recorder
from redleaf.web.door.cleaning import harmless_line, harmless_text
from redleaf.web.door.handles import free_handle, is_handle
from redleaf.web.door.limits import mailbox_digest
from redleaf.web.door.models import Blocked, Door, Knock

_LINES = ("words", "event", "place")
_MOST_CHARS = 254
_KEY = re.compile("[0-9a-f]{64}")


def door_entries(owner: User) -> Iterator[dict[str, Any]]:
    """Each door with who came through it; their words stand among the invitations."""
    came = Knock.objects.filter(delivered_at__isnull=False, is_dropped=False).order_by("pk")
    doors = Door.objects.filter(owner=owner).order_by("pk")
    for door in doors.prefetch_related(Prefetch("knocks", came)):
        said = {name: getattr(door, name) for name in (*_LINES, "glad")}
        yield {
            "id": str(door.pk),
            "handle": door.handle,
            "is_open": door.is_open,
            **{name: text for name, text in said.items() if text},
            **({"on": door.on.isoformat()} if door.on else {}),
            "made_at": door.made_at.isoformat(),
            "knocks": [_knock_entry(each) for each in door.knocks.all()],
        }


def blocked_entries(owner: User) -> Iterator[dict[str, Any]]:
    for each in Blocked.objects.filter(owner=owner).order_by("pk"):
        yield {"id": str(each.pk), "value": each.value, "made_at": each.made_at.isoformat()}


def take_door(recorder: Recorder, entry: Mapping[str, Any]) -> None:
    """The door of an entry; one that is here already stays as it is."""
    owner, row_id = recorder.act.owner, UUID(entry["id"])
    if Door.objects.filter(pk=row_id, owner=owner).exists():
        return
    if not is_handle(entry["handle"]) or type(entry["is_open"]) is not bool:
        raise ValueError
    door = Door.objects.create(
        pk=row_id,
        owner=owner,
        handle=free_handle(entry["handle"]),
        is_open=entry["is_open"],
        on=dt.date.fromisoformat(entry["on"]) if "on" in entry else None,
        glad=harmless_text(_text(entry.get("glad", ""))),
        **{name: harmless_line(_text(entry.get(name, ""))) for name in _LINES},
    )
    # Django writes the moment of now when a row is made.
    Door.objects.filter(pk=row_id).update(made_at=_moment(entry["made_at"]))
    Knock.objects.bulk_create(_knock(door, each) for each in entry["knocks"])


def take_blocked(recorder: Recorder, entry: Mapping[str, Any]) -> None:
    """Whom an entry blocks; who is blocked here already stays so."""
    value = _address(entry["value"])
    if not value:
        return
    row, is_new = Blocked.objects.get_or_create(
        owner=recorder.act.owner,
        value=value,
        defaults={"pk": UUID(entry["id"])},
    )
    if is_new:
        Blocked.objects.filter(pk=row.pk).update(made_at=_moment(entry["made_at"]))


def _knock_entry(knock: Knock) -> dict[str, Any]:
    return {
        "id": str(knock.pk),
        "key": knock.key,
        "email": knock.email,
        **({"page": knock.page} if knock.page else {}),
        "is_proven": knock.is_proven,
        "at": knock.at.isoformat(),
        "delivered_at": str(knock.delivered_at and knock.delivered_at.isoformat()),
    }


def _knock(door: Door, entry: Mapping[str, Any]) -> Knock:
    email = _address(entry["email"])
    if not _KEY.fullmatch(entry["key"]) or type(entry["is_proven"]) is not bool:
        raise ValueError
    return Knock(
        pk=UUID(entry["id"]),
        owner_id=door.owner_id,
        door=door,
        key=entry["key"],
        email=email,
        mailbox=mailbox_digest(email),
        page=harmless_line(_text(entry.get("page", ""))),
        is_proven=entry["is_proven"],
        at=_moment(entry["at"]),
        delivered_at=_moment(entry["delivered_at"]),
    )


def _address(said: Any) -> str:
    """Of whom was erased since, only that stands there: it need be no address that still works.

    One that no mail takes, as older versions kept them, is left out: the rest comes back.
    """
    address = harmless_line(_text(said))
    if not address:
        raise ValueError
    return address if len(address) <= _MOST_CHARS else ""


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError
    return said


def _moment(written: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError
    return moment


DOORS = BroughtAlong(
    door_entries, lambda owner: Door.objects.filter(owner=owner).count(), take_door
)
BLOCKED = BroughtAlong(
    blocked_entries, lambda owner: Blocked.objects.filter(owner=owner).count(), take_blocked
)
