"""Whether two records tell of one invitation."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from redleaf.contacts.contact import Identity
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.same_invitation import Seen, is_same_invitation, joined

NOTE = "Your talk on tide clocks stayed with me; could I see the drawings?"
ULLA = Identity("profile", "ulla-fenn", "ulla-fenn", network="linkedin")
NAMESAKE = Identity("profile", "ulla-fenn-9", "ulla-fenn-9", network="linkedin")
AT = dt.datetime(2026, 1, 5, 10, tzinfo=dt.UTC)
ROW = Invitation("linkedin", True, "Ulla Fenn", NOTE, identities=(ULLA,), at=AT, key="from/ulla/1")
MAIL = replace(ROW, at=AT - dt.timedelta(hours=1), key="1@linkedin.com", headline="Clock maker")


@pytest.mark.parametrize(
    "other",
    [
        MAIL,
        replace(MAIL, text=""),
        replace(MAIL, text=NOTE.upper().replace(";", " -")),
        replace(MAIL, text=NOTE[:45] + "…"),
        replace(MAIL, name="U. Fenn"),
        replace(MAIL, identities=(), name="ulla  fenn"),
        replace(MAIL, at=AT + dt.timedelta(days=14), key="reminder@linkedin.com"),
        replace(MAIL, at=None),
        replace(MAIL, at=AT.replace(tzinfo=None)),
    ],
)
def test_it_is_one_that_came_twice(other: Invitation) -> None:
    assert is_same_invitation(ROW, other)
    assert is_same_invitation(other, ROW)


@pytest.mark.parametrize(
    "other",
    [
        replace(MAIL, network="xing"),
        replace(MAIL, is_incoming=False),
        replace(MAIL, identities=(NAMESAKE,)),
        replace(MAIL, identities=(), name="Ulla Fenner"),
        replace(MAIL, at=AT + dt.timedelta(days=40)),
        replace(MAIL, text="We met on the slipway in Arles and spoke of fog horns."),
        replace(MAIL, text="", identities=(), at=None),
        replace(ROW, key="from/ulla/2"),
    ],
)
def test_it_is_another(other: Invitation) -> None:
    assert not is_same_invitation(ROW, other)
    assert not is_same_invitation(other, ROW)


def test_it_keeps_the_earlier_day_and_what_either_knows() -> None:
    one = joined(replace(ROW, text=""), MAIL)
    assert (one.text, one.headline, one.at, one.key) == (NOTE, "Clock maker", MAIL.at, MAIL.key)


def test_it_finds_the_same_one_among_many() -> None:
    others = [replace(ROW, name=f"Somebody {n}", identities=(), key=f"from/{n}") for n in range(50)]
    seen = Seen([*others, ROW])
    assert seen.same_as(MAIL) == ROW
    assert seen.same_as(replace(MAIL, identities=(NAMESAKE,))) is None
