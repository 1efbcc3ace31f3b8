"""The memory at a glance: how many people there are, who is fading, what waits for the user."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Pair, Promise
from redleaf.web.contacts.search.standing import reckon_due
from redleaf.web.contacts.selectors.lines import TOLD_IN_LINES, PersonLine, lines_of

# Whoever is remembered today and would not be in this time is fading.
SOON = dt.timedelta(days=30)
_FADING_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts, and the people whose memory of the user is about to fade, the soonest first."""

    people: int
    encounters: int
    promises: int
    promises_due: int
    pairs: int
    fading: list[PersonLine]


def overview(owner: User, today: dt.date) -> Overview:
    promises = Promise.objects.filter(owner=owner, state="open")
    return Overview(
        people=Contact.objects.filter(owner=owner).count(),
        encounters=Encounter.objects.filter(owner=owner).count(),
        promises=promises.count(),
        promises_due=promises.filter(due_last__lte=today).count(),
        pairs=Pair.objects.filter(owner=owner, answer=Pair.Answer.ASKED).count(),
        fading=fading(owner, today, most=_FADING_SHOWN),
    )


def fading(owner: User, today: dt.date, *, most: int) -> list[PersonLine]:
    """Who would know the user today, and would not in a month: `most` of them, the soonest first.

    Whom the user is about to meet, by what is written down, does not fade.
    """
    reckon_due(owner, today)
    soon = Contact.objects.filter(
        document__owner=owner,
        document__known_until__gte=today.toordinal(),
        document__known_until__lt=(today + SOON).toordinal(),
        document__reckon_on__gt=(today + SOON).toordinal(),
    ).order_by("document__known_until", "document__sort_name", "pk")
    contacts = list(soon.only(*TOLD_IN_LINES)[:most])
    return lines_of(contacts, today)
