"""The memory at a glance: how many people there are, who is fading, what waits for the user."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from redleaf.contacts.recognition import memory, recognition
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Letter, Pair, Presence, Promise
from redleaf.web.contacts.selectors.lines import Met, PersonLine, Wrote, lines_of

# Whoever is remembered today and would not be in this time is fading.
SOON = dt.timedelta(days=30)
# Of a letter this old a hundredth is left.
_LETTERS_LAST = dt.timedelta(days=400)
_FADING_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts, and the people whose memory of the user is about to fade, the deepest first."""

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
    """Who would know the user today, and would not in a month: `most` of them, the best known."""
    wrote = _wrote(owner, today)
    depths = {
        contact_id: memory(met, today, letters)
        for contact_id, met in _met(owner)
        if recognition(met, today, letters := wrote.get(contact_id, [])) in ("recent", "close")
        and recognition(met, today + SOON, letters) == "faded"
    }
    ids = sorted(depths, key=lambda each: (-depths[each], each))[:most]
    rows = {each.pk: each for each in Contact.objects.filter(pk__in=ids)}
    return lines_of([rows[each] for each in ids], today)


def _met(owner: User) -> list[tuple[UUID, list[Met]]]:
    rows = (
        Presence.objects.filter(owner=owner)
        .order_by("contact_id")
        .values_list("contact_id", "encounter__kind", "encounter__last")
    )
    return [
        (contact_id, [Met(kind, last) for _, kind, last in group])
        for contact_id, group in groupby(rows.iterator(), key=lambda row: row[0])
    ]


def _wrote(owner: User, today: dt.date) -> dict[UUID, list[Wrote]]:
    """The letters of which anything is left."""
    found: dict[UUID, list[Wrote]] = defaultdict(list)
    since = dt.datetime.combine(today - _LETTERS_LAST, dt.time(), dt.UTC)
    letters = Letter.objects.filter(owner=owner, at__gte=since).order_by()
    for contact_id, is_sent, at in letters.values_list("contact_id", "is_sent", "at"):
        found[contact_id].append(Wrote(is_sent, at))
    return found
