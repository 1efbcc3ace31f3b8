"""Encounters as a calendar that any program opens, and that Redleaf reads back as they were.

What RFC 5545 has no word for stands in properties that begin with X-REDLEAF. An encounter of which
no day is known becomes a journal entry, the only one that needs none.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator

from redleaf.contacts.contact import Contact
from redleaf.contacts.encounters import Encounter
from redleaf.contacts.plain import to_plain

_FOLD_BYTES = 73
_ONE_DAY = dt.timedelta(days=1)
_CONTROL = re.compile("[\0-\x1f\x7f]")


def write_calendar(
    encounters: Iterable[Encounter], contacts: Iterable[Contact], *, stamp: dt.datetime
) -> str:
    """A calendar of all encounters, with those who were there as attendees.

    `contacts` are looked up by their keys; `stamp` is the moment of writing, aware of its zone.
    """
    known = {contact.key: contact for contact in contacts}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Redleaf//Redleaf//EN"]
    moment = f"{stamp.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    for encounter in encounters:
        lines.extend(_entry(encounter, known, moment))
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines)


def _entry(encounter: Encounter, known: dict[str, Contact], moment: str) -> Iterator[str]:
    kind = "VEVENT" if encounter.when.first else "VJOURNAL"
    people = [known.get(key) or Contact("", key) for key in encounter.people]
    made = [name for name, given in _GIVEN.items() if not given(encounter)]
    yield f"BEGIN:{kind}"
    yield f"UID:{_text(encounter.key or _made_uid(encounter))}"
    yield f"DTSTAMP:{moment}"
    yield f"SUMMARY:{_text(encounter.event or _summary(encounter, people))}"
    yield from _days(encounter)
    yield from _texts(encounter)
    for contact in people:
        yield _attendee(contact)
    if made:
        yield f"X-REDLEAF-MADE:{','.join(made)}"
    yield f"END:{kind}"


# What RFC 5545 wants of every entry, and whether the encounter gives it.
_GIVEN: dict[str, Callable[[Encounter], str]] = {
    "UID": lambda each: each.key,
    "SUMMARY": lambda each: each.event,
}


def _days(encounter: Encounter) -> Iterator[str]:
    """Whole days: an encounter knows no hours. The end is the day after the last one."""
    first = encounter.when.first
    if first is None:
        return
    last = encounter.when.last or first
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}".replace(" ", "0")
    if last < dt.date.max:
        yield f"DTEND;VALUE=DATE:{last + _ONE_DAY:%Y%m%d}".replace(" ", "0")
    yield "TRANSP:TRANSPARENT"


def _texts(encounter: Encounter) -> Iterator[str]:
    pairs = (
        ("LOCATION", encounter.place),
        ("DESCRIPTION", encounter.notes),
        ("X-REDLEAF-KIND", encounter.kind),
        *(("X-REDLEAF-TOPIC", topic) for topic in encounter.topics),
        ("X-REDLEAF-SAID", encounter.said),
        ("X-REDLEAF-INTRODUCED-BY", encounter.introduced_by),
        ("X-REDLEAF-WORDS", encounter.when.words),
        ("X-REDLEAF-TIMES", str(encounter.times) if encounter.times != 1 else ""),
    )
    return (f"{name}:{_text(value)}" for name, value in pairs if value)


def _attendee(contact: Contact) -> str:
    name = f";CN={_param(contact.name)}" if contact.name else ""
    emails = contact.identities_of("email")
    address = f"mailto:{emails[0].value}" if emails else "urn:x-redleaf:no-address"
    return f"ATTENDEE{name};X-REDLEAF-KEY={_param(contact.key)}:{_one_line(address)}"


def _summary(encounter: Encounter, people: list[Contact]) -> str:
    names = [contact.called for contact in people if contact.called]
    kind = "Meeting" if encounter.kind == "other" else encounter.kind.capitalize()
    return f"{kind} with {', '.join(names[:3])}" if names else kind


def _made_uid(encounter: Encounter) -> str:
    told = json.dumps(to_plain(encounter), sort_keys=True)
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@redleaf.invalid"


def _text(value: str) -> str:
    """A TEXT value; control characters, which no calendar may hold, become spaces."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _one_line(escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n"))


def _param(value: str) -> str:
    """A parameter in quotes, with the signs that may not stand there as RFC 6868 has them."""
    escaped = value.replace("^", "^^").replace("\r\n", "\n").replace("\n", "^n").replace('"', "^'")
    return f'"{_one_line(escaped)}"'


def _one_line(value: str) -> str:
    return _CONTROL.sub(" ", value)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, never cut within a letter."""
    if line.isascii():
        starts = range(0, len(line), _FOLD_BYTES)
        return "\r\n ".join(line[at : at + _FOLD_BYTES] for at in starts) + "\r\n"
    pieces, size = [""], 0
    for sign in line:
        width = len(sign.encode("utf-8", "replace"))
        if size + width > _FOLD_BYTES:
            pieces.append("")
            size = 0
        pieces[-1] += sign
        size += width
    return "\r\n ".join(pieces) + "\r\n"
