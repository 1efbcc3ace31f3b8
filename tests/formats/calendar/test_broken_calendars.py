"""What cannot be read is listed with its line, and everything else is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.errors import FileError
from tests.formats.calendar.calendars import calendar, event, read
from tests.patience import patience

GOOD = event(uid="good")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("DTEND:tomorrow", "the day on which it ends cannot be read."),
        ("DURATION:PT1W", "how long it takes cannot be read."),
        ("DURATION:P999999999999999999W", "how long it takes cannot be read."),
        ("RRULE:FREQ=FORTNIGHTLY", "how often it repeats cannot be read."),
        ("EXDATE:", "a day that was taken out of it cannot be read."),
        ("RDATE:20131210Z", "a day that was added to it cannot be read."),
        ("RECURRENCE-ID:last week", "which one of a series it is cannot be read."),
        ("DTSTAMP:2006717T080000Z", "its DTSTAMP cannot be read."),
        ("a line that was folded without its space", "a line of it is not a line of a calendar."),
        ("DTEND:20260301T100000", "it ends before it begins."),
    ],
)
def test_it_reads_the_rest_of_an_event(line: str, what: str) -> None:
    found = read(calendar(event(line, uid="bad"), GOOD))
    assert [each.key for each in found.encounters] == ["bad", "good"]
    (problem,) = found.problems
    assert problem.what == f"this event was read, but in part: {what}"
    assert 4 <= problem.line <= 8


def test_it_tells_of_blanks_in_a_series_that_it_read() -> None:
    rule = "RRULE:FREQ=DAILY;COUNT=3;BYDAY=MO, TU,WE"
    found = read(calendar(event(rule, uid="odd"), GOOD))
    assert [(each.key, each.times) for each in found.encounters] == [("odd", 3), ("good", 1)]
    (problem,) = found.problems
    assert problem.what == "this event was read whole, but its rule of repeating holds blanks."
    assert not problem.is_loss
    assert not read(calendar(event(rule.replace(" ", "") + " "))).problems


def test_it_lists_damage_in_a_task_as_no_loss() -> None:
    task = "BEGIN:VTODO\r\nDUE:soon\r\nEND:VTODO"
    assert [each.is_loss for each in read(calendar(task, GOOD)).problems] == [False]


@pytest.mark.parametrize(
    "start", ["DTSTART:tomorrow", "DTSTART:20260230", "DTSTART:", "X-START:20260302"]
)
def test_it_leaves_out_an_event_whose_beginning_is_unknown(start: str) -> None:
    found = read(calendar(event(uid="bad", start=start), GOOD))
    assert [each.key for each in found.encounters] == ["good"]
    (problem,) = found.problems
    assert problem.what.startswith("this event was left out: ")
    assert problem.line


@pytest.mark.parametrize("name", ["SUMMARY", "LOCATION", "DESCRIPTION"])
@pytest.mark.parametrize("piece", ["a", "-", "a.", "http://", "zoom.us ", "1 "])
def test_a_long_text_is_read_to_its_end(name: str, piece: str) -> None:
    text = piece * (19_000 // len(piece))
    with patience():
        assert read(calendar(event(f"{name}:{text}x", uid="long"))).encounters


def test_it_names_one_problem_an_event() -> None:
    (problem,) = read(calendar(event("DTEND:x", "RRULE:x", "EXDATE:x"))).problems
    assert problem.what.endswith("(2 more in it.)")


def test_it_reads_an_event_that_was_cut_off() -> None:
    text = calendar(GOOD, event(uid="cut"))
    found = read(text[: text.rindex("END:VEVENT")])
    assert [each.key for each in found.encounters] == ["good", "cut"]
    assert [each.what for each in found.problems] == [
        "VCALENDAR: there is no END:VCALENDAR.",
        "this event was read, but in part: there is no END:VEVENT.",
    ]


def test_it_reads_events_behind_one_that_never_ends() -> None:
    found = read(calendar("BEGIN:VEVENT\r\nUID:open\r\nDTSTART:20260302", GOOD))
    assert "good" in [each.key for each in found.encounters]
    assert len(found.problems) == 1


def test_it_lists_what_stands_outside_and_what_ends_without_beginning() -> None:
    found = read("Dear Ben, here it is:\r\n" + calendar(GOOD, "END:VALARM"))
    assert len(found.encounters) == 1
    assert [each.line for each in found.problems] == [1]


def test_it_lists_a_zone_without_a_name() -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:\r\nEND:VTIMEZONE"
    (problem,) = read(calendar(zone, GOOD)).problems
    assert (problem.line, problem.what) == (4, "VTIMEZONE: a time zone needs one name.")


@pytest.mark.parametrize(
    "data",
    [
        calendar(event("SUMMARY:Übung mit Fähre")).encode("cp1252"),
        b"\xef\xbb\xbf" + calendar(event("SUMMARY:Übung mit Fähre")).encode(),
        calendar(event("SUMMARY:Übung mit Fähre")).encode("utf-16"),
        calendar(event("SUMMARY:Übung mit Fähre")).replace("\r\n", "\n").encode(),
        calendar(event("SUMMARY:Übung mit Fähre")).replace("\r\n", "\r").encode(),
        calendar(event("SUMMARY:Übung\r\n  mit\r\n\t Fähre")).encode(),
        calendar(event("SUMMARY:Übung mit F")).encode().replace(b"F\r\n", b"F\xc3\r\n \xa4hre\r\n"),
        calendar(event("SUMMARY\r\n :Übung mit Fähre")).encode(),
        calendar(event("summary;language=de:Übung mit Fähre")).encode(),
        calendar(
            event("SUMMARY;ENCODING=QUOTED-PRINTABLE:=C3=9Cbung mit=\r\n F=C3=A4hre")
        ).encode(),
        event("SUMMARY:Übung mit Fähre").encode(),
    ],
)
def test_it_reads_any_encoding_and_folding(data: bytes) -> None:
    (met,) = read(data).encounters
    assert met.event == "Übung mit Fähre"


@pytest.mark.parametrize("data", [b"Dear Ben", b"%PDF-1.7", b"\0\1\2", b"BEGIN:VCARD\nEND:VCARD\n"])
def test_it_refuses_what_is_no_calendar(data: bytes) -> None:
    with pytest.raises(FileError):
        read(data)


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VEVENT\r\n" * 30_000,
        "END:VEVENT\r\n" * 30_000,
        calendar(event("X:" + '"' * 1_000_000)),
        calendar(event("ATTENDEE" + ";CN=a" * 200_000 + ":mailto:a@example.org")),
        calendar(event("EXDATE:" + "20260101," * 200_000)),
        calendar(event("DESCRIPTION:" + "<br" * 100_000)),
        calendar(event("DESCRIPTION:" + "join " * 100_000)),
        calendar(event("SUMMARY:" + "call for " * 100_000)),
        calendar(event(*["ATTENDEE:mailto:a@example.org"] * 50_000)),
    ],
)
def test_it_comes_to_the_end_of_what_was_made_to_be_slow(text: str) -> None:
    with patience():
        assert "good" in {each.key for each in read(calendar(GOOD) + text).encounters}


LINES = """
BEGIN:VEVENT END:VEVENT BEGIN:VCALENDAR END:VCALENDAR BEGIN:VTIMEZONE UID:1 DTSTART:20260302
DTSTART:99991231T235959Z DTSTART:00010101 RRULE:FREQ=DAILY;COUNT=3 RRULE:FREQ=WEEKLY
EXDATE:00010101T000000Z ATTENDEE;CN=Ana:mailto:ana@example.org RECURRENCE-ID:20260302
DURATION:P9999W X-REDLEAF-KIND:call X-REDLEAF-TIMES:0 TZID:Europe/Berlin DTEND:00010101
X-WR-TIMEZONE:Asia/Tokyo LOCATION:zoom.us/j/1 STATUS:CANCELLED
""".split()
PIECES = st.lists(
    st.sampled_from(LINES) | st.text(st.characters(codec="utf-8"), max_size=30), max_size=25
)


@settings(max_examples=80, deadline=None)
@given(PIECES)
def test_it_survives_anything(pieces: list[str]) -> None:
    found = read(calendar(GOOD) + "\r\n".join(pieces))
    assert found.encounters
