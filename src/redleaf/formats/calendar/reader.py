"""Reading calendars: every file of events, joined to series, made encounters and contacts.

Meetings with other people become encounters, a series one of them. What lies ahead, was cancelled
or declined is left out and counted in a remark.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, Any

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.contacts.harvest import Harvest, Problem
from redleaf.contacts.plain import to_plain
from redleaf.errors import FileError
from redleaf.formats.calendar.components import Component, components
from redleaf.formats.calendar.encounters import Encounters
from redleaf.formats.calendar.events import Event, read_event
from redleaf.formats.calendar.faults import faults_in
from redleaf.formats.calendar.zones import Zones
from redleaf.formats.limits import Limits
from redleaf.formats.members import Members, open_members
from redleaf.formats.names import shown
from redleaf.formats.sniffing import known_kind

SUFFIXES = (".ics", ".ical", ".ifb", ".icalendar", ".vcs")
_MOST_PROBLEMS = 2_000
# Damage here costs nothing: no meeting is written in them.
_NEVER_TAKEN = frozenset({"VTODO", "VJOURNAL", "VALARM", "VFREEBUSY", "VAVAILABILITY"})


def read_calendar(
    source: Path | IO[bytes],
    limits: Limits,
    tell: Callable[[float], None],
    *,
    file: str = "",
    today: str = "",
    mine: Sequence[str] = (),
    zone: str = "",
) -> dict[str, Any]:
    """The Harvest of one calendar, a folder or a zip of them, as plain data; runs in the guard.

    `today` is an ISO day: what comes after it is no encounter. `mine` are the user's own addresses,
    `zone` the IANA name of theirs for calendars that name none. Raises FileError when nothing in
    the source is a calendar.
    """
    members = open_members(source, limits)
    names = _calendars(members)
    calendars = Calendars()
    for done, name in enumerate(names):
        tell(done / len(names) * 0.9)
        _read_member(calendars, members, name, shown(name or file))
    if not calendars.has_any:
        first = next(iter(calendars.problems), Problem("", 0, "there is no event in it."))
        raise FileError(first.what, place="" if members.is_single else first.file)
    return to_plain(calendars.harvest(today=_day(today), mine=mine, zone=zone))


class Calendars:
    """The events of all files, until they are made one harvest."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.events: list[Event] = []
        self.zones = Zones()
        self.names: list[str] = []
        self.has_any = False
        self._other_entries = 0

    def read(self, raw: IO[bytes], file: str) -> None:
        """Take the events of one file. What cannot be read of it becomes problems."""
        waiting: list[Event] = []  # for the end of their calendar, which names the zone
        for component in components(raw):
            self._complain(component, file)
            self._take(component, file, waiting)
        self.events.extend(waiting)

    def harvest(
        self, *, today: dt.date | None, mine: Sequence[str] = (), zone: str = ""
    ) -> Harvest:
        """Encounters and contacts of all that was read."""
        for event in self.events:
            event.home = event.home or zone or self.zones.only_one
        own = [each.value for each in map(identities.email, mine) if each]
        if not own:
            own = [each.value for each in map(_address, self.names) if each]
        made = Encounters(self.events, self.zones, today=today, mine=own)
        found = made.harvest()
        found.problems[:0] = self.problems
        if self._other_entries:
            found.remarks.append(_left_out(self._other_entries))
        return found

    def _take(self, component: Component, file: str, waiting: list[Event]) -> None:
        name = component.name
        if name in ("VCALENDAR", "VEVENT", "VTODO", "VJOURNAL"):
            self.has_any = True
        if name == "VTIMEZONE":
            self.zones.define(component)
        elif name == "VEVENT" or (name == "VJOURNAL" and component.first("X-REDLEAF-KIND")):
            event = read_event(component)
            event.file = file
            if component.inside and component.inside.text("METHOD").upper() == "CANCEL":
                event.status = "CANCELLED"
            waiting.append(event)
        elif name in ("VTODO", "VJOURNAL"):
            self._other_entries += 1
        elif name == "VCALENDAR":
            self._end_calendar(component, waiting)

    def _end_calendar(self, component: Component, waiting: list[Event]) -> None:
        zone = component.text("X-WR-TIMEZONE")
        for event in waiting:
            event.home = event.home or zone
        self.names.append(component.text("X-WR-CALNAME"))
        self.events.extend(waiting)
        waiting.clear()

    def _complain(self, component: Component, file: str) -> None:
        """The first fault of a component; an event's faults are told with the event."""
        if component.name == "VEVENT" or len(self.problems) >= _MOST_PROBLEMS:
            return
        for line, what in islice(faults_in(component), 1):
            where = f"{component.name}: " if component.name else ""
            is_loss = component.name not in _NEVER_TAKEN
            self.problems.append(Problem(file, line, where + what, is_loss))


def _calendars(members: Members) -> list[str]:
    """The names to be read. Raises FileError when nothing can be a calendar."""
    if not members.is_single:
        names = [name for name in members.names if name.casefold().endswith(SUFFIXES)]
        if not names:
            raise FileError("there is no calendar (.ics) in it.")
        return names
    kind = known_kind(members.head)
    if kind and kind != "a calendar":
        raise FileError(f"this is {kind}, not a calendar.")
    return members.names


def _read_member(calendars: Calendars, members: Members, name: str, file: str) -> None:
    try:
        with members.open(name) as raw:
            calendars.read(raw, file)
    except FileError as error:
        if not error.place:
            raise  # a trap: nothing of this archive is to be trusted
        calendars.problems.append(Problem(file, 0, error.what))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise FileError(f"{text[:40]!r} is not a day such as 2026-11-23.") from None


def _address(calendar_name: str) -> Identity | None:
    return identities.email(calendar_name) if " " not in calendar_name.strip() else None


def _left_out(count: int) -> str:
    entries = "1 task or journal entry was" if count == 1 else f"{count:,} tasks or entries were"
    return f"{entries} left out: only events are meetings."
