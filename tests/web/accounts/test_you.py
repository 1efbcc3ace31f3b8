"""The page You of the settings: what notes say of their sender, and how they sound."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.accounts.settings_pages import settings_pages

SAID = {
    "first_name": "Ana",
    "last_name": "Berg",
    "headline": "glazes stoneware",
    "offers": "an afternoon at the kiln\n\n  an afternoon at the kiln \nthe ash recipe",
    "links": "kiln.example\nhttps://glaze.example/ana",
    "voice": "Hello Mira!\nthe moss was lovely.\n---\nHello Ben!\nthe tape came today.",
}


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_it_keeps_what_is_said(ana: User, ana_asks: Client) -> None:
    page = page_of(ana_asks.post("/settings/", SAID, follow=True))
    ana.refresh_from_db()
    assert ana.get_full_name() == "Ana Berg"
    assert ana.offers == ["an afternoon at the kiln", "the ash recipe"]
    assert ana.links == ["https://kiln.example", "https://glaze.example/ana"]
    assert len(ana.voice_notes) == 2
    assert "Kept." in page
    assert 'value="glazes stoneware"' in page


def test_write_begins_with_it(ana_asks: Client) -> None:
    ana_asks.post("/settings/", SAID)
    page = page_of(ana_asks.get("/write/"))
    assert "glazes stoneware" in page
    assert "an afternoon at the kiln" in page


def test_it_wins_over_what_was_typed_into_write_before(ana_asks: Client) -> None:
    ana_asks.post("/write/", {"name": "Mira", "what_i_do": "throws pots", "met": "conference"})
    ana_asks.post("/settings/", SAID)
    assert "throws pots" not in page_of(ana_asks.get("/write/"))


def test_drafts_greet_as_the_notes_do(ana_asks: Client) -> None:
    told = {"name": "Tomasz", "event": "Museums & Web", "said": "nobody tests with the rain on"}
    assert "Hello Tomasz!" not in page_of(ana_asks.post("/write/", told))
    ana_asks.post("/settings/", SAID)
    assert "Hello Tomasz!" in page_of(ana_asks.post("/write/", told))


@pytest.mark.parametrize(
    ("field", "said", "mend"),
    [
        ("links", "javascript:alert(1)", "is no address of a page"),
        ("links", "not a page", "is no address of a page"),
        ("offers", "\n".join(map(str, range(31))), "more than 30 lines"),
        ("offers", "x" * 301, "longer than 300 characters"),
        ("headline", "x" * 301, "300"),
        ("voice", "x" * 5001, "5000"),
    ],
)
def test_it_says_what_cannot_be_kept(
    ana: User, ana_asks: Client, field: str, said: str, mend: str
) -> None:
    page = page_of(ana_asks.post("/settings/", {**SAID, field: said}))
    assert mend in page
    assert f'id="id_{field}-mend"' in page
    ana.refresh_from_db()
    assert ana.headline == ""


def test_nothing_has_to_be_said(ana_asks: Client) -> None:
    assert ana_asks.post("/settings/", {}).status_code == 302


def test_it_is_closed_to_strangers(cleo_asks: Client) -> None:
    assert cleo_asks.get("/settings/").status_code == 403


def test_a_desk_of_ones_own_has_no_account_to_set(ana_asks: Client) -> None:
    assert "Account" not in {each.title for each in settings_pages()}
    assert "/settings/account/" not in page_of(ana_asks.get("/settings/"))
