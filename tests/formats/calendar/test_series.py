"""A series is one encounter, from the first to the last meeting that has been."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.contacts.encounters import Encounter
from tests.formats.calendar.calendars import CLEO, calendar, encounter, event, read
from tests.patience import patience

MONDAY = "DTSTART;TZID=Europe/Berlin:20260105T100000"


def series(*lines: str, start: str = MONDAY) -> Encounter:
    return encounter(*lines, start=start)


@pytest.mark.parametrize(
    ("rule", "times", "last"),
    [
        ("FREQ=WEEKLY", 47, "2026-11-23"),
        ("FREQ=WEEKLY;COUNT=3", 3, "2026-01-19"),
        ("FREQ=WEEKLY;UNTIL=20260119T090000Z", 3, "2026-01-19"),
        ("FREQ=WEEKLY;UNTIL=20260119T085959Z", 2, "2026-01-12"),
        ("FREQ=WEEKLY;UNTIL=20260119", 3, "2026-01-19"),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3", 3, "2026-02-02"),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", 4, "2026-01-14"),
        ("FREQ=MONTHLY;BYDAY=1MO;COUNT=3", 3, "2026-03-02"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1;COUNT=3", 3, "2026-02-23"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=6", 6, "2026-01-12"),
        ("FREQ=YEARLY", 1, "2026-01-05"),
    ],
)
def test_it_counts_the_meetings_up_to_today(rule: str, times: int, last: str) -> None:
    met = series(f"RRULE:{rule}")
    assert (met.times, met.when.first, met.when.last) == (
        times,
        dt.date(2026, 1, 5),
        dt.date.fromisoformat(last),
    )


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        (["EXDATE;TZID=Europe/Berlin:20260112T100000"], 3),
        (["EXDATE:20260112T090000Z,20260119T090000Z"], 2),
        (["EXDATE;VALUE=DATE:20260112"], 3),
        (["EXDATE;TZID=Europe/Berlin:20260113T100000"], 4),
        (["RDATE;TZID=Europe/Berlin:20260107T100000"], 5),
        (["RDATE;VALUE=PERIOD:20260107T090000Z/PT1H"], 5),
    ],
)
def test_it_knows_days_taken_out_and_added(lines: list[str], times: int) -> None:
    assert series("RRULE:FREQ=WEEKLY;COUNT=4", *lines).times == times


def test_it_counts_a_meeting_that_was_moved_once() -> None:
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20260112T100000",
        CLEO,
        start="DTSTART;TZID=Europe/Berlin:20260114T150000",
    )
    whole = event("RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:Fog council", start=MONDAY)
    (met,) = read(calendar(moved, whole)).encounters
    assert (met.times, met.when.last, met.event) == (2, dt.date(2026, 1, 14), "Fog council")
    assert set(met.people) == {"ana@example.org", "cleo@example.org"}


def test_it_leaves_out_a_meeting_that_was_cancelled() -> None:
    gone = event(
        "RECURRENCE-ID:20260112T090000Z", "STATUS:CANCELLED", start="DTSTART:20260112T090000Z"
    )
    whole = event("RRULE:FREQ=WEEKLY;COUNT=3", start=MONDAY)
    (met,) = read(calendar(whole, gone)).encounters
    assert met.times == 2


def test_it_reads_a_meeting_of_a_series_that_is_not_there() -> None:
    one = event("RECURRENCE-ID:20260112T090000Z", start="DTSTART:20260112T090000Z")
    (met,) = read(calendar(one)).encounters
    assert (met.times, met.on) == (1, dt.date(2026, 1, 12))


def test_it_leaves_out_a_series_that_has_not_begun() -> None:
    found = read(calendar(event("RRULE:FREQ=WEEKLY", start="DTSTART:20270101T100000")))
    assert (found.encounters, len(found.remarks)) == ([], 1)


def test_it_bounds_an_endless_series_by_the_newest_day_in_the_file_when_no_day_is_given() -> None:
    text = calendar(event("RRULE:FREQ=WEEKLY", "DTSTAMP:20260120T000000Z", start=MONDAY))
    assert read(text, today="").encounters[0].times == 3


def test_it_takes_the_newer_of_two_versions() -> None:
    older = event("SUMMARY:Fog", "SEQUENCE:1")
    newer = event("SUMMARY:Mist", "SEQUENCE:2", start="DTSTART:20260303T100000")
    for texts in ([older, newer], [newer, older]):
        (met,) = read(calendar(*texts)).encounters
        assert (met.event, met.on) == ("Mist", dt.date(2026, 3, 3))


def test_it_keeps_events_apart_that_share_a_uid_by_mistake() -> None:
    found = read(calendar(event("SUMMARY:Fog"), event("SUMMARY:Ice", start="DTSTART:20260404")))
    assert [each.event for each in found.encounters] == ["Fog", "Ice"]


def test_it_gives_an_event_without_uid_the_same_key_each_time() -> None:
    text = calendar(event("SUMMARY:Fog", uid="").replace("UID:\r\n", ""))
    first, again = read(text).encounters[0].key, read(text).encounters[0].key
    assert first == again
    assert first.startswith("made:")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MINUTELY;INTERVAL=7",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
        "FREQ=DAILY;UNTIL=99991231T235959Z;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,10,20,30,40,50",
        "FREQ=YEARLY;COUNT=1000000",
    ],
)
def test_it_never_hangs_over_a_rule(rule: str) -> None:
    with patience():
        found = read(calendar(event(f"RRULE:{rule}", start="DTSTART:19000101T000000")), today="")
    assert len(found.encounters) == 1
    if found.encounters[0].times >= 10_000:
        assert "repeats too often" in found.problems[0].what
