"""What `benchmarks.fuzz` needs for calendars: events, series and zones, whole and broken."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from redleaf.formats.calendar.reader import read_calendar
from redleaf.formats.limits import DEFAULT_LIMITS

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "contacts" / "ics"
_HEAD_BYTES = 12_000
_INVENTED = (
    """BEGIN:VCALENDAR\r
VERSION:2.0\r
X-WR-TIMEZONE:Europe/Lisbon\r
BEGIN:VTIMEZONE\r
TZID:Our time\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:1\r
SUMMARY:Coffee with Ana\r
DTSTART;TZID=Our time:20260105T100000\r
DURATION:PT1H\r
RRULE:FREQ=WEEKLY;UNTIL=20260301T100000Z\r
EXDATE:20260112T090000Z\r
ATTENDEE;CN="Ana Ruiz";PARTSTAT=ACCEPTED:mailto:ana@example.org\r
DESCRIPTION:Bring the map\\n<b>____________</b>\\nhttps://zoom.us/j/1\r
END:VEVENT\r
BEGIN:VJOURNAL\r
UID:2\r
X-REDLEAF-KIND:call\r
X-REDLEAF-WORDS:spring 1977\r
ATTENDEE;X-REDLEAF-KEY=7:urn:x-redleaf:no-address\r
END:VJOURNAL\r
END:VCALENDAR\r
""",
)
PIECES = (
    b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VTIMEZONE\r\n", b"RRULE:FREQ=SECONDLY\r\n",
    b"RRULE:FREQ=YEARLY;BYSETPOS=-1;BYDAY=1MO\r\n", b"DTSTART:00010101T000000Z\r\n",
    b"DTSTART:99991231T235959\r\n", b"EXDATE;TZID=W. Europe Standard Time:20200101T000000\r\n",
    b"RECURRENCE-ID:20200101\r\n", b'ATTENDEE;CN="A:mailto:x@example.org\r\n', b"\r\n ",
    b"DURATION:P99999W\r\n", b"X-REDLEAF-KIND:call\r\n", b"UID:1\r\n", b"FREQ=DAILY;COUNT=999999",
    b"X-WR-TIMEZONE:Asia/Tokyo\r\n", b"LOCATION:https://zoom.us/j/1\r\n", b"BYWEEKNO=53;",
    b";ENCODING=QUOTED-PRINTABLE:=\r\n", b"TZID=(UTC+99:99)",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    for text in _INVENTED:
        yield text.encode()
        yield text.encode("utf-16")
    for path in sorted(FOLDER.rglob("*.ics")):
        yield path.read_bytes()[:_HEAD_BYTES]


def read(data: bytes) -> object:
    read_calendar(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None)
    return read_calendar(
        io.BytesIO(data), DEFAULT_LIMITS, lambda _: None, today="2026-11-23", zone="Europe/Berlin"
    )
