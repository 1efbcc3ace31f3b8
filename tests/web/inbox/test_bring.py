"""Invitations brought by hand, and one that comes by two ways."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from redleaf.web.contacts.models import Act, Contact, Invitation
from redleaf.web.contacts.services.undoing import undo
from redleaf.web.inbox.selectors.inbox import standing
from tests.web.inbox.cast import PERSONAL, TODAY, came, known, page_of

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

MAIL = b"""From: Ewan Brook <invitations@linkedin.com>
To: Ana Duarte <ana@example.org>
Subject: Ewan Brook would like to connect
Date: Mon, 16 Nov 2026 09:30:00 +0000
Message-ID: <one@mail.example>
X-LinkedIn-Template: invitation
Content-Type: text/plain; charset=utf-8

Ewan Brook
River listener

Hi Ana,
Your walk along the Wandle made me hear the weir behind our house.
Ewan Brook

View profile: https://www.linkedin.com/in/ewan-brook?token=s3cret-t0ken
Accept: https://www.linkedin.com/comm/accept?token=s3cret-t0ken
"""
PLAIN = b"""From: Mira Holt <mira@holt.example>
To: ana@example.org
Subject: The list
Date: Mon, 16 Nov 2026 09:30:00 +0000
Message-ID: <two@mail.example>

Here is the list.
"""
NEWS = PLAIN.replace(b"To: ana", b"List-Unsubscribe: <https://news.example>\nTo: ana")


def bring(asks: Client, **told: Any) -> str:
    answer = asks.post("/inbox/bring/", {"network": "linkedin", **told}, follow=True)
    return answer.content.decode()


def mail(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("asked.eml", content)


def test_a_pasted_text_becomes_an_invitation_that_is_read_at_once(
    ana: User, ana_asks: Client
) -> None:
    page = bring(ana_asks, name="Ewan Brook", text=PERSONAL, headline="River listener")
    assert "a list of weirs that sing" in page
    assert "Why here" in page
    assert [each.group for each in standing(ana, TODAY)] == ["answer"]
    undo(Act.objects.get())
    assert not Invitation.objects.exists()


def test_a_known_address_ties_it_to_its_contact(ana: User, ana_asks: Client) -> None:
    mira = known(ana, "Mira Holt, mira@holt.example, met in Porto last Thursday")
    page = bring(ana_asks, name="Mira Holt", link="mira@holt.example", network="email")
    assert Invitation.objects.get().contact == mira
    assert "In your memory" in page


def test_a_mail_of_a_network_becomes_one_and_keeps_no_token(ana: User, ana_asks: Client) -> None:
    page = bring(ana_asks, mail=mail(MAIL))
    assert "Wandle" in page
    row = Invitation.objects.get()
    assert (row.name, row.network) == ("Ewan Brook", "linkedin")
    assert "s3cret" not in str(row.identities) + row.text + page
    assert not Contact.objects.exists()
    assert "is here already" in bring(ana_asks, mail=mail(MAIL))
    assert Invitation.objects.count() == 1


def test_a_persons_own_mail_is_an_invitation_by_mail_when_it_is_brought(
    ana: User, ana_asks: Client
) -> None:
    page = bring(ana_asks, mail=mail(PLAIN))
    assert "Here is the list." in page
    row = Invitation.objects.get()
    assert (row.name, row.network, row.text) == ("Mira Holt", "email", "Here is the list.")
    assert not Contact.objects.exists()
    assert "is here already" in bring(ana_asks, mail=mail(PLAIN))
    undo(Act.objects.get())
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("head", "name", "network"),
    [
        (
            "From: Mira Holt <mira@holt.example>\nDate: 16 Nov 2026\nSubject: The list",
            "Mira Holt",
            "email",
        ),
        (
            "Von: Mira Holt <mira@holt.example>\nGesendet: Montag\nBetreff: Liste",
            "Mira Holt",
            "email",
        ),
        (
            "From: Ewan Brook <invitations@linkedin.com>\nSubject: Ewan Brook wants to connect",
            "Ewan Brook",
            "linkedin",
        ),
    ],
)
def test_a_mail_that_is_pasted_with_its_head_says_itself_who_wrote_it(
    ana_asks: Client, head: str, name: str, network: str
) -> None:
    bring(ana_asks, text=f"{head}\nTo: ana@example.org\n\nHi Ana,\nYour weir sings in my ears.\n")
    row = Invitation.objects.get()
    assert (row.name, row.network) == (name, network)
    assert "Your weir sings in my ears." in row.text


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"text": "Hello."}, "Say who wrote it, or choose a mail."),
        ({"mail": mail(NEWS)}, "No invitation is found in this mail."),
        ({"mail": mail(b"\x00\xff not a mail")}, 'id="mail-mend"'),
    ],
    ids=["nobody", "a newsletter", "noise"],
)
def test_what_cannot_be_taken_is_said_at_its_field(
    ana_asks: Client, told: dict[str, Any], words: str
) -> None:
    page = bring(ana_asks, **told)
    assert words in page
    assert 'aria-invalid="true"' in page
    assert not Invitation.objects.exists()


def test_one_that_came_by_two_ways_is_one(ana: User, ana_asks: Client) -> None:
    at = timezone.now()
    came(ana, "Ewan Brook", PERSONAL, at=at, key="export")
    came(ana, "Ewan Brook", PERSONAL[:90], at=at - dt.timedelta(hours=9), key="mail", identities=[])
    page_of(ana_asks, "/inbox/")
    assert len(standing(ana, TODAY)) == 1


def test_namesakes_and_second_letters_are_no_doubles(ana: User, ana_asks: Client) -> None:
    at = timezone.now()
    came(ana, "Ewan Brook", PERSONAL, at=at, key="1")
    came(ana, "Ewan Brook", at=at, key="2", link="https://www.linkedin.com/in/other-ewan")
    came(ana, "Ewan Brook", "It rained on all the weirs.", at=at, key="3")
    page_of(ana_asks, "/inbox/")
    assert len(standing(ana, TODAY)) == 3


def test_a_double_of_what_was_decided_does_not_come_back(ana: User, ana_asks: Client) -> None:
    at = timezone.now()
    row = came(ana, "Ewan Brook", PERSONAL, at=at, key="export")
    page_of(ana_asks, "/inbox/")
    ana_asks.post(f"/inbox/{row.pk}/decide/", {"decision": "accept"})
    came(ana, "Ewan Brook", PERSONAL, at=at, key="mail")
    page_of(ana_asks, "/inbox/")
    assert standing(ana, TODAY) == []


def test_strange_signs_arrive_as_harmless_text(ana_asks: Client) -> None:
    text = "<script>alert(1)</script> \u202etxet \x00 {{ name }}"
    page = bring(ana_asks, name="<b>Ewan</b>", text=text)
    assert "<script>alert" not in page
    assert "<b>Ewan" not in page


def test_a_link_that_acts_for_the_user_is_not_kept(ana: User, ana_asks: Client) -> None:
    link = "https://www.linkedin.com/comm/people/invite-accept?sharedKey=TOK&midToken=ABC"
    bring(ana_asks, name="Mira Holt", text=PERSONAL, link=link)
    assert Invitation.objects.get().identities == []
