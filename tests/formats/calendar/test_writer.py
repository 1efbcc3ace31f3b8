"""What is written as a calendar is a calendar for others, and comes back as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.contacts.contact import Contact, Identity
from redleaf.contacts.encounters import Encounter, When
from redleaf.formats.calendar import write_calendar
from redleaf.notes.brief import ENCOUNTER_KINDS
from tests.formats.calendar.calendars import read

STAMP = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
ANA = Contact("Ana Ruiz", "7", identities=(Identity("email", "ana@example.org"),))
CLEO = Contact('Cleo "Fog" Marsh; of: Arles', "8")
MET = Encounter(
    people=("7", "8"),
    kind="coffee",
    when=When(dt.date(2026, 3, 2), dt.date(2026, 3, 3)),
    place="Fish market, Porto; upstairs",
    event="Harbour days",
    topics=("fog horns", "pilots, and their lists"),
    said="nobody tests\nwith the rain on",
    introduced_by="Dora",
    notes="Bring the map\n\n\\ and the list",
    times=4,
    key="uid-1",
)


def written(*encounters: Encounter) -> str:
    return write_calendar(encounters, [ANA, CLEO], stamp=STAMP)


def test_it_comes_back_as_it_was() -> None:
    found = read(written(MET), mine=["7"])
    assert (found.encounters, found.problems) == ([MET], [])
    assert [(each.key, each.name) for each in found.contacts] == [("7", ANA.name), ("8", CLEO.name)]


def test_it_comes_back_without_a_day_or_a_key_or_people() -> None:
    bare = [
        Encounter(people=(), when=When(words="spring 1977"), key="a"),
        Encounter(people=("7",), when=When(dt.date(2026, 3, 2), dt.date(2026, 3, 2))),
        Encounter(people=("8",)),
    ]
    assert read(written(*bare)).encounters == bare


def test_other_programs_can_read_it() -> None:
    calendar: Any = icalendar.Calendar.from_ical(written(MET, replace(MET, key="", event="")))
    first, second = calendar.walk("VEVENT")
    assert not first.errors
    assert (str(first["SUMMARY"]), str(first["LOCATION"])) == (MET.event, MET.place)
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (dt.date(2026, 3, 2), dt.date(2026, 3, 4))
    assert 'CN="Ana Ruiz"' in written(MET)
    assert str(second["SUMMARY"]) == f"Coffee with Ana Ruiz, {CLEO.name}"


def test_no_line_is_longer_than_a_calendar_may_have() -> None:
    text = written(replace(MET, notes="Übung mit Fähre 🚢 " * 200))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert text.endswith("END:VCALENDAR\r\n")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60).map(
    str.strip
)
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2026, 11, 23))
ENCOUNTERS = st.builds(
    Encounter,
    people=st.sampled_from([(), ("7",), ("8", "7")]),
    kind=st.sampled_from(ENCOUNTER_KINDS),
    when=st.one_of(
        st.builds(
            lambda first, more: When(first, first + dt.timedelta(more)), DAYS, st.integers(0, 9)
        ),
        st.builds(When, words=TEXT),
    ),
    place=TEXT,
    event=TEXT,
    topics=st.lists(TEXT.filter(bool), max_size=3).map(tuple),
    said=TEXT,
    introduced_by=TEXT,
    notes=TEXT,
    times=st.integers(1, 999),
    key=TEXT,
)


@settings(max_examples=80, deadline=None)
@given(ENCOUNTERS)
def test_any_encounter_comes_back(met: Encounter) -> None:
    assert read(written(met)).encounters == [met]
