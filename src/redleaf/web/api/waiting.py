"""The inbox as programs read it: what waits, ranked by attention, and one invitation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.rows import id_in
from redleaf.web.inbox.models import Choice, Reading
from redleaf.web.inbox.selectors.inbox import readings_of, standing
from redleaf.web.inbox.selectors.known import choice_of, invitation_of
from redleaf.web.inbox.services.reading import is_read, keep_up


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the `count` invitations that wait, in the shape of the answer."""

    count: int
    is_current: bool
    invitations: tuple[dict[str, Any], ...]


def waiting(owner: User, today: dt.date, *, group: str | None, start: int, most: int) -> Page:
    """Those from place `start` on, from 0, first what deserves most attention."""
    keep_up(owner, today)
    rows = [each for each in standing(owner, today) if group in (None, each.group)]
    shown = rows[start : start + most]
    groups = {id_in(each.id): each.group for each in shown}
    found = readings_of(shown)
    told = tuple(_told(each.invitation, each, groups[key]) for key, each in found.items())
    return Page(len(rows), is_read(owner, today), told)


def told_of(invitation: Invitation) -> dict[str, Any]:
    """One invitation, whether it waits or was decided."""
    reading: Reading | None = getattr(invitation, "reading", None)
    choice = choice_of(invitation)
    put = choice.decision or choice.place if choice else ""
    return _told(invitation, reading, put or (reading.decision if reading else None))


def _told(invitation: Invitation, reading: Reading | None, group: str | None) -> dict[str, Any]:
    said, choice = invitation_of(invitation), choice_of(invitation)
    return {
        "id": invitation.pk,
        **_made_of(reading),
        "group": group,
        "decided": _decided(choice),
        "from": {
            "name": said.sender.name,
            "headline": said.sender.headline,
            "identities": list(said.sender.identities),
        },
        "text": said.text,
        "received": said.received.isoformat() if said.received else None,
        "network": said.network,
    }


def _made_of(reading: Reading | None) -> dict[str, Any]:
    """What triage says of it, in the words of `redleaf triage`."""
    return {
        "verdict": reading.verdict if reading else None,
        "attention": reading.attention if reading else None,
        "decision": reading.decision if reading else None,
        "reasons": reading.reasons if reading else [],
        "reply": reading.reply if reading else "",
        "campaign": reading.campaign or None if reading else None,
    }


def _decided(choice: Choice | None) -> str | None:
    return choice.decision or None if choice else None
