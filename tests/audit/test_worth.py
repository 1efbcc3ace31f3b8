"""Whom to write to now: each reason is borne out by the export."""

from __future__ import annotations

import datetime as dt

from redleaf.audit import Worth, audit_export
from tests.audit.test_counting import DEFAULT, PERSONAL
from tests.formats.linkedin_export import (
    OWNER,
    connections,
    got,
    invitations,
    message,
    messages,
    read,
    sent,
)

TODAY = dt.date(2026, 11, 16)
ASKED = "How did the second firing go, and is the shelf still warped?"


def listed(**files: str) -> tuple[Worth, ...]:
    export = read({f"{name}.csv": text for name, text in files.items()})
    return audit_export(export, today=TODAY).write_to


def talk(*turns: tuple[str, str], other: str = "Tove Lind", text: str = ASKED) -> str:
    """Messages of (who, day), `>` from the owner and `<` from the other."""
    return messages(
        *(
            message(
                "a", *((OWNER, other) if who == ">" else (other, OWNER)), f"{day} 10:00:00", text
            )
            for who, day in turns
        )
    )


ONLY_A_TALK_ELSEWHERE = messages(message("z", OWNER, "Zora Weiss", "2026-10-01 10:00:00", "Bye"))


def test_who_accepted_without_a_note_and_heard_nothing_since() -> None:
    (tove,) = listed(
        Connections=connections(("Tove Lind", "09 Jul 2026")),
        Invitations=invitations(sent("Tove Lind", "7/6/26, 1:00 PM")),
        messages=ONLY_A_TALK_ELSEWHERE,
    )
    assert (tove.name, tove.why) == ("Tove Lind", "accepted")
    assert tove.reason == (
        "Accepted your invitation without a note in July 2026. You have not written since."
    )
    assert tove.link == "https://www.linkedin.com/in/tove-lind"
    assert (tove.company, tove.position) == ("Museum Nord, Inc.", "Curator")


def test_without_messages_it_does_not_say_that_nothing_was_written() -> None:
    (tove,) = listed(
        Connections=connections(("Tove Lind", "09 Jul 2026")),
        Invitations=invitations(sent("Tove Lind", "7/6/26, 1:00 PM", DEFAULT)),
    )
    assert tove.reason == "Accepted your invitation with LinkedIn’s own words in July 2026."


def test_who_accepted_a_personal_note_or_was_written_to_since_is_not_listed() -> None:
    connected = connections(("Tove Lind", "09 Jul 2026"))
    note = invitations(sent("Tove Lind", "7/6/26, 1:00 PM", PERSONAL))
    assert not listed(Connections=connected, Invitations=note)
    plain = invitations(sent("Tove Lind", "7/6/26, 1:00 PM"))
    written = talk((">", "2026-08-01"))
    assert not listed(Connections=connected, Invitations=plain, messages=written)


def test_the_note_of_the_invitation_itself_is_not_a_message_since() -> None:
    (tove,) = listed(
        Connections=connections(("Tove Lind", "09 Jul 2026")),
        Invitations=invitations(sent("Tove Lind", "7/6/26, 1:00 PM", DEFAULT)),
        messages=talk((">", "2026-07-06")),
    )
    assert tove.why == "accepted"


def test_who_answered_twice_and_got_nothing_back() -> None:
    (tove,) = listed(
        Connections=connections(("Tove Lind", "09 Jul 2024")),
        messages=talk((">", "2026-10-01"), ("<", "2026-10-02"), ("<", "2026-10-09")),
        Invitations=invitations(sent("Ugo Rao", "1/1/20, 1:00 PM")),
    )
    assert tove.reason == (
        "Answered you twice, the last time on 9 October 2026. You have not written back."
    )


def test_a_closing_word_waits_for_nothing() -> None:
    rows = [
        message("a", OWNER, "Tove Lind", "2026-10-01 10:00:00"),
        message("a", "Tove Lind", OWNER, "2026-10-02 10:00:00", "Thanks, you too"),
    ]
    assert not listed(
        Connections=connections(("Tove Lind", "09 Jul 2024")), messages=messages(*rows),
        Invitations=invitations(got("Ugo Rao")),
    )  # fmt: skip


def test_who_wrote_first_and_waits() -> None:
    text = "Ines, the museum in Ghent kept your gull recording. Would you like the old tape back?"
    (tove,) = listed(
        Connections=connections(("Tove Lind", "09 Jul 2024")),
        messages=talk(("<", "2026-10-09"), text=text),
        Invitations=invitations(got("Ugo Rao", "1/1/20, 1:00 PM")),
    )
    assert tove.reason == "Wrote to you on 9 October 2026. You have not answered."


def test_an_unasked_offer_and_spam_are_owed_nothing() -> None:
    connected = connections(("Tove Lind", "09 Jul 2024"))
    ours = invitations(got("Ugo Rao", "1/1/20, 1:00 PM"))
    offer = "We help firms like yours to 10x their leads. Book a free 15 minute demo this week!"
    assert not listed(
        Connections=connected, Invitations=ours, messages=talk(("<", "2026-10-09"), text=offer)
    )
    row = message("a", "Tove Lind", OWNER, "2026-10-09 10:00:00", PERSONAL)
    row[9] = "SPAM"
    assert not listed(Connections=connected, Invitations=ours, messages=messages(row))


def test_who_was_close_and_has_been_silent_for_a_year() -> None:
    turns = [(way, f"2025-05-0{day}") for day in range(1, 4) for way in "<>"]
    (tove,) = listed(
        Connections=connections(("Tove Lind", "09 Jul 2019")),
        messages=talk(*turns, text="Fine"),
        Invitations=invitations(got("Ugo Rao", "1/1/20, 1:00 PM")),
    )
    assert tove.why == "fading"
    assert tove.reason == "You exchanged six messages, the last on 3 May 2025. Nothing since."


def test_who_invited_with_a_personal_note_and_is_not_connected() -> None:
    (ugo,) = listed(
        Connections=connections(("Tove Lind", "09 Jul 2019")),
        Invitations=invitations(
            got("Ugo Rao", "11/2/26, 1:00 PM", PERSONAL.replace("Tove", "Ines")),
            got("Vera Quist", "11/2/26, 1:00 PM", DEFAULT),
            got("Wim Sand", "11/2/26, 1:00 PM"),
        ),
    )
    assert (ugo.name, ugo.why) == ("Ugo Rao", "invitation")
    assert (
        ugo.reason == "Invited you on 2 November 2026 with a personal note. You are not connected."
    )


def test_everybody_is_listed_once_and_not_more_than_twenty() -> None:
    names = [f"Tove {chr(65 + at)}lund" for at in range(26)]
    people = listed(
        Connections=connections(*((name, "09 Jul 2026") for name in names)),
        Invitations=invitations(*(sent(name, "7/6/26, 1:00 PM") for name in names)),
    )
    assert len({each.link for each in people}) == len(people) == 20


def test_groups_say_nothing_about_one_person() -> None:
    row = message("a", "Tove Lind", f"{OWNER}, Ugo Rao", "2026-10-09 10:00:00", PERSONAL)
    row[5] = "https://www.linkedin.com/in/ines-duarte-4a1,https://www.linkedin.com/in/ugo-rao"
    assert not listed(
        Connections=connections(("Tove Lind", "09 Jul 2024")),
        messages=messages(row),
        Invitations=invitations(got("Vera Quist", "1/1/20, 1:00 PM")),
    )
