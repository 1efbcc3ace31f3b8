"""What the memory holds of one person, as the page Write asks for it."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import Http404

from redleaf.contacts import contact as record
from redleaf.web.accounts.models import User
from redleaf.web.contacts.access import contact_for
from redleaf.web.contacts.models import Encounter
from redleaf.web.contacts.selectors.person import person

_WAYS = ("profile", "email")

# Of whoever was met a thousand times, no more is read for the facts of a note.
_MOST_MET = 50


def facts_about(owner: User, contact_id: str, today: dt.date) -> dict[str, Any]:
    """The fields of the form that are known; raises Http404 where there is no such contact."""
    try:
        contact = contact_for(owner, UUID(contact_id))
    except ValueError:
        raise Http404("There is no such contact.") from None
    who = person(contact, today, most=_MOST_MET)
    facts: dict[str, Any] = {
        "name": who.of.name,
        "role": who.of.role.title or who.of.headline,
        "company": who.of.role.organisation,
        "link": _link(who.of),
        "recognition": who.recognition,
        "register": who.of.register,
        "introduced_by": who.of.introduced_by,
    }
    past = [each for each in who.encounters if each.last is None or each.last <= today]
    if past:
        facts |= _meeting(past[0])
    if who.open_promises:
        facts["promise"] = who.open_promises[0].text
    return {name: value for name, value in facts.items() if value}


def _link(of: record.Contact) -> str:
    found = (each for kind in _WAYS for each in of.identities_of(kind))
    return next((each.shown for each in found), "")


def _meeting(met: Encounter) -> dict[str, Any]:
    """The newest encounter; a day only where exactly one is known."""
    return {
        "kind": met.kind,
        "on": met.first.isoformat() if met.first and met.first == met.last else "",
        "event": met.event,
        "place": met.place,
        "topic": met.topics[0] if met.topics else "",
        "said": met.said,
        "introduced_by": met.introduced_by,
    }
