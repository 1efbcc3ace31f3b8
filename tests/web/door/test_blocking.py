"""Whom the owner blocks: they read what all read, and nothing of theirs comes in."""

from __future__ import annotations

import pytest
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.door.addresses import mailbox_of
from redleaf.web.door.limits import TO_ONE_ADDRESS
from redleaf.web.door.models import Blocked, Door, Knock
from tests.web.door.conftest import NOTE, saying

ALL = "/settings/doors/"


def block(owner_asks: Client, value: str) -> None:
    assert owner_asks.post(f"{ALL}block/", {"value": value}).status_code == 302


@pytest.mark.parametrize("value", ["rashid@oud.example", "oud.example", "Oud.Example"])
def test_who_is_blocked_reads_what_all_read(
    cleo_asks: Client, ana_asks: Client, door: Door, value: str
) -> None:
    block(ana_asks, value)
    answer = cleo_asks.post("/to/ana/", saying())
    assert answer.headers["Location"] == "/to/ana/thanks/"
    assert not Invitation.objects.exists()
    cleo_asks.post("/to/ana/", saying(email="mira@loud.test"))
    assert Invitation.objects.count() == 1


def test_nothing_of_what_they_write_is_kept(
    cleo_asks: Client, ana_asks: Client, door: Door
) -> None:
    block(ana_asks, "oud.example")
    cleo_asks.post("/to/ana/", saying(page="https://oud.example/rashid"))
    kept = repr(Knock.objects.values().get())
    for word in ("Rashid", "rashid", "oud", "question", "roof"):
        assert word not in kept
    assert "Nobody yet." in ana_asks.get(f"{ALL}{door.pk}/").content.decode()


def test_the_limits_do_not_give_away_who_is_blocked(
    cleo_asks: Client, ana_asks: Client, door: Door
) -> None:
    """A sender who is never too many would know."""
    block(ana_asks, "oud.example")
    most, _ = TO_ONE_ADDRESS
    answers = {}
    for email in ("rashid@oud.example", "mira@loud.example"):
        said = [saying(email=email, text=f"{NOTE} Version {number}.") for number in range(most + 1)]
        answers[email] = [
            cleo_asks.post("/to/ana/", each, REMOTE_ADDR=f"10.0.0.{number}").status_code
            for number, each in enumerate(said)
        ]
    assert answers["rashid@oud.example"] == answers["mira@loud.example"] == [302] * most + [429]


def test_who_is_let_in_again_may_say_the_same_again(
    cleo_asks: Client, ana_asks: Client, door: Door
) -> None:
    block(ana_asks, "rashid@oud.example")
    cleo_asks.post("/to/ana/", saying())
    ana_asks.post(f"{ALL}blocked/{Blocked.objects.get().pk}/")
    for _ in range(2):
        cleo_asks.post("/to/ana/", saying())
    assert Invitation.objects.count() == 1


SPELLINGS = [
    ("rashid@oud.example", "rashid+kiln@oud.example"),
    ("rashid+kiln@oud.example", "RASHID@oud.example"),
    ("rashid.karim@gmail.com", "r.a.s.h.i.d.karim+2@googlemail.com"),
    ("rashidkarim@googlemail.com", "Rashid.Karim@gmail.com"),
    ("rashid@bücher.example", "rashid@xn--bcher-kva.example"),
    ("bücher.example", "rashid@post.xn--bcher-kva.example"),
    ("googlemail.com", "rashid@googlemail.com"),
]


@pytest.mark.parametrize(("blocked", "spelled"), SPELLINGS)
def test_another_spelling_of_the_address_is_blocked_too(
    cleo_asks: Client, ana_asks: Client, door: Door, blocked: str, spelled: str
) -> None:
    block(ana_asks, blocked)
    assert cleo_asks.post("/to/ana/", saying(email=spelled)).status_code == 302
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    "other", ["r.ashid@oud.example", "rashida@oud.example", "rashid@oud.example.test"]
)
def test_another_person_is_not_blocked(
    cleo_asks: Client, ana_asks: Client, door: Door, other: str
) -> None:
    """Where dots tell people apart, and elsewhere."""
    block(ana_asks, "rashid@oud.example")
    cleo_asks.post("/to/ana/", saying(email=other))
    assert Invitation.objects.count() == 1


def test_a_block_of_one_owner_is_none_of_another(
    cleo_asks: Client, ben_asks: Client, door: Door, ben: User
) -> None:
    block(ben_asks, "oud.example")
    cleo_asks.post("/to/ana/", saying())
    assert Invitation.objects.exclude(owner=ben).count() == 1


def test_a_name_of_nothing_but_a_tag_stays_a_name() -> None:
    assert mailbox_of("+spam@oud.example") == "+spam@oud.example"
    assert mailbox_of("...@gmail.com") == "...@gmail.com"
