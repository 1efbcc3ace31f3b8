"""Notes that went out with invitations: how many are left on a network, and what they said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from django.db.models import QuerySet

from redleaf.judging import check
from redleaf.networks import network as network_named
from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import used_as
from redleaf.web.contacts.models import Contact, Invitation
from redleaf.writing.budget import WINDOW, Budget, budget_on

# A new note is held against these; of older ones nobody remembers the words.
_MOST_TOLD = 30


def budget_of(owner: User, network: str, today: dt.date) -> Budget | None:
    """How many notes are left, by the invitations stored; None where a network counts none.

    The kind of account and the number of notes are those the user said they have.
    """
    own = used_as(owner, network)
    days = _days(owner, own.network.name, today)
    return budget_on(own.network, days, today, of=own.notes_a_month)


def notes_told(owner: User, contact: Contact | None = None) -> tuple[str, ...]:
    """The texts of notes that went out, the oldest first: what a note to `contact` differs from.

    A network's default text that went to somebody else is left out. One that went to `contact`
    stands last, where the writer looks for a slip to be repaired; notes that the user gave as
    examples of their own stand first.
    """
    rows = list(_with_note(owner).order_by("-at", "-pk")[: 3 * _MOST_TOLD])
    to = contact.pk if contact else None
    texts = dict.fromkeys(each.text for each in rows if to is None or each.contact_id != to)
    others = list(islice((text for text in texts if _is_own(text)), _MOST_TOLD))
    theirs = [each.text for each in rows if to is not None and each.contact_id == to][:1]
    return (*owner.voice_notes, *reversed(others), *theirs)


def invited_on(owner: User, contact: Contact, network: str) -> dt.date | None:
    """The day of the last invitation to `contact`, with a note or without; None for none."""
    name = network_named(network).name
    rows = Invitation.objects.filter(owner=owner, contact=contact, is_incoming=False, network=name)
    latest = rows.filter(at__isnull=False).order_by("-at").first()
    return latest.at.astimezone().date() if latest and latest.at else None


def _days(owner: User, network: str, today: dt.date) -> Iterator[dt.date]:
    """The day of each note, once for a person: what was marked as sent may be imported later."""
    since = dt.datetime.combine(today - WINDOW, dt.time()).astimezone()
    rows = _with_note(owner).filter(network=network, at__gte=since).order_by("at")
    seen: set[object] = set()
    for each in rows.only("contact_id", "name", "at"):
        person = each.contact_id or fold_text(each.name)
        if each.at and person not in seen:
            seen.add(person)
            yield each.at.astimezone().date()


def _with_note(owner: User) -> QuerySet[Invitation]:
    return Invitation.objects.filter(owner=owner, is_incoming=False).exclude(text="")


@lru_cache(maxsize=512)
def _is_own(text: str) -> bool:
    return check(text).verdict != "default"
