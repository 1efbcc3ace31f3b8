"""People in a line each: name, what they do, how the user knows them and since when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.contacts import contact as record
from redleaf.contacts.recognition import recognition
from redleaf.web.contacts.models import Contact, Encounter, Presence
from redleaf.web.contacts.rows import id_in, rows_by_contact
from redleaf.web.contacts.selectors.glance import (
    LastMet,
    day_in,
    identities_by_contact,
    kept_levels,
    last_met,
    last_wrote,
    moment_in,
    roles_today,
)

# The columns of a contact that a line is made of.
TOLD_IN_LINES = ("name", "headline", "relation", "introduced_by")
_MET = (
    "SELECT p.contact_id, e.kind, e.last, e.id, e.times"
    " FROM contacts_presence AS p JOIN contacts_encounter AS e ON e.id = p.encounter_id"
    " WHERE p.contact_id IN ({ids}) ORDER BY e.last DESC NULLS LAST, e.made_at DESC"
)
_WROTE = (
    "SELECT contact_id, is_sent, at, id FROM contacts_letter"
    " WHERE contact_id IN ({ids}) ORDER BY at DESC NULLS LAST, id"
)

# How an encounter is told in a line that names no event.
MET = {
    "conference": _("met at a conference"),
    "talk": _("met at a talk"),
    "class": _("met in a class"),
    "coffee": _("had coffee"),
    "meal": _("ate together"),
    "call": _("spoke on the phone"),
    "online": _("met online"),
    "work": _("worked together"),
    "neighbour": _("lived side by side"),
    "family": _("family"),
    "introduction": _("were introduced"),
    "other": _("met"),
}

# Events without a name, as a line of the memory calls them.
EVENTS = {
    "a conference": MET["conference"],
    "a talk": MET["talk"],
    "a class": MET["class"],
    "a workshop": _("met at a workshop"),
    "a fair": _("met at a fair"),
    "a meetup": _("met at a meetup"),
    "a dinner": _("met at a dinner"),
    "a party": _("met at a party"),
    "a wedding": _("met at a wedding"),
}


@dataclass(frozen=True, slots=True)
class Met:
    """An encounter as recognition counts it; `id` is that of its row, which tells of `times`."""

    kind: str
    on: dt.date | None
    id: UUID | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Wrote:
    """A letter as recognition counts it; `id` is that of its row."""

    is_sent: bool
    at: dt.datetime | None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person of a list. `how` says how the user knows them, `last` when they last met or wrote.

    `recognition` is how well they would know the user today.
    """

    id: UUID
    name: str
    role: str
    how: str
    last: dt.date | None
    recognition: str

    def to_json(self) -> dict[str, str | None]:
        return {
            "id": str(self.id),
            "name": self.name,
            "role": self.role,
            "how": self.how,
            "last": self.last.isoformat() if self.last else None,
            "recognition": self.recognition,
        }


def lines_of(contacts: Sequence[Contact], today: dt.date) -> list[PersonLine]:
    """The contacts in the order given, in a fixed number of queries."""
    ids = [each.pk for each in contacts]
    roles, identities = roles_today(ids), identities_by_contact(ids)
    met, wrote, levels = last_met(ids, today), last_wrote(ids), levels_of(ids, today)
    return [
        _line(
            _in_short(each, roles.get(each.pk), identities.get(each.pk, ())),
            each.pk, met.get(each.pk), wrote.get(each.pk), levels[each.pk],
        )
        for each in contacts
    ]  # fmt: skip


def levels_of(ids: Sequence[UUID], today: dt.date) -> Mapping[UUID, str]:
    """Recognition by the days that are kept; counted anew for a day of which they do not tell."""
    levels = kept_levels(ids, today) if today >= timezone.localdate() else {}
    left = [each for each in ids if each not in levels]
    if left:
        met, wrote = met_by_contact(left), letters_by_contact(left)
        levels |= {
            each: recognition(met.get(each, []), today, wrote.get(each, [])) for each in left
        }
    return levels


def met_by_contact(ids: Sequence[UUID]) -> Mapping[UUID, list[Met]]:
    """As `encounters_by_contact`, no more than counts: somebody may be met a thousand times."""
    found: dict[UUID, list[Met]] = defaultdict(list)
    for contact_id, kind, last, pk, times in rows_by_contact(_MET, ids):
        found[contact_id].append(Met(kind, day_in(last), id_in(pk), times))
    return found


def encounters_by_contact(ids: Iterable[UUID]) -> Mapping[UUID, list[Encounter]]:
    """The encounters of each contact, the newest first."""
    found: dict[UUID, list[Encounter]] = defaultdict(list)
    presences = (
        Presence.objects.filter(contact_id__in=list(ids))
        .select_related("encounter")
        .order_by("-encounter__last", "-encounter__made_at")
    )
    for each in presences:
        found[each.contact_id].append(each.encounter)
    return found


def letters_by_contact(ids: Sequence[UUID]) -> Mapping[UUID, list[Wrote]]:
    """The letters of each contact, the newest first, those of unknown day last."""
    found: dict[UUID, list[Wrote]] = defaultdict(list)
    for contact_id, is_sent, at, pk in rows_by_contact(_WROTE, ids):
        found[contact_id].append(Wrote(bool(is_sent), moment_in(at), id_in(pk)))
    return found


def role_in_words(role: record.Role) -> str:
    """ "curator, Muzeum Wody"."""
    return ", ".join(filter(None, (role.title, role.organisation)))


class Meeting(Protocol):
    """An encounter, as a row or as a record."""

    @property
    def kind(self) -> str: ...

    @property
    def event(self) -> str: ...

    @property
    def place(self) -> str: ...


def met_in_words(met: Meeting) -> str:
    """ "met at Museums & Web", "had coffee in Turku"."""
    if met.event in EVENTS:
        return str(EVENTS[met.event])
    if met.event:
        return gettext("met at %(event)s") % {"event": met.event}
    told = str(MET.get(met.kind, MET["other"]))
    if not met.place or met.kind == "family":
        return told
    return gettext("%(told)s in %(place)s") % {"told": told, "place": met.place}


def _line(
    of: record.Contact, pk: UUID, met: LastMet | None, wrote: dt.date | None, level: str
) -> PersonLine:
    return PersonLine(
        id=pk,
        name=of.called or gettext("somebody without a name"),
        role=role_in_words(of.role) or of.headline,
        how=_how(of, met, wrote),
        last=met.last if met and met.last else wrote,
        recognition=level,
    )


def _in_short(
    row: Contact, role: record.Role | None, identities: Sequence[record.Identity]
) -> record.Contact:
    """The contact without what no line tells: notes and tags may be many."""
    return record.Contact(
        row.name,
        headline=row.headline,
        relation=row.relation,
        introduced_by=row.introduced_by,
        identities=tuple(identities),
        roles=(role,) if role else (),
    )


def _how(of: record.Contact, newest: LastMet | None, wrote: dt.date | None) -> str:
    if newest:
        return met_in_words(newest)
    if of.relation:
        return of.relation
    if wrote:
        return gettext("wrote each other")
    connected = [each for each in of.identities if each.connected_on]
    if connected and (day := connected[0].connected_on):
        network = NETWORKS.get(connected[0].network, connected[0].network)
        return gettext("connected on %(network)s %(year)s") % {"network": network, "year": day.year}
    return (
        gettext("introduced by %(introduced_by)s") % {"introduced_by": of.introduced_by}
        if of.introduced_by
        else ""
    )


NETWORKS = {
    "linkedin": "LinkedIn",
    "xing": "XING",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "x": "X",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "meetup": "Meetup",
    "email": "e-mail",
}
