"""Mails that were made to be slow or to break a reader: quick, bounded, and the rest is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.mail.mails import mail, mbox, read
from tests.patience import patience

TOO_DEEP = "it is nested too deeply, or has too many parts, to be read whole."
NETWORK = "Dora <a@linkedin.com>"
NESTED = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(1_000))


@pytest.mark.parametrize(
    "costly",
    [
        mail(to="Ana <ana@example.org>, " * 10_000),
        mail(to="(" * 20_000),
        mail(to='"' * 500_000),
        mail(to="<" * 500_000),
        mail(to="=?utf-8?Q?" * 50_000),
        mail("Subject: " + "=?utf-8?Q?a?= " * 100_000),
        mail("Subject: " + "a" * 5_000_000),
        mail("Subject: " + "\n " * 100_000),
        mail("To: c@example.org\n" * 200_000),
        mail("Date: " + "(" * 100_000),
        mail(sender=NETWORK, text=NESTED),
        mail(
            'Content-Type: multipart/mixed; boundary="x"',
            sender=NETWORK,
            text="--x\n\na\n" * 99_000,
        ),
        mail("Content-Type: text/html", sender=NETWORK, text="<style><div>" * 100_000),
        mail("Content-Type: text/html", sender=NETWORK, text="<" * 500_000),
        "x: y\n" * 200_000,
    ],
    ids=range(15),
)
def test_a_costly_mail_hinders_no_other(costly: str) -> None:
    with patience():
        found = read(mbox(mail(key="good"), costly))
    assert found.letters[0].key == "good"


def test_it_says_what_was_more_than_it_reads() -> None:
    many = ", ".join(f"p{n}@example.org" for n in range(600))
    found = read(mail(to=many, sender="Ben <ben@example.org>"))
    assert len(found.letters[0].people) == 500
    long = read(mail("Subject: " + "fog " * 20_000))
    assert len(long.letters[0].subject) <= 500
    deep = read(mbox(mail(), mail(sender=NETWORK, text=NESTED, key="2")))
    assert [each.problems[0].what for each in (found, long, deep)] == [
        "this mail was read, but in part: it names more people than Redleaf reads in one mail.",
        "this mail was read, but in part: its Subject is longer than 64 kB.",
        f"this mail was read, but in part: {TOO_DEEP}",
    ]


LINES = """
From:|To:|Cc:|Subject:|Date: Mon, 5 Jan 2026 10:00:00 +0100|Date: 99 Foo 0000 99:99:99 +9999
From: Dora <invitations@linkedin.com>|Content-Type: multipart/mixed; boundary=x|--x|--x--
Content-Type: text/html; charset=utf-7|Content-Transfer-Encoding: base64|BEGIN:VCALENDAR
Content-Type: text/calendar|Subject: =?utf-8?B?////?= =?idna?Q?xn--?=|To: <<@,;:\\">(|
""".replace("\n", "|").split("|")
PIECES = st.lists(
    st.sampled_from(LINES) | st.text(st.characters(codec="utf-8"), max_size=30), max_size=25
)


@settings(max_examples=120, deadline=None)
@given(PIECES)
def test_it_survives_anything(pieces: list[str]) -> None:
    found = read(mbox(mail(key="good"), "\n".join(pieces)))
    assert found.letters[0].key == "good"
