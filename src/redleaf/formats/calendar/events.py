"""Events of a calendar as plain records, each with what is wrong in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from redleaf.contacts import identities
from redleaf.formats.calendar.components import Component
from redleaf.formats.calendar.descriptions import shortened
from redleaf.formats.calendar.lines import Line
from redleaf.formats.calendar.moments import Moment, read_duration, read_moment
from redleaf.formats.calendar.rules import Rule, read_rule

_MOST_DATES = 5_000
_MOST_PEOPLE = 500
_LONGEST_ADDRESS = 600
_LINKS = ("URL", "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of an event. `status` and `type` are PARTSTAT and CUTYPE in capitals."""

    name: str
    address: str = ""
    key: str = ""
    status: str = ""
    type: str = ""
    is_organizer: bool = False


@dataclass(slots=True)
class Event:
    """A VEVENT, or an encounter of our own writing. `faults` are line and reason; `oddities` too,
    but of what was read all the same.

    `end` is exclusive. `own` holds the X-REDLEAF properties by their names' rest.
    """

    line: int
    uid: str = ""
    title: str = ""
    place: str = ""
    text: str = ""
    start: Moment | None = None
    end: Moment | None = None
    length: dt.timedelta | None = None
    rule: Rule | None = None
    added: list[Moment] = field(default_factory=list)
    left_out: list[Moment] = field(default_factory=list)
    instance: Moment | None = None
    status: str = ""
    sequence: int = 0
    people: list[Attendee] = field(default_factory=list)
    links: str = ""
    stamp: Moment | None = None
    own: dict[str, list[str]] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)
    oddities: list[tuple[int, str]] = field(default_factory=list)
    home: str = ""
    file: str = ""

    @property
    def is_ours(self) -> bool:
        return "KIND" in self.own


def read_event(component: Component) -> Event:
    """The event that a component writes; what cannot be read of it is among its faults."""
    event = Event(component.line, faults=list(component.faults))
    for line in component.lines:
        read = _READERS.get(line.name)
        if read:
            _try(event, line, read)
        elif line.name.startswith("X-REDLEAF-"):
            event.own.setdefault(line.name[10:], []).append(line.text)
    if event.start is None and not event.is_ours and not _has_fault_of(event, "begins"):
        event.faults.append((component.line, "it does not say when it begins."))
    if event.start and event.end and event.end.at < event.start.at and _share_clock(event):
        event.faults.append((component.line, "it ends before it begins."))
    if not event.is_ours:
        event.text = shortened(event.text)
    return event


def _has_fault_of(event: Event, word: str) -> bool:
    return any(word in what for _, what in event.faults)


def _share_clock(event: Event) -> bool:
    return event.start is not None and event.end is not None and event.start.zone == event.end.zone


def _try(event: Event, line: Line, read: Callable[[Event, Line], None]) -> None:
    try:
        read(event, line)
    except (ValueError, OverflowError):
        what = _WRONG.get(line.name, f"its {line.name} cannot be read.")
        event.faults.append((line.number, what))


_WRONG = {
    "DTSTART": "the day on which it begins cannot be read.",
    "DTEND": "the day on which it ends cannot be read.",
    "DURATION": "how long it takes cannot be read.",
    "RRULE": "how often it repeats cannot be read.",
    "RDATE": "a day that was added to it cannot be read.",
    "EXDATE": "a day that was taken out of it cannot be read.",
    "RECURRENCE-ID": "which one of a series it is cannot be read.",
}


def _moment(line: Line, value: str | None = None) -> Moment:
    written = line.value if value is None else value
    first, _, rest = written.partition("/")  # a period: its beginning counts
    if "/" in rest:
        raise ValueError(written)
    return read_moment(first, line.params.get("TZID", "").strip())


def _moments(line: Line) -> Iterable[Moment]:
    return [_moment(line, each) for each in line.value.split(",")[:_MOST_DATES]]


def _start(event: Event, line: Line) -> None:
    event.start = _moment(line)


def _end(event: Event, line: Line) -> None:
    event.end = _moment(line)


def _length(event: Event, line: Line) -> None:
    event.length = read_duration(line.value)


def _rule(event: Event, line: Line) -> None:
    event.rule = read_rule(line.value, line.params.get("TZID", ""))
    if " " in line.value.strip():
        event.oddities.append((line.number, "its rule of repeating holds blanks."))


def _added(event: Event, line: Line) -> None:
    event.added.extend(_moments(line))


def _left_out(event: Event, line: Line) -> None:
    event.left_out.extend(_moments(line))


def _instance(event: Event, line: Line) -> None:
    event.instance = _moment(line)


def _sequence(event: Event, line: Line) -> None:
    event.sequence = int(line.value.strip() or 0) if len(line.value) < 12 else 0


def _person(event: Event, line: Line) -> None:
    if len(event.people) >= _MOST_PEOPLE:
        return
    params = line.params
    address = _address(line)
    name = params.get("CN", "").strip()
    if not name and not address and "@" not in line.value:
        name = _bare_name(line)
    event.people.append(
        Attendee(
            name=" ".join(name.split()),
            address=address,
            key=params.get("X-REDLEAF-KEY", ""),
            status=params.get("PARTSTAT", params.get("STATUS", "")).upper(),
            type=params.get("CUTYPE", "").upper(),
            is_organizer=line.name == "ORGANIZER",
        )
    )


def _address(line: Line) -> str:
    """The e-mail address: of the mailto link, of EMAIL (Apple), or in "Name <address>" (1.0)."""
    for written in (line.value, line.params.get("EMAIL", "")):
        text = written.strip()[:_LONGEST_ADDRESS]
        text = text[7:] if text[:7].lower() == "mailto:" else text
        found = identities.email(text.replace("\\", "")) if "@" in text else None
        if found and "://" not in text:
            return found.value
    return ""


def _bare_name(line: Line) -> str:
    """A name that stands where the address should be; a link or a number is none."""
    text = line.text.strip()
    text = text[7:] if text[:7].lower() == "mailto:" else text
    return "" if ":" in text or "/" in text or not any(map(str.isalpha, text)) else text[:200]


def _text_into(name: str) -> Callable[[Event, Line], None]:
    def read(event: Event, line: Line) -> None:
        if not getattr(event, name):
            setattr(event, name, line.text.strip())

    return read


def _stamp(event: Event, line: Line) -> None:
    """When it was written or changed last."""
    moment = _moment(line)
    event.stamp = max(event.stamp or moment, moment, key=lambda each: each.at)


def _status(event: Event, line: Line) -> None:
    event.status = line.value.strip().upper()


def _link(event: Event, line: Line) -> None:
    event.links += " " + line.value[:2_000]


_READERS: dict[str, Callable[[Event, Line], None]] = {
    "UID": _text_into("uid"),
    "SUMMARY": _text_into("title"),
    "LOCATION": _text_into("place"),
    "DESCRIPTION": _text_into("text"),
    "DTSTART": _start,
    "DTEND": _end,
    "DURATION": _length,
    "RRULE": _rule,
    "RDATE": _added,
    "EXDATE": _left_out,
    "RECURRENCE-ID": _instance,
    "STATUS": _status,
    "DTSTAMP": _stamp,
    "CREATED": _stamp,
    "LAST-MODIFIED": _stamp,
    "SEQUENCE": _sequence,
    "ATTENDEE": _person,
    "ORGANIZER": _person,
    **dict.fromkeys(_LINKS, _link),
}
