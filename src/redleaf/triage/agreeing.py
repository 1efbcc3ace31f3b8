"""Agreeing: does what they tell of the two of you stand in the receiver's record?"""

from __future__ import annotations

import datetime as dt

from redleaf.notes.brief import Brief, Recipient, Sender
from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Owner, Person
from redleaf.triage.memories import Memory
from redleaf.writing.verifier import Verifier

# What can be held against a record: a topic told in other words is still the topic.
_HELD = ("date", "place")


def agreement(memories: tuple[Memory, ...]) -> str:
    """What of the record they name, in a line; "" for nothing."""
    told = list(
        dict.fromkeys(
            f"“{each.text}”" for each in memories if each.kind not in ("year", "occasion")
        )
    )[:2]
    return f"They name {' and '.join(told)}, as you have it." if told else ""


def disagreement(invitation: Invitation, person: Person, owner: Owner) -> str:
    """The first day or place they tell that no meeting on record has; "" where there is none."""
    if not person.encounters or not owner.name:
        return ""
    brief = _as_they_would_brief(invitation, person, owner, invitation.day)
    for claim in Verifier(brief).verify(invitation.words).unsupported:
        if claim.kind in _HELD:
            return f"They write “{claim.text}”, which your record of them does not have."
    return ""


def _as_they_would_brief(
    invitation: Invitation, person: Person, owner: Owner, today: dt.date | None
) -> Brief:
    """The same record as the facts of a note from them to the receiver."""
    return Brief(
        recipient=Recipient(name=owner.name, given_name=owner.given_name, company=owner.company),
        sender=Sender(person.name or invitation.sender.name, invitation.sender.headline),
        today=today,
        encounters=person.encounters,
        shared=tuple(filter(None, (person.company, person.role))),
    )
