"""Who was there, what kind of meeting it was, where, and what was written about it."""

from __future__ import annotations

import pytest

from tests.formats.calendar.calendars import BEN, CLEO, calendar, encounter, event, read


def test_it_makes_an_encounter_and_contacts_of_a_meeting() -> None:
    found = read(calendar(event("SUMMARY:Harbour walk", "LOCATION:Porto", CLEO)))
    (met,) = found.encounters
    assert (met.people, met.event, met.place, met.kind, met.key) == (
        ("ana@example.org", "cleo@example.org"),
        "Harbour walk",
        "Porto",
        "other",
        "1",
    )
    assert [each.name for each in found.contacts] == ["Ana Ruiz", "Cleo Marsh"]
    assert found.contacts[0].identities[0].value == "ana@example.org"


def test_it_calls_a_contact_by_the_name_that_is_no_address() -> None:
    nameless = "ATTENDEE;CN=ana@example.org:mailto:ana@example.org"
    found = read(calendar(event(who=nameless), event(uid="2")))
    assert [each.name for each in found.contacts] == ["Ana Ruiz"]
    assert [each.name for each in read(calendar(event(who=nameless))).contacts] == [""]


@pytest.mark.parametrize(
    ("line", "name", "key"),
    [
        ("ATTENDEE;CN=\"'Ana Ruiz'\":MAILTO:Ana@Example.org", "Ana Ruiz", "ana@example.org"),
        ("ATTENDEE;CN=Ana;EMAIL=ana@example.org:urn:uuid:4", "Ana", "ana@example.org"),
        ("ATTENDEE;CN=Ana Ruiz:invalid:nomail", "Ana Ruiz", "name:ana ruiz"),
        (
            "ATTENDEE;CN=Ana ^'Fog^' Ruiz:mailto:ana@example.org",
            'Ana "Fog" Ruiz',
            "ana@example.org",
        ),
        ("ATTENDEE;ROLE=OWNER:Ana Ruiz <ana@example.org>", "", "ana@example.org"),
        ("ORGANIZER;CN=安娜:mailto:ana@example.org", "安娜", "ana@example.org"),
    ],
)
def test_it_reads_people_as_programs_write_them(line: str, name: str, key: str) -> None:
    (contact,) = read(calendar(event(who=line))).contacts
    assert (contact.name, contact.key) == (name, key)


@pytest.mark.parametrize(
    "line",
    [
        f"ATTENDEE;CN=Ben:mailto:{BEN}",
        "ATTENDEE;CN=Room 4;CUTYPE=ROOM:mailto:room4@example.org",
        "ATTENDEE;CN=Beamer;CUTYPE=RESOURCE:mailto:beamer@example.org",
        "ATTENDEE;CN=Dora;PARTSTAT=DECLINED:mailto:dora@example.org",
        "ATTENDEE;CN=Hall:mailto:c_188@resource.calendar.google.com",
        "ORGANIZER;CN=Events:mailto:noreply@example.org",
        "ORGANIZER:mailto:info@example.org",
        "ATTENDEE:invalid:nomail",
    ],
)
def test_it_leaves_out_who_is_no_company(line: str) -> None:
    assert encounter(line).people == ("ana@example.org",)
    alone = read(calendar(event(who=line)))
    assert (alone.encounters, alone.contacts) == ([], [])
    assert any("nobody else" in remark for remark in alone.remarks)


def test_it_leaves_out_what_the_user_declined_or_was_cancelled() -> None:
    declined = event(f"ATTENDEE;PARTSTAT=DECLINED:mailto:{BEN}")
    found = read(calendar(declined, event("STATUS:CANCELLED", uid="2"), event(uid="3")))
    assert [each.key for each in found.encounters] == ["3"]
    assert found.remarks == [
        "1 event that was cancelled was left out.",
        "1 event that you declined was left out.",
    ]


def test_it_leaves_out_all_of_a_calendar_that_cancels() -> None:
    assert read(calendar(event(), head="METHOD:CANCEL")).encounters == []


def test_it_counts_what_is_still_to_come() -> None:
    later = event(uid="2", start="DTSTART:20261124T100000")
    found = read(calendar(event(), later))
    assert [each.key for each in found.encounters] == ["1"]
    assert found.remarks == [
        "1 event that is still to come was left out; import the calendar again after it."
    ]
    assert len(read(calendar(event(), later), today="").encounters) == 2


def test_it_counts_tasks_and_journal_entries() -> None:
    task = "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Call the pilot\r\nEND:VTODO"
    assert read(calendar(event(), task)).remarks == [
        "1 task or journal entry was left out: only events are meetings."
    ]


def test_it_takes_the_calendars_name_for_the_users_address() -> None:
    own = f"ORGANIZER;CN=Ben:mailto:{BEN}"
    found = read(calendar(event(own), head=f"X-WR-CALNAME:{BEN}"), mine=[])
    assert found.encounters[0].people == ("ana@example.org",)
    assert [each.value for each in found.owner] == [BEN]


def test_it_guesses_the_users_address_when_it_is_in_nearly_all_events() -> None:
    own = f"ORGANIZER;CN=Ben:mailto:{BEN}"
    others = [event(own, uid=str(n), who=f"ATTENDEE:mailto:p{n}@example.org") for n in range(4)]
    found = read(calendar(*others), mine=[])
    assert [each.people for each in found.encounters] == [(f"p{n}@example.org",) for n in range(4)]
    assert f"{BEN} is in nearly all events and was taken for yours." in found.remarks


def test_it_does_not_guess_between_two_who_always_meet() -> None:
    own = f"ORGANIZER;CN=Ben:mailto:{BEN}"
    found = read(calendar(*(event(own, uid=str(n)) for n in range(4))), mine=[])
    assert (found.owner, len(found.contacts)) == ([], 2)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Coffee with Ana", "coffee"),
        ("Kaffee Ana", "coffee"),
        ("Café avec Ana", "coffee"),
        ("Lunch", "meal"),
        ("Mittagessen mit Ana", "meal"),
        ("Déjeuner avec Ana", "meal"),
        ("Cena con Ana", "meal"),
        ("Almoço com Ana", "meal"),
        ("Avondeten met Ana", "meal"),
        ("Zoom: Ana", "call"),
        ("Conference call", "call"),
        ("Telefonat mit Ana", "call"),
        ("Videollamada con Ana", "call"),
        ("Chiamata con Ana", "call"),
        ("Museums Conference 2026", "conference"),
        ("Jahrestagung der Lotsen", "conference"),
        ("Congreso de faros", "conference"),
        ("Keynote by Ana", "talk"),
        ("Vortrag von Ana", "talk"),
        ("Fog workshop", "class"),
        ("Cours de voile", "class"),
        ("Talk with Ana", "other"),
        ("Ana", "other"),
        ("Recall the pilots", "other"),
        ("", "other"),
    ],
)
def test_it_tells_the_kind_by_the_words_of_the_title(title: str, kind: str) -> None:
    assert encounter(f"SUMMARY:{title}").kind == kind


@pytest.mark.parametrize(
    ("location", "place", "kind"),
    [
        ("Fish market\\, Porto", "Fish market, Porto", "other"),
        ("https://example.zoom.us/j/12?pwd=secret", "", "call"),
        ("Microsoft Teams Meeting", "", "call"),
        ("Zoom", "", "call"),
        ("+351 22 000 00 00", "", "call"),
        ("Room 4; https://meet.google.com/abc-defg-hij", "Room 4", "other"),
        ("TBD", "", "other"),
        ("https://example.org/where-we-meet", "", "other"),
    ],
)
def test_it_knows_that_a_link_is_no_place(location: str, place: str, kind: str) -> None:
    met = encounter(f"LOCATION:{location}")
    assert (met.place, met.kind) == (place, kind)


def test_it_sees_a_call_by_its_link_where_no_place_is_named() -> None:
    link = "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij"
    assert encounter(link).kind == "call"
    assert encounter(link, "LOCATION:Porto", "SUMMARY:Lunch").kind == "meal"


def test_it_keeps_what_was_written_without_the_dial_in() -> None:
    text = (
        "Bring the map.\\nAsk for the pilot list.\\n\\n" + "_" * 40 + "\\nJoin Zoom Meeting\\n1234"
    )
    assert encounter(f"DESCRIPTION:{text}").notes == "Bring the map.\nAsk for the pilot list."
    for line in ("Join Zoom Meeting", "Microsoft Teams meeting", "-::~:~::~:~:~:~", "Dial-in:"):
        assert encounter(f"DESCRIPTION:Bring the map\\n{line}\\n123 456").notes == "Bring the map"


def test_it_drops_links_to_video_calls_and_markup_from_what_was_written() -> None:
    text = "<p>Bring <b>the map</b></p><br>https://zoom.us/j/1?pwd=secret<br>See you"
    assert encounter(f"DESCRIPTION:{text}").notes == "Bring the map\n\nSee you"


def test_it_shortens_a_long_description() -> None:
    notes = encounter("DESCRIPTION:" + "fog horn " * 400).notes
    assert len(notes) <= 500
    assert notes.endswith("horn…")
