"""Occasions as one tells them to the user: "at Grain Days", "over coffee last Thursday"."""

from __future__ import annotations

import datetime as dt

from redleaf.notes.brief import Brief, Encounter
from redleaf.writing.days import is_to_come
from redleaf.writing.languages import language_or_english
from redleaf.writing.languages.en.address import formal_name
from redleaf.writing.languages.en.days import day_phrases
from redleaf.writing.languages.en.occasions import read_event, read_place
from redleaf.writing.names import bare_name, can_be_called, given_name, possessive_owners
from redleaf.writing.soundness import LONGEST, sound

_BY_KIND = {
    "conference": "at the conference",
    "talk": "at the talk",
    "class": "in the class",
    "coffee": "over coffee",
    "meal": "over the meal",
    "call": "on the call",
    "online": "online",
    "work": "at work",
}
# A day close enough to be how the user remembers it.
_NEAR = dt.timedelta(days=60)


def called(brief: Brief) -> str:
    """What advice calls the reader, in English whatever they read: "Mira", "Dr. Holt"."""
    name = sound(brief.recipient.name, longest=LONGEST["name"], lines=True)
    given = sound(brief.recipient.given_name, longest=LONGEST["name"], lines=True)
    given = given if can_be_called(given) else ""
    if not can_be_called(bare_name(name)):
        return given or "They"
    if brief.recipient.register == "formal":
        return formal_name(name, given)
    return given_name(name, given)


def occasion_of(met: Encounter, who: str, today: dt.date | None) -> str:
    """Where and when two people met, as it follows "What did you and Bo talk about"; or ""."""
    event = sound(met.event, longest=LONGEST["event"], lines=True)
    found = read_event(event, met.on, ()) if event else None
    if found:
        return found.within.replace(" your ", f" {who}'s ", 1)
    place = sound(met.place, longest=LONGEST["place"], lines=True)
    where = read_place(place, ()) if place else None
    within = where.within.replace(" your ", f" {who}'s ", 1) if where else ""
    return " ".join(filter(None, (_BY_KIND.get(met.kind, ""), within, when_of(met, today))))


def latest(brief: Brief) -> int:
    """The number of the encounter the user remembers best: the last that is not ahead, or -1."""
    past = [
        number for number, met in enumerate(brief.encounters) if not is_to_come(met.on, brief.today)
    ]
    return max(past, key=lambda at: (brief.encounters[at].on or dt.date.min, at), default=-1)


def without_owner(where: str, brief: Brief) -> str:
    """ "at Ana's lecture" as "at the lecture", where Ana is named in the same breath."""
    owners = possessive_owners(brief.recipient.name, brief.recipient.given_name)
    for owner in (*owners, called(brief)):
        where = where.replace(f" {owner}'s ", " the ", 1)
    return where


def are_private(texts: tuple[str, ...], brief: Brief) -> bool:
    """Whether any of these is a matter that a first note leaves out."""
    tongue = language_or_english(brief.recipient.language)
    return any(tongue.is_private(text) for text in texts)


def when_of(met: Encounter, today: dt.date | None) -> str:
    """When two people met, as the user would say it; or ""."""
    if not met.on:
        return ""
    phrases = day_phrases(met.on, today) or ("",)
    # "last Thursday" stands better at the end of a question than "on Thursday".
    is_near = today is not None and today - met.on <= _NEAR
    return phrases[-1] if is_near and phrases[-1].startswith("last") else phrases[0]
