"""What stands around one invitation: who sent it, what is known of them, its text with findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext

from redleaf.batch.shared_parts import Marker
from redleaf.contacts.contact import Contact
from redleaf.errors import UnknownName
from redleaf.networks import Network
from redleaf.networks import network as network_named
from redleaf.web.accounts.networks_used import title_of
from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.selectors.lines import met_in_words
from redleaf.web.contacts.selectors.person import person
from redleaf.web.contacts.views.person import LEVELS
from redleaf.web.desk.judgement import Judgement, judge_text
from redleaf.web.desk.marking import Piece, Span, pieces_of
from redleaf.web.desk.opening import Opening, opening_for
from redleaf.web.door.knocking import NETWORK
from redleaf.web.inbox.models import Choice, Reading
from redleaf.web.inbox.reasons import why_here
from redleaf.web.inbox.selectors.inbox import alike_of, waiting_alike
from redleaf.web.inbox.selectors.known import choice_of

_MOST_MET = 20
_EARLIER_SHOWN = 5
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Letter:
    """One invitation as its page shows it."""

    invitation: Invitation
    reading: Reading | None
    choice: Choice | None
    group: str
    network: str
    when: str
    opening: Opening | None
    judgement: Judgement
    alike: tuple[Reading, ...]
    waiting_alike: Sequence[UUID]
    shared: tuple[Piece, ...]
    earlier: tuple[Invitation, ...]

    @property
    def name(self) -> str:
        return self.invitation.name or gettext("Somebody without a name")

    @property
    def reasons(self) -> list[str]:
        return list(map(why_here, self.reading.reasons)) if self.reading else []

    @property
    def reply(self) -> str:
        """The answer as it went, or the ready one."""
        if self.choice and self.choice.reply:
            return self.choice.reply
        return self.reading.reply if self.reading else ""

    @property
    def is_done(self) -> bool:
        return _is_decided(self.choice)

    @property
    def addresses(self) -> list[str]:
        return [each.get("written") or each.get("value", "") for each in self.invitation.identities]


def letter_of(invitation: Invitation, today: dt.date) -> Letter:
    reading: Reading | None = getattr(invitation, "reading", None)
    choice = choice_of(invitation)
    network = _network(invitation.network)
    alike = tuple(alike_of(reading)) if reading else ()
    judgement = judge_text(
        invitation.text, network=network.name if network else "", kind="message", brief=None
    )
    reply = reading.reply if reading else ""
    return Letter(
        invitation=invitation,
        reading=reading,
        choice=choice,
        group=_group(reading, choice),
        network=_from_where(invitation.network, network),
        when=when_in_words(invitation.at, today),
        opening=_opening(invitation, _answered_by(invitation.network, network), reply),
        judgement=judgement,
        alike=alike,
        waiting_alike=waiting_alike(reading) if reading else (),
        shared=_shared(invitation.text, alike),
        earlier=_earlier(invitation),
    )


def card_of(invitation: Invitation, today: dt.date) -> dict[str, Any]:
    """Everything known of who sent it; nothing where they are no contact."""
    if invitation.contact is None:
        return {}
    who = person(invitation.contact, today, most=_MOST_MET)
    past = [each for each in who.encounters if each.last is None or each.last <= today]
    last = past[0] if past else None
    return {
        "who": who,
        "does": who.of.headline or _role_of(who.of),
        "met": _capital(met_in_words(last)) if last else "",
        "met_on": last.last if last else None,
        "topics": last.topics if last else [],
        "said": last.said if last else "",
        "introduced_by": who.of.introduced_by or (last.introduced_by if last else ""),
        "level": LEVELS[who.recognition],
        "promises": who.open_promises,
        "sent": sum(1 for each in who.letters if each.is_sent),
        "received": sum(1 for each in who.letters if not each.is_sent),
    }


def _role_of(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.role.title, contact.role.organisation)))


def when_in_words(at: dt.datetime | None, today: dt.date) -> str:
    """ "8:10" of today, "Sat" of this week, "19 Nov", "19 Nov 2025"."""
    if at is None:
        return ""
    local = at.astimezone()
    days = (today - local.date()).days
    if days == 0:
        return date_format(local, "G:i")
    if 0 < days < _WEEK:
        return date_format(local, "D")
    is_this_year = local.year == today.year
    return date_format(local, gettext("j M") if is_this_year else gettext("j M Y"))


def _is_decided(choice: Choice | None) -> bool:
    return bool(choice and choice.decision)


def _group(reading: Reading | None, choice: Choice | None) -> str:
    if choice and (choice.decision or choice.place):
        return choice.decision or choice.place
    return reading.decision if reading else "wait"


def _network(name: str) -> Network | None:
    try:
        return network_named(name)
    except UnknownName:
        return None


def _from_where(name: str, network: Network | None) -> str:
    return title_of(network) if network else gettext("your door") if name == NETWORK else name


def _answered_by(name: str, network: Network | None) -> Network | None:
    """Whoever came through a door gave an address, and that is where an answer goes."""
    return _network("email") if name == NETWORK else network


def _opening(invitation: Invitation, network: Network | None, reply: str) -> Opening | None:
    if network is None:
        return None
    kind = "email" if network.name == "email" else "profile"
    links = (each.get("value", "") for each in invitation.identities if each["kind"] == kind)
    return opening_for(
        network,
        name=invitation.name,
        link=next(links, ""),
        aim="answer",
        subject=gettext("Your note"),
        text=reply,
    )


def _shared(text: str, alike: tuple[Reading, ...]) -> tuple[Piece, ...]:
    """The text with what it has in common with the others of its letter."""
    if not alike or not text:
        return ()
    marker = Marker([text, *(each.invitation.text for each in alike)])
    spans = [
        Span(number, each.start, each.end, "shared")
        for number, each in enumerate(marker.parts_of(text).shared, 1)
    ]
    return tuple(pieces_of(text, spans))


def _earlier(invitation: Invitation) -> tuple[Invitation, ...]:
    """What else passed between the two in the way of invitations, the newest first."""
    rows = Invitation.objects.filter(owner_id=invitation.owner_id).exclude(pk=invitation.pk)
    if invitation.contact_id:
        rows = rows.filter(contact_id=invitation.contact_id)
    elif invitation.name:
        rows = rows.filter(name=invitation.name, contact__isnull=True, is_incoming=True)
    else:
        return ()
    return tuple(rows.order_by("-at")[:_EARLIER_SHOWN])


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
