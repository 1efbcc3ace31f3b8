"""Another policy is tried on the last invitations; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from redleaf.triage import read_policy
from redleaf.triage.own_settings import Fault, UnreadSetting
from redleaf.web.inbox.models import Choice
from redleaf.web.inbox.selectors.inbox import standing
from tests.web.inbox.cast import DEFAULT, PERSONAL, TODAY, came, page_of

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User


def test_it_shows_who_would_stand_elsewhere(ana: User, ana_asks: Client) -> None:
    came(ana, "Nils Dahl", DEFAULT)
    came(ana, "Ewan Brook", PERSONAL)
    page = page_of(ana_asks, "/inbox/policy/?policy=open")
    assert "1 of the last 2 would stand elsewhere." in page
    assert "Nils Dahl" in page
    assert "Ask → Accept" in page
    assert not Choice.objects.exists()


def test_settings_in_words_are_tried_as_well(ana: User, ana_asks: Client) -> None:
    came(ana, "Nils Dahl", DEFAULT, headline="Alumni of Slate College")
    words = "alumni+of+Slate+College:+answer"
    page = page_of(ana_asks, f"/inbox/policy/?policy=choosy&settings={words}")
    assert "Ask → Answer first" in page


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("be nice", "“be nice” does not say whom and what."),
        ("the moon: decline", "“the moon” names nobody that can be told apart."),
        ("recruiters: explode", "“explode” is not one of answer, accept, ask, wait, decline"),
        ("recruiters: decline\nbe nice", "Line 2: “be nice” does not say"),
    ],
)
def test_a_line_that_cannot_be_read_is_said_at_its_field(
    ana_asks: Client, settings: str, told: str
) -> None:
    answer = ana_asks.get("/inbox/policy/", {"policy": "strict", "settings": settings})
    page = answer.content.decode()
    assert 'aria-invalid="true"' in page
    assert told in page


def test_what_is_wrong_is_said_by_the_page_and_not_by_the_engine(ana_asks: Client) -> None:
    """So that it can be said in other languages: a word of the engine's would stay English."""
    with pytest.raises(UnreadSetting) as raised:
        read_policy("strict\nthe moon: decline")
    error = raised.value
    assert (error.fault, error.words, error.line) == (Fault.NOBODY, "the moon", 2)
    asked = {"policy": "strict", "settings": "the moon: decline"}
    assert str(error) not in ana_asks.get("/inbox/policy/", asked).content.decode()


def test_settings_are_kept_by_a_button_and_decide_from_then_on(ana: User, ana_asks: Client) -> None:
    came(ana, "Nils Dahl", DEFAULT, headline="Alumni of Slate College")
    page_of(ana_asks, "/inbox/")
    assert [each.group for each in standing(ana, TODAY)] == ["ask"]
    told = {"policy": "strict", "settings": "alumni of Slate College: answer\n"}
    ana_asks.post("/inbox/policy/", told)
    ana.refresh_from_db()
    assert (ana.policy, ana.policy_settings) == ("strict", "alumni of Slate College: answer")
    page_of(ana_asks, "/inbox/")
    assert [each.group for each in standing(ana, TODAY)] == ["answer"]
    page = ana_asks.post("/inbox/policy/", {**told, "settings": "be nice"}, follow=True)
    assert "does not say whom and what" in page.content.decode()
    ana.refresh_from_db()
    assert ana.policy_settings == "alumni of Slate College: answer"


def test_settings_are_kept_as_a_database_takes_them(ana: User, ana_asks: Client) -> None:
    told = {"policy": "open", "settings": "alumni of Slate\0 College: answer"}
    ana_asks.post("/inbox/policy/", told)
    ana.refresh_from_db()
    assert ana.policy_settings == "alumni of Slate\ufffd College: answer"


def test_it_is_closed_to_strangers(cleo_asks: Client) -> None:
    assert cleo_asks.get("/inbox/policy/").status_code == 403
