"""Encounters and contacts out of the events of a calendar."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Sequence

from redleaf.contacts.contact import Identity
from redleaf.contacts.encounters import Encounter, When
from redleaf.contacts.harvest import Harvest, Problem
from redleaf.formats.calendar import own
from redleaf.formats.calendar.events import Attendee, Event
from redleaf.formats.calendar.kinds import is_meeting_link, kind_of, place_in
from redleaf.formats.calendar.series import MOST_TIMES, Clock, Meetings, latest_day, meetings
from redleaf.formats.calendar.zones import Zones
from redleaf.formats.mail.people import Roster, cleaned_name, is_nobodys

_THINGS = frozenset({"RESOURCE", "ROOM"})
_SELDOM = 3  # in fewer events, an address that is in all of them may be anybody's
_OWN_SHARE = 0.8


class Encounters:
    """What the events of all files give together; `mine` are the user's own addresses."""

    def __init__(
        self, events: Sequence[Event], zones: Zones, *, today: dt.date | None, mine: Sequence[str]
    ) -> None:
        self._events = events
        self._clock = Clock(zones, today, latest_day(events))
        self._guessed = "" if mine else _own_address(events)
        self._mine = frozenset(mine) | ({self._guessed} if self._guessed else set())
        self._roster = Roster()
        self._found = Harvest("calendar")
        self._counts: Counter[str] = Counter()

    def harvest(self) -> Harvest:
        for series in _by_uid(self._events):
            self._add(series)
        self._found.contacts = self._roster.contacts()
        self._found.owner = [Identity("email", each, each) for each in sorted(self._mine)]
        self._found.remarks = [*self._remarks()]
        return self._found

    def _add(self, events: list[Event]) -> None:
        for event in events:
            if event.faults or event.oddities:
                self._found.problems.append(_problem(event))
        if events[0].is_ours:
            self._found.encounters.append(own.encounter(events[0], self._clock, self._roster))
            return
        found = meetings(events, self._clock)
        if found.is_cut:
            self._found.problems.append(_cut(events[0]))
        if not found.by:
            self._counts[_why_none(events, found)] += 1
            return
        self._add_met(events, found)

    def _add_met(self, events: list[Event], found: Meetings) -> None:
        telling = found.by or []
        if self._is_declined(telling):
            self._counts["declined"] += 1
            return
        people = self._people(telling)
        if people:
            self._found.encounters.append(_encounter(events, found, people))
        else:
            self._counts["alone"] += 1

    def _people(self, events: list[Event]) -> tuple[str, ...]:
        """The keys of those who were there; each once, in the order of the calendar."""
        keys: dict[str, None] = {}
        seen: dict[str, None] = {}
        for event in events:
            for each in event.people:
                mark = each.key or each.address or each.name
                if mark in seen or not self._is_company(each):
                    continue
                seen[mark] = None
                name = cleaned_name(each.name, each.address)
                keys[self._roster.add(each.address, name, each.key)] = None
        return tuple(keys)

    def _is_company(self, person: Attendee) -> bool:
        """Whether they are a person beside the user who did not say that they stay away."""
        if person.address in self._mine or person.type in _THINGS or person.status == "DECLINED":
            return False
        name = cleaned_name(person.name, person.address)
        if not person.address:
            return bool(name)
        return not is_nobodys(person.address, name)

    def _is_declined(self, events: list[Event]) -> bool:
        """Whether the user said no to all of them."""
        return all(
            any(each.address in self._mine and each.status == "DECLINED" for each in event.people)
            for event in events
        )

    def _remarks(self) -> list[str]:
        remarks = [
            _counted(self._counts[reason], sentence)
            for reason, sentence in _REASONS.items()
            if self._counts[reason]
        ]
        if self._guessed:
            remarks.append(f"{self._guessed} is in nearly all events and was taken for yours.")
        return remarks


_REASONS = {
    "alone": "{} that name nobody else {} left out: an encounter needs somebody.",
    "ahead": "{} that {} still to come were left out; import the calendar again after them.",
    "cancelled": "{} that {} cancelled were left out.",
    "declined": "{} that you declined {} left out.",
}


def _counted(count: int, sentence: str) -> str:
    events, were = ("1 event", "was") if count == 1 else (f"{count:,} events", "were")
    if sentence is _REASONS["ahead"]:
        were = "is" if count == 1 else "are"
    text = sentence.format(events, were)
    if count == 1:
        text = text.replace("that name ", "that names ").replace(" were left", " was left")
        text = text.replace("after them", "after it")
    return text


def _own_address(events: Sequence[Event]) -> str:
    """The one address that is in nearly all events with people, where there is one."""
    counts: Counter[str] = Counter()
    peopled = 0
    for event in events:
        addresses = {each.address for each in event.people if each.address}
        peopled += bool(addresses)
        counts.update(addresses)
    ranked = [*counts.most_common(2), ("", 0)]
    address, count = ranked[0]
    is_clear = count >= max(_SELDOM, peopled * _OWN_SHARE) and count > ranked[1][1]
    return address if is_clear else ""


def _by_uid(events: Sequence[Event]) -> list[list[Event]]:
    """The events that belong together, in the order of the file; a newer version replaces an older.

    Some programs give one UID to all their events: those that are not alike stay apart.
    """
    groups: dict[tuple[str, ...], dict[object, Event]] = {}
    for event in events:
        at = event.start.at if event.start else None
        if not event.uid:
            groups[("", str(len(groups)))] = {None: event}
            continue
        group = groups.setdefault((event.uid,), {})
        which = event.instance.at if event.instance else None
        known = group.get(which)
        if known and not which and known.sequence == event.sequence and known.title != event.title:
            groups.setdefault((event.uid, event.title, str(at)), {})[None] = event
        elif known is None or event.sequence >= known.sequence:
            group[which] = event
    # The series itself comes before those of its days that differ.
    return [
        sorted(group.values(), key=lambda event: event.instance is not None)
        for group in groups.values()
    ]


def _why_none(events: list[Event], found: Meetings) -> str:
    if found.ahead:
        return "ahead"
    if any(event.status == "CANCELLED" for event in events):
        return "cancelled"
    return "none"


def _encounter(events: list[Event], found: Meetings, people: tuple[str, ...]) -> Encounter:
    event = events[0]
    place, is_online = place_in(event.place)
    is_online = is_online or (not place and is_meeting_link(event.links))
    return Encounter(
        people=people,
        kind=kind_of(event.title, is_online=is_online),
        when=When(found.first, found.last),
        place=place,
        event=" ".join(event.title.split()),
        notes=event.text,
        times=found.times,
        key=event.uid or _made_key(event),
    )


def _made_key(event: Event) -> str:
    """A lasting name for an event without one, so that it is known when it is read again."""
    told = "\n".join((event.title, str(event.start), *(each.address for each in event.people)))
    return "made:" + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def _problem(event: Event) -> Problem:
    if not event.faults:
        line, what = event.oddities[0]
        return Problem(event.file, line, f"this event was read whole, but {what}", is_loss=False)
    line, what = event.faults[0]
    more = len(event.faults) - 1
    is_lost = event.start is None and not event.is_ours
    outcome = "this event was left out" if is_lost else "this event was read, but in part"
    others = f" ({more} more in it.)" if more else ""
    return Problem(event.file, line, f"{outcome}: {what}{others}")


def _cut(event: Event) -> Problem:
    what = f"this repeats too often; only its first {MOST_TIMES:,} times at most were counted."
    return Problem(event.file, event.line, what)
