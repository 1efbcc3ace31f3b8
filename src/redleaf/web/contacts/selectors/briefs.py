"""The brief of a note to somebody in the memory."""

from __future__ import annotations

import datetime as dt

from redleaf.contacts.briefing import brief_for
from redleaf.notes.brief import Brief, Sender
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter, Letter, Promise
from redleaf.web.contacts.records import encounter_of, letter_of, promise_of, record_of
from redleaf.web.contacts.selectors.notes_sent import budget_of, notes_told

# Whoever wrote to each other so often is remembered by fewer letters, too.
_MOST_LETTERS = 500


def brief_to(owner: User, contact: Contact, *, network: str, aim: str, today: dt.date) -> Brief:
    """The facts that a note to `contact` may use. Raises BriefError for one without a name.

    The notes that went to others are those of the invitations that are kept.
    """
    met = Encounter.objects.filter(people=contact).prefetch_related("presences")
    letters = Letter.objects.filter(contact=contact)[:_MOST_LETTERS]
    budget = budget_of(owner, network, today)
    return brief_for(
        record_of(contact),
        [encounter_of(each) for each in met],
        [promise_of(each) for each in Promise.objects.filter(contact=contact)],
        sender=Sender(owner.get_full_name(), owner.headline, tuple(owner.offers)),
        network=network,
        today=today,
        aim=aim,
        letters=[letter_of(each) for each in letters],
        history=notes_told(owner, contact),
        sent_this_month=budget.used if budget else None,
    )
