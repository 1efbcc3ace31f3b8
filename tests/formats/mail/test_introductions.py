"""A person's mail that the user brings by hand is an invitation; what is in a mailbox is none."""

from __future__ import annotations

import pytest

from redleaf.contacts.invitations import Invitation
from tests.formats.mail.mails import read
from tests.formats.mail.network_mails import BEN, attached, in_text, message

TEXT = """Dear Ben,

I mend lock gates in Hoorn and read your drawings of tide clocks twice.
May I show you ours? https://locks.example/gate?key=AQxSECRETx9

Kind regards
Saar Mulder
"""
SAAR = "Saar Mulder <saar@locks.example>"
ANA = "Ana Ruiz <ana@example.org>"
MINE = ["ben@example.org"]


def only(mail: bytes) -> Invitation | None:
    found = read(mail, mine=MINE, by_hand=True).invitations
    assert len(found) < 2
    return found[0] if found else None


def assert_is_saars(mail: bytes) -> None:
    found = only(mail)
    assert found is not None
    assert (found.network, found.name) == ("email", "Saar Mulder")
    assert found.identities[0].value == "saar@locks.example"
    assert found.text.startswith("Dear Ben,\n\nI mend lock gates")
    assert found.text.endswith("Saar Mulder")
    assert "SECRET" not in found.text


def test_a_persons_mail_is_theirs() -> None:
    assert_is_saars(message("Lock gates", SAAR, ("plain", TEXT)))
    html = TEXT.replace("\n", "<br>") + "<img src='https://t.example/AQxSECRETx9.gif'>"
    assert_is_saars(message("Lock gates", SAAR, ("html", f"<p>{html}</p>")))


def test_what_they_answer_and_their_signature_are_left_out() -> None:
    below = (
        "\n-- \nSaar Mulder, Locks Ltd\n",
        "\nOn 3 Nov 2026 Ben Okafor wrote:\n> I draw tide clocks.\n",
        "\nFrom: Ben Okafor <ben@example.org>\nSent: Monday\nSubject: Clocks\n\nHi.",
        "\nVon: Ben Okafor <ben@example.org>\nGesendet: Montag\nBetreff: Uhren\n\nHallo.",
    )
    for each in below:
        assert_is_saars(message("Re: Clocks", SAAR, ("plain", TEXT + each)))


@pytest.mark.parametrize("by", [BEN, ANA])
def test_who_passed_it_on_is_not_who_asks(by: str) -> None:
    head = (
        f"---------- Forwarded message ---------\nFrom: {SAAR}\nDate: Sat, 3 Jan 2026 at 09:15\n"
        "Subject: Lock gates\nTo: Ben Okafor <ben@example.org>"
    )
    for prefix in ("", "> "):
        text = in_text(TEXT, head, above="One for you?", prefix=prefix)
        assert_is_saars(message("Fwd: Lock gates", by, ("plain", text)))
    assert_is_saars(attached(message("Lock gates", SAAR, ("plain", TEXT)), sender=by))
    for_her = head.replace("Ben Okafor <ben@", "Ana Ruiz <ana@")
    found = only(message("Fwd: Lock gates", by, ("plain", in_text(TEXT, for_her))))
    assert found is not None
    assert (found.name, found.at and found.at.year) == ("Saar Mulder", 2026)


@pytest.mark.parametrize(
    "mail",
    [
        message("Lock gates", BEN, ("plain", TEXT)),
        message("Lock gates", "Locks <no-reply@locks.example>", ("plain", TEXT)),
        message("Lock gates", SAAR, ("plain", TEXT), headers=("List-Unsubscribe: <x@y.example>",)),
        message("Lock gates", SAAR, ("plain", TEXT), headers=("Auto-Submitted: auto-replied",)),
        message("Birthday", "LinkedIn <notifications-noreply@linkedin.com>", ("plain", TEXT)),
        message("Lock gates", SAAR, ("plain", "  \n")),
    ],
    ids=[
        "the user's own",
        "a program",
        "a newsletter",
        "an automatic answer",
        "a network",
        "empty",
    ],
)
def test_these_are_nobodys(mail: bytes) -> None:
    assert only(mail) is None


def test_a_mail_that_is_attached_to_a_letter_is_not_the_letter() -> None:
    otto = message("Recommendation", "Otto Lang <otto@uni.example>", ("plain", "I recommend her."))
    mine = message("Clocks", BEN, ("plain", "Would you show me the gates?"))
    for beside in (otto, mine):
        assert_is_saars(attached(beside, sender=SAAR, subject="My work", above=TEXT))
    found = only(attached(otto, sender=SAAR, subject="For you", above=""))
    assert found is not None
    assert found.name == "Otto Lang"


def test_the_users_own_words_that_somebody_quotes_alone_are_no_letter() -> None:
    quoted = "> Dear Saar, would you show me the gates?\n> Ben\n"
    announced = "On 3 Nov 2026 Ben Okafor wrote:\n"
    for text in (quoted, announced + quoted):
        assert only(message("Re: Clocks", SAAR, ("plain", text))) is None


def test_a_mailbox_keeps_its_letters_to_itself() -> None:
    mail = message("Lock gates", SAAR, ("plain", TEXT))
    assert read(mail, mine=MINE).invitations == []
    box = b"".join(b"From x@example.org Mon Jan  5 10:00:00 2026\n" + each + b"\n\n" for each in (
        mail, message("Gates", SAAR, ("plain", TEXT), key="n2@example.org"),
    ))  # fmt: skip
    assert read(box.replace(b"\r\n", b"\n"), mine=MINE, by_hand=True).invitations == []


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        (
            "https://locks.example/gates/spring-2026?key=7",
            "https://locks.example/gates/spring-2026",
        ),
        ("https://locks.example/c/9f8e7d6c5b4a39281706ff/go", "https://locks.example/c/"),
        ("https://locks.example/e/Qm9hdEJ1aWxkZXI3/x", "https://locks.example/e/"),
        ("https://locks.example/e/Q9dEJ#t=Qm9hdEJ1aWxkZXI3", "https://locks.example/e/Q9dEJ"),
        ("https://www.linkedin.com/in/saar-mulder-b1234567890", ""),
        ("https://Locks.example/Gates2026Hoorn.pdf", "https://Locks.example/Gates2026Hoorn.pdf"),
        (
            "https://www.linkedin.com/in/saar-mulder-1a2b3c45?t=9f8e7d6c5b4a",
            "https://www.linkedin.com/in/saar-mulder-1a2b3c45",
        ),
        ("https://click.locks.example/f/kq3v9x7m2p0r8s6t4w1zabc", "https://click.locks.example/f/"),
        ("https://locks.example/go/confirm=9f8e7d6c5b4a39281706", "https://locks.example/go/"),
        ("https://locks.example/a;token=9f8e7d6c5b4a", "https://locks.example/a"),
        ("https://locks.example/t/9f8e7d6c5b4a39281706.html", "https://locks.example/t/"),
        (
            "https://locks.example/t/3f2a9c1b-7d4e-4a5b-9c8d-1e2f3a4b5c6d/x",
            "https://locks.example/t/",
        ),
        ("https://locks.example/t/aWxkZXJzQmVsbG9UaGVyZQ", "https://locks.example/t/"),
        ("https://locks.example/t/bdfghjklmnpqrst", "https://locks.example/t/"),
        ("https://locks.example/t/AEQXCODESAREHERE", "https://locks.example/t/"),
        ("https://saar:river9@locks.example/a", "https://locks.example/a"),
        ("http://9f8e7d6c5b4a39281706.track.locks.example/x", "http://track.locks.example/x"),
        ("locks.example/reset?token=abc123", "locks.example/reset"),
        ("locks.example/r/9f8e7d6c5b4a", "locks.example/r/"),
        ("https://locks.example/2026/11/23/der-wasserstandsanzeiger_mp3/", ""),
        ("https://locks.example/caf%C3%A9/straßenbahn/sevenhundredyears.html", ""),
        ("https://locks.example/status/1234567890123456789", ""),
    ],
)
def test_links_lose_their_tokens(link: str, kept: str) -> None:
    found = only(message("Lock gates", SAAR, ("plain", f"Look: {link}\nSaar")))
    assert found is not None
    assert found.text == f"Look: {kept or link}\nSaar"
