"""Letters, and the people behind them: who wrote to whom, when, about what."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.contacts.encounters import Letter
from tests.formats.mail.mails import ANA, BEN, mail, mbox, read

AT = dt.datetime(2026, 1, 5, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def test_it_makes_a_letter_and_a_contact_of_a_mail() -> None:
    found = read(mail())
    assert found.letters == [
        Letter(("ana@example.org",), "email", False, AT, "Fog horns", "1@example.org")
    ]
    (ana,) = found.contacts
    assert (ana.name, ana.key, ana.identities[0].value) == (
        "Ana Ruiz",
        "ana@example.org",
        "ana@example.org",
    )


def test_it_knows_what_the_user_sent() -> None:
    (letter,) = read(mail("Cc: Cleo <cleo@example.org>", sender=BEN, to=ANA)).letters
    assert letter.is_sent
    assert letter.people == ("ana@example.org", "cleo@example.org")


def test_it_knows_those_who_read_along() -> None:
    found = read(mail("Cc: Cleo <cleo@example.org>"))
    assert found.letters[0].people == ("ana@example.org",)
    assert [each.name for each in found.contacts] == ["Cleo", "Ana Ruiz"]


def test_it_calls_people_by_the_name_that_is_written_most_often() -> None:
    senders = [
        "ana@example.org",
        '"ana@example.org" <ana@example.org>',
        ANA,
        ANA,
        "A <ana@example.org>",
    ]
    found = read(mbox(*(mail(sender=each, key=str(n)) for n, each in enumerate(senders))))
    assert [each.name for each in found.contacts] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("sender", "name", "address"),
    [
        ("=?utf-8?Q?Ana_Ru=C3=ADz?= <ana@example.org>", "Ana Ruíz", "ana@example.org"),
        (
            "=?utf-8?B?QW5hIFJ1w60=?=\n =?utf-8?B?eg==?= <ana@example.org>",
            "Ana Ruíz",
            "ana@example.org",
        ),
        ("=?utf-8?Q?Ru=C3?= =?utf-8?Q?=ADz?= <ana@example.org>", "Ruíz", "ana@example.org"),
        ("=?iso-8859-1?Q?Ana_Ru=EDz?= <ana@example.org>", "Ana Ruíz", "ana@example.org"),
        ("=?no-such-set?Q?Ana_Ru=C3=ADz?= <ana@example.org>", "Ana Ruíz", "ana@example.org"),
        ("=?iso-2022-jp?B?GyRCMEJGYBsoQg==?= <ana@example.org>", "安奈", "ana@example.org"),
        ("Ana Ruíz <ana@example.org>", "Ana Ruíz", "ana@example.org"),
        ('"Ruiz, Ana" <ana@example.org>', "Ruiz, Ana", "ana@example.org"),
        ("=?utf-8?Q?Ruiz,_Ana?= <ana@example.org>", "Ruiz, Ana", "ana@example.org"),
        ("'Ana Ruiz' <ana@example.org>", "Ana Ruiz", "ana@example.org"),
        ('"Ana \\"Fog\\" Ruiz" <ana@example.org>', 'Ana "Fog" Ruiz', "ana@example.org"),
        ("ana@example.org (Ana (Fog) Ruiz)", "Ana (Fog) Ruiz", "ana@example.org"),
        ("Ana Ruiz <Ana@Example.ORG>", "Ana Ruiz", "ana@example.org"),
        ("<ana@example.org>", "", "ana@example.org"),
        ("ana@example.org", "", "ana@example.org"),
        ("Pilots: Ana Ruiz <ana@example.org>;", "Ana Ruiz", "ana@example.org"),
        ("Ana Ruiz <@a.example,@b.example:ana@example.org>", "Ana Ruiz", "ana@example.org"),
        ('"Ana Ruiz" <ana@example.org>:<other@example.com>', "Ana Ruiz", "ana@example.org"),
        ("Ana Ruiz <ana(home)@example.org>", "Ana Ruiz", "ana@example.org"),
        ("Ana Ruiz <info@example.org>", "Ana Ruiz", "info@example.org"),
    ],
)
def test_it_reads_names_as_they_are_sent(sender: str, name: str, address: str) -> None:
    (contact,) = read(mail(sender=sender)).contacts
    assert (contact.name, contact.key) == (name, address)


def test_it_reads_names_in_another_encoding_than_unicode() -> None:
    (contact,) = read(mail(sender="Ana Ruíz <ana@example.org>").encode("cp1252")).contacts
    assert contact.name == "Ana Ruíz"


@pytest.mark.parametrize(
    ("headers", "sender", "remark"),
    [
        (["List-Id: <pilots.example.org>"], ANA, "1 mail of a mailing list was left out."),
        (["List-Unsubscribe: <mailto:off@example.org>"], ANA, "1 newsletter was left out."),
        (["Precedence: bulk"], ANA, "1 newsletter was left out."),
        (["X-Spam-Flag: YES"], ANA, "1 newsletter was left out."),
        (["Auto-Submitted: auto-replied"], ANA, "1 mail that a program wrote was left out."),
        (["Return-Path: <>"], ANA, "1 mail that a program wrote was left out."),
        ([], "noreply@example.org", "1 mail with no person on its other side was left out."),
        (
            [],
            "Example Team <info@example.org>",
            "1 mail with no person on its other side was left out.",
        ),
        ([], "x+bounces=1@example.org", "1 mail with no person on its other side was left out."),
    ],
)
def test_it_counts_mails_that_nobody_in_particular_wrote(
    headers: list[str], sender: str, remark: str
) -> None:
    found = read(
        mbox(mail(*headers, sender=sender), mail(sender="Cleo <cleo@example.org>", key="2"))
    )
    assert [each.key for each in found.contacts] == ["cleo@example.org"]
    assert found.remarks == [remark]


def test_it_gives_a_mail_through_a_service_to_the_one_who_gets_the_answer() -> None:
    found = read(
        mail("Reply-To: ana@example.org", sender="Ana Ruiz via LinkedIn <x@linkedin.example>")
    )
    assert [(each.name, each.key) for each in found.contacts] == [("Ana Ruiz", "ana@example.org")]
    assert found.letters[0].people == ("ana@example.org",)


def test_it_takes_where_mails_were_delivered_for_the_users_address() -> None:
    found = read(mail("Delivered-To: ben@example.org"), mine=[])
    assert [each.value for each in found.owner] == ["ben@example.org"]
    assert [each.key for each in found.contacts] == ["ana@example.org"]


def test_it_guesses_the_users_address_from_most_mails() -> None:
    mails = [mail(sender=f"p{n}@example.org", key=str(n)) for n in range(4)]
    found = read(mbox(*mails, mail(sender=BEN, to=ANA, key="s")), mine=[])
    assert [each.is_sent for each in found.letters] == [False] * 4 + [True]
    assert found.remarks == [
        "ben@example.org was taken for your own address, because most mails name it."
    ]


def test_it_says_that_it_cannot_tell_the_users_address() -> None:
    found = read(mail(), mine=[])
    assert [each.key for each in found.contacts] == ["ben@example.org", "ana@example.org"]
    assert "could not be told" in found.remarks[0]


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Mon, 5 Jan 2026 10:00:00 +0100", "2026-01-05T10:00:00+01:00"),
        ("5 Jan 2026 10:00 -0330 (fog)", "2026-01-05T10:00:00-03:30"),
        ("Mon, 05 Jan 26 10:00:00 GMT", "2026-01-05T10:00:00+00:00"),
        ("Fri, 21 Nov 1997 09(x):   55  :  06 -0600", "1997-11-21T09:55:06-06:00"),
    ],
)
def test_it_reads_dates_of_all_years(date: str, moment: str) -> None:
    (letter,) = read(mail(f"Date: {date}")).letters
    assert letter.at == dt.datetime.fromisoformat(moment)


def test_it_takes_the_day_of_delivery_where_the_date_cannot_be_read() -> None:
    found = read(mail("Date: some day", "Received: by x; Mon, 5 Jan 2026 10:00:00 +0100"))
    assert found.letters[0].at == AT
    assert [each.what for each in found.problems] == [
        "this mail was read, but in part: its date cannot be read."
    ]


def test_it_gives_a_mail_without_message_id_the_same_key_each_time() -> None:
    first, again = (read(mail(key="")).letters[0].key for _ in range(2))
    assert first == again
    assert first.startswith("made:")


def test_it_makes_an_encounter_of_a_meeting_that_was_mailed() -> None:
    meeting = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:m\nDTSTART:20260302T100000\nSUMMARY:Lunch\n"
        "ORGANIZER;CN=Ana Ruiz:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR"
    )
    found = read(
        mail("Content-Type: text/calendar; charset=utf-8", text=meeting), today="2026-11-23"
    )
    (met,) = found.encounters
    assert (met.kind, met.people, len(found.letters)) == ("meal", ("ana@example.org",), 1)
    assert [each.key for each in found.contacts] == ["ana@example.org"]
