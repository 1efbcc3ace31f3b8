"""The day of a meeting is the one on the clock of its own place."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.contacts.encounters import When
from tests.formats.calendar.calendars import calendar, encounter, event, read

MARCH = dt.date(2026, 3, 2)
WARSAW = """BEGIN:VTIMEZONE
TZID:Our own time
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE""".replace("\n", "\r\n")


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART:20260302T100000",
        "DTSTART:20260302T100000Z",
        "DTSTART;TZID=Europe/Berlin:20260302T233000",
        "DTSTART;TZID=Pacific Standard Time:20260302T233000",
        "DTSTART;TZID=Nowhere/Middle:20260302T003000",
        'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20260302T003000',
        "DTSTART;VALUE=DATE:20260302",
        "DTSTART:20260302",
        "DTSTART:2026-03-02T10:00:00+01:00",
    ],
)
def test_it_takes_the_day_as_it_is_written(start: str) -> None:
    assert encounter(start=start).when == When(MARCH, MARCH)


@pytest.mark.parametrize(
    ("head", "zone", "day"),
    [
        ("X-WR-TIMEZONE:Europe/Berlin", "", 3),
        ("X-WR-TIMEZONE:W. Europe Standard Time", "", 3),
        ("X-WR-TIMEZONE:/mozilla.org/20070129_1/Europe/Berlin", "", 3),
        ("X-WR-TIMEZONE:America/New_York", "", 2),
        ("", "Europe/Berlin", 3),
        ("X-WR-TIMEZONE:America/New_York", "Europe/Berlin", 2),
        (WARSAW, "", 3),
        ("X-WR-TIMEZONE:Nowhere/Middle", "", 2),
        ("", "", 2),
    ],
)
def test_it_reads_utc_on_the_clock_of_the_calendar(head: str, zone: str, day: int) -> None:
    text = calendar(event(start="DTSTART:20260302T233000Z"), head=head)
    (met,) = read(text, zone=zone).encounters
    assert met.on == dt.date(2026, 3, day)


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ("DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260303", 2),
        ("DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260305", 4),
        ("DTSTART;VALUE=DATE:20260302", "DURATION:P2D", 3),
        ("DTSTART:20260302T200000", "DTEND:20260303T010000", 2),
        ("DTSTART:20260302T090000", "DTEND:20260304T170000", 4),
        ("DTSTART:20260302T090000", "DTEND:20260304T000000", 3),
        ("DTSTART:20260302T090000", "DURATION:PT1H", 2),
    ],
)
def test_it_knows_the_last_day(start: str, end: str, last: int) -> None:
    assert encounter(end, start=start).when == When(MARCH, dt.date(2026, 3, last))


def test_it_ends_what_is_going_on_with_today() -> None:
    met = encounter("DTEND;VALUE=DATE:20261130", start="DTSTART;VALUE=DATE:20261121")
    assert met.when == When(dt.date(2026, 11, 21), dt.date(2026, 11, 23))
