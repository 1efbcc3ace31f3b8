"""Calendars of public suites, read and held against the suites' own normal forms.

A suite's `.out` files are its truth. What they say of each event (title, place, first day, people)
is found there by the icalendar library, a reader that shares no code with Redleaf's; an event that
this library cannot read in the truth is not counted. Files that are not calendars at all count as
listed when reading them ends in one sentence.
"""

from __future__ import annotations

import datetime as dt
import io
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar

from benchmarks.measure import Measure
from redleaf.contacts import identities
from redleaf.errors import FileError
from redleaf.formats.calendar.components import components
from redleaf.formats.calendar.events import Event, read_event
from redleaf.formats.calendar.reader import read_calendar
from redleaf.formats.limits import DEFAULT_LIMITS

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "ics"
SAMPLE = """BEGIN:VEVENT\r
UID:{n}@example.org\r
DTSTAMP:20260101T000000Z\r
DTSTART;TZID=Europe/Lisbon:20260301T100000\r
DTEND;TZID=Europe/Lisbon:20260301T110000\r
{rule}SUMMARY:Coffee with Ana\r
LOCATION:Porto\r
DESCRIPTION:The map of the old harbour\\, and the list of pilots\r
ORGANIZER;CN=Ben:mailto:ben@example.org\r
ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=Ana Ruiz:mailto:ana{n}@example.org\r
ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=Cleo:mailto:cleo@example.org\r
END:VEVENT\r
"""


def events_of(path: Path) -> list[Event]:
    with path.open("rb") as raw:
        return [read_event(each) for each in components(raw) if each.name == "VEVENT"]


def truth_of(path: Path) -> Iterator[icalendar.Component]:
    """The events of a truth file that the library reads without an error."""
    for calendar in icalendar.Calendar.from_ical(path.read_bytes(), multiple=True):
        for event in calendar.walk("VEVENT"):
            if not event.errors:
                yield event


def fields_of_truth(event: Any) -> tuple[object, ...]:
    start = event.get("DTSTART")
    day = start.dt if start is not None else None
    people = [*_listed(event.get("ATTENDEE")), *_listed(event.get("ORGANIZER"))]
    found = (identities.email(str(each)) for each in people if "@" in str(each))
    return (
        _plain(_text(event, "SUMMARY")),
        _plain(_text(event, "LOCATION")),
        day.date() if isinstance(day, dt.datetime) else day,
        sorted({each.value for each in found if each}),
    )


def fields_read(event: Event) -> tuple[object, ...]:
    return (
        _plain(event.title),
        _plain(event.place),
        event.start.at.date() if event.start else None,
        sorted({each.address for each in event.people if each.address}),
    )


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _text(event: Any, name: str) -> str:
    values = _listed(event.get(name))
    return str(values[0]) if values else ""


def _plain(text: str) -> str:
    return " ".join(text.split())


def measure_truth() -> None:
    right = total = 0
    for truth in sorted(FOLDER.rglob("*.ics.out")):
        if not truth.with_suffix("").exists():
            continue
        try:
            wanted = [fields_of_truth(each) for each in truth_of(truth)]
        except Exception:  # the library stumbles over some of the suite's own normal forms
            wanted = []
        got = [fields_read(each) for each in events_of(truth.with_suffix(""))]
        for each in wanted:
            total += 1
            if each in got:
                right += 1
                got.remove(each)
            elif "-v" in sys.argv:
                print("wrong", truth.name, each, got[:2])
    Measure(
        "calendars, events right", right / max(total, 1), "", 0.99, at_least=True, rows=total
    ).say()


def measure_reading() -> None:
    """Every file through the reader itself: crashes, the slowest, and what was listed."""
    crashes = listed = broken = 0
    slowest = 0.0
    files = sorted(FOLDER.rglob("*.ics"))
    for path in files:
        start = time.process_time()
        try:
            plain = read_calendar(path, DEFAULT_LIMITS, lambda _: None, today="2026-11-23")
            found = bool(plain.get("problems"))
        except FileError:
            found = True
        except Exception as error:
            crashes += 1
            print("crash", path.name, repr(error)[:200])
            continue
        slowest = max(slowest, time.process_time() - start)
        is_broken = _is_broken(path)
        broken += is_broken
        listed += is_broken and found
        if is_broken and not found and "-v" in sys.argv:
            print("not listed", path)
    Measure("calendars, crashes", crashes, "", 0, rows=len(files)).say()
    Measure(
        "calendars, broken ones listed", listed / broken, "", 0.95, at_least=True, rows=broken
    ).say()
    Measure("calendars, slowest file", slowest, "s", 1.0).say()


def _is_broken(path: Path) -> bool:
    """Whether the icalendar library finds an error in the events of a file."""
    try:
        calendars = icalendar.Calendar.from_ical(path.read_bytes(), multiple=True)
    except Exception:
        return not path.read_bytes().startswith((b"\xff\xfe", b"\xfe\xff"))
    names = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", None}
    return any(
        name in names
        for each in calendars
        for event in each.walk("VEVENT")
        for name, _ in event.errors
    )


def measure_speed() -> None:
    for what, rule, count in (
        ("10,000 events", "", 10_000),
        ("10,000 weekly series", "RRULE:FREQ=WEEKLY\r\n", 10_000),
    ):
        times = []
        for share in (0.5, 1.0):
            body = "".join(SAMPLE.format(n=n, rule=rule) for n in range(int(count * share)))
            text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n"
            source = io.BytesIO(text.encode())
            start = time.process_time()
            read_calendar(source, DEFAULT_LIMITS, lambda _: None, today="2026-11-23")
            times.append(time.process_time() - start)
        Measure(f"calendars, {what}", times[1], "s", 10.0).say()
        Measure(f"calendars, {what}: twice as many", times[1] / times[0], "times", 2.6).say()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Measure("calendars, peak memory", peak, "MB", 300.0).say()


if __name__ == "__main__":
    if FOLDER.is_dir():
        measure_truth()
        measure_reading()
    else:
        print("the calendars of public suites are not beside the checkout: ../shared/data")
    measure_speed()
