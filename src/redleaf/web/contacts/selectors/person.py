"""One person with all that is known: what a page and `redleaf people show` tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from redleaf.contacts import contact as record
from redleaf.contacts.recognition import recognition
from redleaf.web.contacts.models import Act, Change, Contact, Encounter, Letter, Promise
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.selectors.lines import Met, encounters_by_contact

_LETTERS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline: an encounter or a letter, with the day it is sorted by."""

    day: dt.date | None
    encounter: Encounter | None = None
    letter: Letter | None = None
    others: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """`row` and `of` are the contact; `timeline` is newest first and leaves out older letters.

    `letters` are all of them, `origins` are the acts that changed the contact, oldest first.
    """

    row: Contact
    of: record.Contact
    timeline: list[Moment]
    letters: list[Letter]
    promises: list[Promise]
    recognition: str
    reason: str
    origins: list[Act]

    @property
    def encounters(self) -> list[Encounter]:
        return [each.encounter for each in self.timeline if each.encounter]

    @property
    def met(self) -> list[Met]:
        return [Met(each.kind, each.last) for each in self.encounters]

    @property
    def open_promises(self) -> list[Promise]:
        return [each for each in self.promises if each.state == "open"]


def person(contact: Contact, today: dt.date) -> Person:
    """All of one contact, in a fixed number of queries."""
    encounters = list(encounters_by_contact([contact.pk]).get(contact.pk, []))
    letters = list(Letter.objects.filter(contact=contact).order_by("-at", "pk"))
    met = [Met(each.kind, each.last) for each in encounters]
    level = recognition(met, today, letters)
    return Person(
        row=contact,
        of=record_of(contact),
        timeline=_timeline(contact, encounters, letters[:_LETTERS_SHOWN]),
        letters=letters,
        promises=list(Promise.objects.filter(contact=contact)),
        recognition=level,
        reason=reason(level, encounters, letters, today),
        origins=_origins(contact),
    )


def reason(
    level: str, encounters: Sequence[Encounter], letters: Sequence[Letter], today: dt.date
) -> str:
    """Why they would know the user so well today, in a sentence or two."""
    past = [each for each in encounters if each.last is None or each.last <= today]
    met = [each for each in past if each.kind != "introduction"]
    told = _met_in_words(level, met, today) if met else (
        "You were introduced and have not met yet." if past else "You have not met yet."
    )  # fmt: skip
    wrote = _wrote_in_words(letters, today)
    return f"{told} {wrote}" if wrote else told


def _met_in_words(level: str, met: Sequence[Encounter], today: dt.date) -> str:
    times = sum(each.times for each in met)
    count = {1: "once", 2: "twice"}.get(times, f"{times} times")
    newest = met[0].last
    if newest is None:
        return f"You met {count}, on a day that is not written down."
    return f"You met {count}, {'' if times == 1 else 'last '}{ago(newest, today)}{_FADES[level]}"


def _wrote_in_words(letters: Sequence[Letter], today: dt.date) -> str:
    if not letters:
        return ""
    days = [each.at.astimezone().date() for each in letters if each.at]
    ways = {each.is_sent for each in letters}
    who = "You wrote each other" if len(ways) == 2 else (
        "You wrote to them" if True in ways else "They wrote to you"
    )  # fmt: skip
    return f"{who}, last {ago(max(days), today)}." if days else f"{who}."


_FADES = {
    "close": ", and that stays.",
    "recent": ".",
    "faded": "; that fades with time.",
    "unknown": ".",
}


def ago(day: dt.date, today: dt.date) -> str:
    """ "today", "yesterday", "12 days ago", "5 months ago", "3 years ago"."""
    days = (today - day).days
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    for size, least, unit in ((365.25, 730, "years"), (30.44, 60, "months"), (7, 21, "weeks")):
        if days >= least:
            return f"{int(days / size)} {unit} ago"
    return f"{days} days ago"


def _timeline(
    contact: Contact, encounters: Sequence[Encounter], letters: Sequence[Letter]
) -> list[Moment]:
    others = _others(contact, encounters)
    moments = [Moment(each.last, each, None, others.get(each.pk, ())) for each in encounters]
    moments += [Moment(each.at.astimezone().date() if each.at else None, None, each)
                for each in letters]  # fmt: skip
    return sorted(moments, key=lambda each: each.day or dt.date.min, reverse=True)


def _others(contact: Contact, encounters: Sequence[Encounter]) -> dict[object, tuple[Contact, ...]]:
    """Who else was there, by the encounter."""
    there: dict[object, tuple[Contact, ...]] = {}
    people = (
        Contact.objects.filter(presences__encounter__in=[each.pk for each in encounters])
        .exclude(pk=contact.pk)
        .order_by("presences__position")
        .values_list("presences__encounter_id", "pk", "name")
    )
    for encounter_id, pk, name in people:
        there[encounter_id] = (*there.get(encounter_id, ()), Contact(pk=pk, name=name))
    return there


def _origins(contact: Contact) -> list[Act]:
    acts = Change.objects.filter(contact_id=contact.pk).values("act_id")
    return list(Act.objects.filter(pk__in=acts, undone_at__isnull=True).order_by("at"))
