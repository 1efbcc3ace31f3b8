"""A policy tried on the last invitations: what it would decide otherwise, and nothing is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from redleaf.triage import Policy, changes
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.inbox.groups import TITLES
from redleaf.web.inbox.reasons import why_here
from redleaf.web.inbox.selectors.known import invitation_of, known_by, policy_of

LAST = 200


@dataclass(frozen=True, slots=True)
class Otherwise:
    """An invitation that would stand elsewhere, and why."""

    invitation: Invitation
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Of the last `count` invitations, those that would be decided otherwise."""

    count: int
    otherwise: tuple[Otherwise, ...]


def preview(owner: User, policy: Policy, today: dt.date) -> Preview:
    rows = list(Invitation.objects.filter(owner=owner, is_incoming=True).order_by("-at")[:LAST])
    by_id = {str(each.pk): each for each in rows}
    known = replace(known_by(owner), today=today)
    past = [invitation_of(each) for each in rows]
    found = changes(past, known, before=policy_of(owner), after=policy)
    return Preview(
        len(rows),
        tuple(
            Otherwise(
                by_id[each.id],
                str(TITLES[each.before.decision]),
                str(TITLES[each.after.decision]),
                why_here(each.after.reasons[-1]) if each.after.reasons else "",
            )
            for each in found
        ),
    )
