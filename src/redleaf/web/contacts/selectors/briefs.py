"""The brief of a note to somebody in the memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from redleaf.contacts import contact as record
from redleaf.contacts import encounters as between
from redleaf.contacts.briefing import brief_for
from redleaf.notes.brief import Brief, Sender
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Letter, Promise
from redleaf.web.contacts.records import encounter_of, letter_of, promise_of, record_of
from redleaf.web.contacts.selectors.notes_sent import budget_of, notes_told

# Whoever wrote to each other so often is remembered by fewer letters, too.
_MOST_LETTERS = 500
_MOST_MET = 100


def brief_to(owner: User, contact: Contact, *, network: str, aim: str, today: dt.date) -> Brief:
    """The facts that a note to `contact` may use. Raises BriefError for one without a name.

    The notes that went to others are those of the invitations that are kept.
    """
    budget = budget_of(owner, network, today)
    told = Told(
        record_of(contact),
        [encounter_of(each) for each in met_with(contact)],
        [promise_of(each) for each in Promise.objects.filter(contact=contact)],
    )
    return brief_of(
        owner, contact, told, network=network, aim=aim, today=today,
        sent_this_month=budget.sent_this_month if budget else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What a brief is made of: a contact, and the encounters and promises with them."""

    of: record.Contact
    encounters: list[between.Encounter]
    promises: list[between.Promise]


def met_with(contact: Contact) -> QuerySet[Encounter]:
    """The newest encounters: a note tells of no older ones, and they change no recognition."""
    return Encounter.objects.filter(people=contact).prefetch_related("presences")[:_MOST_MET]


def brief_of(
    owner: User,
    contact: Contact,
    told: Told,
    *,
    network: str,
    aim: str,
    today: dt.date,
    sent_this_month: int | None = None,
) -> Brief:
    """As `brief_to`, of what is told about `contact`: all in the store, or more than that."""
    letters = Letter.objects.filter(contact=contact)[:_MOST_LETTERS]
    return brief_for(
        told.of,
        told.encounters,
        told.promises,
        sender=Sender(owner.get_full_name(), owner.headline, tuple(owner.offers)),
        network=network,
        today=today,
        aim=aim,
        letters=[letter_of(each) for each in letters],
        history=notes_told(owner, contact),
        sent_this_month=sent_this_month,
    )
