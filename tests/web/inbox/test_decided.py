"""What was decided can be found again, with the answer that was ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from redleaf.web.contacts.models import Invitation
from redleaf.web.inbox.selectors.decided import PAGE
from redleaf.web.inbox.services.choosing import decide
from redleaf.web.inbox.services.reading import keep_up
from tests.web.inbox.cast import DEFAULT, PERSONAL, TODAY, came, page_of

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User


@pytest.fixture
def two(ana: User) -> list[Invitation]:
    """Both of them ask for the next free kiln."""
    rows = [came(ana, "Nils Dahl", DEFAULT), came(ana, "Runa Falk", DEFAULT)]
    came(ana, "Ewan Brook", PERSONAL)
    keep_up(ana, TODAY)
    return rows


def test_several_that_were_asked_stand_there_each_with_its_own_question(
    two: list[Invitation], ana_asks: Client
) -> None:
    told = {
        "invitation": [str(each.pk) for each in two],
        "decision": "ask",
        "group": "ask",
    }
    answer = ana_asks.post("/inbox/chosen/", told)
    assert answer.headers["Location"] == "/inbox/decided/"
    page = page_of(ana_asks, "/inbox/decided/")
    assert "Asked 2 invitations" in page
    replies = [each.choice.reply for each in Invitation.objects.filter(choice__decision="ask")]
    assert len(set(replies)) == 2
    assert page.count("data-copy=") == 2
    assert "Ewan Brook" not in page


def test_it_finds_one_by_its_words(two: list[Invitation], ana: User, ana_asks: Client) -> None:
    for row in Invitation.objects.all():
        decide(ana, [row], "accept", today=TODAY)
    page = page_of(ana_asks, "/inbox/decided/?q=weirs+brook")
    assert "Ewan Brook" in page
    assert "Nils Dahl" not in page
    assert "Nothing is found" in page_of(ana_asks, "/inbox/decided/?q=zeppelin")


def test_it_has_as_many_pages_as_it_needs(ana: User, ana_asks: Client) -> None:
    rows = [came(ana, f"Asker Number{number}") for number in range(PAGE + 1)]
    decide(ana, rows, "decline", today=TODAY)
    assert "The next 50" in page_of(ana_asks, "/inbox/decided/")
    page = page_of(ana_asks, "/inbox/decided/?page=2")
    assert page.count("data-step") == 1
    assert "The next 50" not in page


@pytest.mark.parametrize("said", ["0", "-1", "x", "٣", "9" * 5_000])
def test_what_is_no_page_is_the_first(two: list[Invitation], ana_asks: Client, said: str) -> None:
    for address in ("/inbox/decided/", "/inbox/group/ask/"):
        assert ana_asks.get(address, {"page": said}).status_code == 200
    assert "Nils Dahl" in ana_asks.get("/inbox/group/ask/", {"page": said}).content.decode()


def test_nobody_sees_what_another_decided(
    two: list[Invitation], ana: User, ben_asks: Client, cleo_asks: Client
) -> None:
    decide(ana, two, "decline", today=TODAY)
    assert "Nils Dahl" not in page_of(ben_asks, "/inbox/decided/")
    assert "Nothing yet." in page_of(ben_asks, "/inbox/decided/")
    assert cleo_asks.get("/inbox/decided/").status_code == 403
