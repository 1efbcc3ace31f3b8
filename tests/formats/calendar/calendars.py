"""Calendars as programs write them, of people who do not exist."""

from __future__ import annotations

import io
from typing import Any

from redleaf.contacts.encounters import Encounter
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain
from redleaf.formats.calendar.reader import read_calendar
from redleaf.formats.limits import DEFAULT_LIMITS

TODAY = "2026-11-23"
BEN = "ben@example.org"
ANA = 'ATTENDEE;CN="Ana Ruiz";PARTSTAT=ACCEPTED:mailto:ana@example.org'
CLEO = "ATTENDEE;CN=Cleo Marsh:mailto:cleo@example.org"


def event(
    *lines: str, uid: str = "1", start: str = "DTSTART:20260302T100000", who: str = ANA
) -> str:
    """One event with Ana, unless `who` says otherwise."""
    given = [f"UID:{uid}", start, who, *lines]
    return "\r\n".join(["BEGIN:VEVENT", *filter(None, given), "END:VEVENT"])


def calendar(*parts: str, head: str = "") -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *filter(None, [head])]
    return "\r\n".join([*lines, *parts, "END:VCALENDAR", ""])


def read(source: str | bytes, **options: Any) -> Harvest:
    """What the reader makes of it in this process; the guard has tests of its own."""
    data = source.encode() if isinstance(source, str) else source
    given = {"today": TODAY, "mine": [BEN], **options}
    return from_plain(
        Harvest, read_calendar(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None, **given)
    )


def encounter(*lines: str, head: str = "", **options: Any) -> Encounter:
    """The one encounter of a calendar with one event."""
    found = read(calendar(event(*lines, **options), head=head))
    assert not found.problems
    (only,) = found.encounters
    return only
