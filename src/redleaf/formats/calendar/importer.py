"""Calendars (.ics): one file, a folder of them, or a zip as calendar programs export it."""

from __future__ import annotations

from dataclasses import replace

from redleaf.formats.calendar.reader import SUFFIXES, read_calendar
from redleaf.formats.importer import Importer
from redleaf.formats.limits import DEFAULT_LIMITS, MEGABYTE
from redleaf.formats.outside import Outside


def _claims(outside: Outside) -> int:
    text = outside.text[:4_000].lstrip("\ufeff \t\r\n").upper()
    if text.startswith(("BEGIN:VCALENDAR", "BEGIN:VEVENT")):
        return 3
    if any(name.casefold().endswith(SUFFIXES) for name in outside.members):
        others = sum(not name.casefold().endswith(SUFFIXES) for name in outside.members)
        return 2 if others < len(outside.members) / 2 else 1
    if outside.suffix in SUFFIXES and not outside.kind.startswith(("a PDF", "a picture")):
        return 2
    return 1 if "BEGIN:VCALENDAR" in text else 0


IMPORTER = Importer(
    name="calendar",
    title="Calendar (.ics)",
    claims=_claims,
    reader=read_calendar,
    options=frozenset({"today", "mine", "zone"}),
    # A server keeps every event in a file of its own; series are joined when all has been read.
    limits=replace(DEFAULT_LIMITS, entries=20_000, memory_bytes=384 * MEGABYTE),
    suffixes=SUFFIXES,
)
