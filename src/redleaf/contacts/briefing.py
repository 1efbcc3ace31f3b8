"""Briefing: from what is remembered of somebody to the brief of one note to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from redleaf.contacts.contact import Contact
from redleaf.contacts.encounters import Encounter, Letter, Promise
from redleaf.contacts.guessing import guessed_parts
from redleaf.contacts.recognition import memory, recognition
from redleaf.errors import BriefError
from redleaf.notes import brief

# What tells most in a note, in the measure of `memory`, where one conference chat of today is 1.
_OF_A_TOPIC = 1.5
_OF_A_QUOTATION = 1.5
_OF_AN_OCCASION = 0.8
_OF_A_PLACE = 0.3


def brief_for(
    contact: Contact,
    encounters: Sequence[Encounter],
    promises: Iterable[Promise] = (),
    *,
    sender: brief.Sender,
    network: str,
    today: dt.date | None,
    aim: str = "connect",
    letters: Sequence[Letter] = (),
    noticed: Sequence[brief.Noticed] = (),
    shared: Sequence[str] = (),
    mutual: Sequence[str] = (),
    history: Sequence[str] = (),
    limit: int | None = None,
    sent_this_month: int | None = None,
) -> brief.Brief:
    """The brief of a note to `contact`, from what was between the user and them.

    `encounters`, `promises` and `letters` are those with this contact; the most telling encounter
    stands first, those still to come are left out, and only open promises are taken. `mutual` are
    names of people both know. Raises BriefError where the contact has no name to write to.
    """
    if not contact.name.strip():
        raise BriefError("who is the note for? Give the contact a name.", place="name")
    past = [each for each in encounters if not _is_to_come(each, today)]
    return brief.Brief(
        recipient=_recipient(contact),
        sender=sender,
        today=today,
        network=network,
        limit=limit,
        aim=aim,
        recognition=recognition(past, today, letters),
        encounters=tuple(each.for_brief() for each in _by_what_they_tell(past, today)),
        noticed=tuple(noticed),
        shared=tuple(shared),
        mutual=tuple(mutual),
        promises=tuple(each.text for each in promises if each.state == "open"),
        history=tuple(history),
        sent_this_month=sent_this_month,
    )


def _recipient(contact: Contact) -> brief.Recipient:
    role = contact.role
    return brief.Recipient(
        name=contact.name,
        given_name=contact.parts.given or guessed_parts(contact.name, contact.language).given,
        company=role.organisation,
        role=role.title,
        language=contact.language.partition("-")[0].lower() or "en",
        register=contact.register or "peer",
    )


def _is_to_come(encounter: Encounter, today: dt.date | None) -> bool:
    first = encounter.when.first
    return bool(today and first and first > today)


def _by_what_they_tell(encounters: Sequence[Encounter], today: dt.date | None) -> list[Encounter]:
    return sorted(encounters, key=lambda each: -_telling(each, today))


def _telling(encounter: Encounter, today: dt.date | None) -> float:
    """How much a note can make of an encounter: what was said in it, and how fresh it is."""
    return (
        memory([encounter], today)
        + _OF_A_TOPIC * bool(encounter.topics)
        + _OF_A_QUOTATION * bool(encounter.said)
        + _OF_AN_OCCASION * bool(encounter.event)
        + _OF_A_PLACE * bool(encounter.place)
    )
