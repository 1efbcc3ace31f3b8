"""One person with all that is known: what a page and `redleaf people show` tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.contacts import contact as record
from redleaf.contacts.recognition import recognition
from redleaf.web.contacts.models import Act, Change, Contact, Encounter, Letter, Picture, Promise
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.selectors.lines import Met, Wrote, letters_by_contact, met_by_contact
from redleaf.web.contacts.selectors.pictures import pictures_of

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
    """`row` and `of` are the contact; `timeline` is newest first and may leave out what is older.

    `met` and `letters` are all that was between the two, as recognition counts it; `origins` are
    the acts that changed the contact, oldest first.
    """

    row: Contact
    of: record.Contact
    timeline: list[Moment]
    met: list[Met]
    letters: list[Wrote]
    promises: list[Promise]
    recognition: str
    reason: str
    origins: list[Act]
    pictures: list[Picture]

    @property
    def encounters(self) -> list[Encounter]:
        return [each.encounter for each in self.timeline if each.encounter]

    @property
    def older(self) -> int:
        """How many encounters and letters the timeline leaves out."""
        return len(self.met) + len(self.letters) - len(self.timeline)

    @property
    def since(self) -> dt.date | None:
        """The first day that is known of anything between the two."""
        days = [each.on for each in self.met if each.on]
        return min([*days, *(each.at.date() for each in self.letters if each.at)], default=None)

    @property
    def open_promises(self) -> list[Promise]:
        return [each for each in self.promises if each.state == "open"]


def person(
    contact: Contact, today: dt.date, *, most: int | None = None, letters: int = _LETTERS_SHOWN
) -> Person:
    """All of one contact, in a fixed number of queries.

    The timeline holds the newest `most` entries, among them the newest `letters` at most; of the
    rest no more is read than recognition counts: somebody may be met a thousand times.
    """
    met = met_by_contact([contact.pk]).get(contact.pk, [])
    wrote = letters_by_contact([contact.pk]).get(contact.pk, [])
    level = recognition(met, today, wrote)
    return Person(
        row=contact,
        of=record_of(contact),
        timeline=_timeline(contact, met, wrote[:letters], most),
        met=met,
        letters=wrote,
        promises=list(Promise.objects.filter(contact=contact)),
        recognition=level,
        reason=reason(level, met, wrote, today),
        origins=_origins(contact),
        pictures=pictures_of(contact.pk),
    )


def reason(
    level: str,
    met: Sequence[Met],
    letters: Sequence[Wrote],
    today: dt.date,
) -> str:
    """Why they would know the user so well today, in a sentence or two."""
    past = [each for each in met if each.on is None or each.on <= today]
    in_person = [each for each in past if each.kind != "introduction"]
    told = gettext("You were introduced and have not met yet.")
    if in_person:
        told = _met_in_words(level, in_person, today)
    elif not past:
        told = gettext("You have not met yet.")
    wrote = _wrote_in_words(letters, today)
    return f"{told} {wrote}" if wrote else told


def _met_in_words(level: str, met: Sequence[Met], today: dt.date) -> str:
    often = sum(each.times for each in met)
    count = {1: gettext("once"), 2: gettext("twice")}.get(
        often, gettext("%(n)s times") % {"n": often}
    )
    newest = met[0].on
    if newest is None:
        return gettext("You met %(count)s, on a day that is not written down.") % {"count": count}
    words = gettext("You met once, %(when)s")
    if often != 1:
        words = gettext("You met %(count)s, last %(when)s")
    return words % {"count": count, "when": ago(newest, today)} + str(_FADES[level])


def _wrote_in_words(letters: Sequence[Wrote], today: dt.date) -> str:
    if not letters:
        return ""
    days = [each.at.astimezone().date() for each in letters if each.at]
    ways = {each.is_sent for each in letters}
    who = gettext("You wrote each other") if len(ways) == 2 else (
        gettext("You wrote to them") if True in ways else gettext("They wrote to you")
    )  # fmt: skip
    if not days:
        return f"{who}."
    return gettext("%(who)s, last %(when)s.") % {"who": who, "when": ago(max(days), today)}


_FADES = {
    "close": _(", and that stays."),
    "recent": ".",
    "faded": _("; that fades with time."),
    "unknown": ".",
}


# Days of one, from how many days on it is told, and how.
_SPANS = (
    (365.25, 730, _("%(n)s years ago")),
    (30.44, 60, _("%(n)s months ago")),
    (7, 21, _("%(n)s weeks ago")),
)


def ago(day: dt.date, today: dt.date) -> str:
    """ "today", "yesterday", "12 days ago", "5 months ago", "3 years ago"."""
    days = (today - day).days
    if days <= 1:
        return gettext("today") if days <= 0 else gettext("yesterday")
    for size, least, words in _SPANS:
        if days >= least:
            return str(words) % {"n": int(days / size)}
    return gettext("%(n)s days ago") % {"n": days}


def _timeline(
    contact: Contact, met: Sequence[Met], letters: Sequence[Wrote], most: int | None
) -> list[Moment]:
    entries: list[tuple[dt.date | None, Met | Wrote]] = [(each.on, each) for each in met]
    entries += [(each.at.astimezone().date() if each.at else None, each) for each in letters]
    entries.sort(key=lambda entry: entry[0] or dt.date.min, reverse=True)
    shown = [each for _, each in entries[:most]]
    encounters = Encounter.objects.in_bulk([each.id for each in shown if isinstance(each, Met)])
    written = Letter.objects.in_bulk([each.id for each in shown if isinstance(each, Wrote)])
    others = _others(contact, encounters.values())
    return [
        Moment(day, encounters[each.id], None, others.get(each.id, ()))
        if isinstance(each, Met)
        else Moment(day, None, written[each.id])
        for day, each in entries[:most]
    ]


def _others(contact: Contact, encounters: Iterable[Encounter]) -> dict[object, tuple[Contact, ...]]:
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
