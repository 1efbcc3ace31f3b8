"""Encounters that Redleaf itself wrote into a calendar: read back as they were."""

from __future__ import annotations

import datetime as dt

from redleaf.contacts.encounters import Encounter, When
from redleaf.formats.calendar.events import Event
from redleaf.formats.calendar.series import Clock
from redleaf.formats.mail.people import Roster
from redleaf.notes.brief import ENCOUNTER_KINDS

_ONE_DAY = dt.timedelta(days=1)


def encounter(event: Event, clock: Clock, roster: Roster) -> Encounter:
    """The encounter that `writer.write_calendar` wrote; the days are those of the event."""
    made = set(_first(event, "MADE").split(","))
    kind = _first(event, "KIND")
    times = _first(event, "TIMES")
    people = [roster.add(each.address, each.name, each.key) for each in event.people]
    return Encounter(
        people=tuple(dict.fromkeys(people)),
        kind=kind if kind in ENCOUNTER_KINDS else "other",
        when=_when(event, clock),
        place=event.place,
        event="" if "SUMMARY" in made else event.title,
        topics=tuple(event.own.get("TOPIC", ())),
        said=_first(event, "SAID"),
        introduced_by=_first(event, "INTRODUCED-BY"),
        notes=event.text,
        times=int(times) if times.isascii() and times.isdigit() and len(times) < 7 else 1,
        key="" if "UID" in made else event.uid,
    )


def _when(event: Event, clock: Clock) -> When:
    words = _first(event, "WORDS")
    if event.start is None:
        return When(words=words)
    first = clock.day(event.start.at, event.start.zone, event.home)
    last = event.end.at.date() - _ONE_DAY if event.end and event.end.is_day else first
    return When(first, max(first, last), words)


def _first(event: Event, name: str) -> str:
    return next(iter(event.own.get(name, ())), "")
