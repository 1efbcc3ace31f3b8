"""Somebody in the memory to whom a note is drafted: their facts, their pages, what went to them."""

from __future__ import annotations

import datetime as dt

from redleaf.cli.drafting.sent import Sent
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.notes.brief import Encounter as ToldEncounter
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Encounter
from redleaf.web.contacts.records import encounter_of, record_of
from redleaf.web.contacts.selectors.briefs import brief_to
from redleaf.web.contacts.selectors.links import link_on
from redleaf.web.contacts.selectors.notes_sent import budget_of, invited_on
from redleaf.web.contacts.services.remembering import NothingToKeep, remember_about
from redleaf.web.contacts.services.sending import keep_sent_invitation, keep_sent_letter
from redleaf.web.contacts.services.telling_more import tell_topic
from redleaf.writing.budget import Budget


class Remembered:
    """A contact of `owner`, as `redleaf draft --to` needs them on one day."""

    def __init__(self, owner: User, contact: Contact, today: dt.date) -> None:
        self.owner = owner
        self.contact = contact
        self.today = today

    def brief(self, network: str, aim: str) -> Brief:
        return brief_to(self.owner, self.contact, network=network, aim=aim, today=self.today)

    def budget(self, network: str) -> Budget | None:
        return budget_of(self.owner, network, self.today)

    def invited_on(self, network: str) -> dt.date | None:
        """The day of the last invitation to them that is kept."""
        return invited_on(self.owner, self.contact, network)

    def link(self, network: str) -> str:
        """Their address or profile on a network, as its pages are opened with; "" if unknown."""
        return link_on(record_of(self.contact), network)

    def keep_sent(self, sent: Sent) -> Act | None:
        """That something went out today; None when this is kept already."""
        now = dt.datetime.now().astimezone()
        at = now + (self.today - now.date())
        network = network_named(sent.network).name
        if sent.as_invitation:
            return keep_sent_invitation(self.owner, self.contact, sent.text, network=network, at=at)
        return keep_sent_letter(
            self.owner, self.contact, sent.text, network=network, at=at, subject=sent.subject
        )

    def keep_answer(self, brief: Brief, about: str, text: str) -> Act | None:
        """What the user answered to the question about a path; None when it was known."""
        if about == "encounters":
            try:
                return remember_about(self.owner, self.contact, text, today=self.today).act
            except NothingToKeep:
                return None
        met = self._row_of(brief.encounters[int(about.split(".")[1])])
        return tell_topic(self.owner, self.contact, met, text) if met else None

    def _row_of(self, told: ToldEncounter) -> Encounter | None:
        rows = Encounter.objects.filter(people=self.contact).prefetch_related("presences")
        return next((each for each in rows if _is(encounter_of(each).for_brief(), told)), None)


def _is(of_row: ToldEncounter, told: ToldEncounter) -> bool:
    return (of_row.kind, of_row.on, of_row.place, of_row.event) == (
        told.kind,
        told.on,
        told.place,
        told.event,
    )
