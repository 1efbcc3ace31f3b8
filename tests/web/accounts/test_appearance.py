"""The page Appearance of the settings: every page is drawn as the user wants it, from its start."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from redleaf.web.accounts.models import User

PAGE = "/settings/appearance/"
ADDRESSES = ["/", "/check/", "/contacts/", "/stack/", "/write/", PAGE]


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def root_of(answer: Any) -> str:
    return page_of(answer).split("<html")[1].split(">")[0]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_itself_says_day_or_night(ana_asks: Client, address: str) -> None:
    ana_asks.post(PAGE, {"theme": "dark", "letters_are_keys": "on"})
    answer = ana_asks.get(address)
    assert 'data-theme="dark"' in root_of(answer)
    assert '<meta name="color-scheme" content="dark">' in page_of(answer)


@pytest.mark.parametrize("address", ADDRESSES)
def test_until_then_the_machine_decides(ana_asks: Client, address: str) -> None:
    answer = ana_asks.get(address)
    assert "data-theme" not in root_of(answer)
    assert "data-letters" not in root_of(answer)
    assert '<meta name="color-scheme" content="light dark">' in page_of(answer)


def test_it_keeps_what_is_said(ana: User, ana_asks: Client) -> None:
    page = page_of(ana_asks.post(PAGE, {"theme": "light"}, follow=True))
    ana.refresh_from_db()
    assert (ana.theme, ana.letters_are_keys) == ("light", False)
    assert "Kept." in page
    assert 'value="light" checked' in page
    assert 'data-letters="off"' in page


def test_the_tick_in_the_list_of_keys_is_kept_too(ana: User, ana_asks: Client) -> None:
    part = ana_asks.post(f"{PAGE}letters/", {}, headers={"HX-Request": "true"})
    assert part.status_code == 204
    assert 'data-letters="off"' in root_of(ana_asks.get("/check/"))
    whole = ana_asks.post(f"{PAGE}letters/", {"letters_are_keys": "on"})
    assert whole.headers["Location"] == PAGE
    assert "data-letters" not in root_of(ana_asks.get("/check/"))


def test_what_nobody_offers_is_not_kept(ana: User, ana_asks: Client) -> None:
    page = page_of(ana_asks.post(PAGE, {"theme": "sepia", "letters_are_keys": "on"}))
    assert 'id="id_theme-mend"' in page
    ana.refresh_from_db()
    assert ana.theme == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=ana.pk).update(theme="sepia")


def test_it_is_ones_own(ana: User, ana_asks: Client, ben_asks: Client) -> None:
    ana_asks.post(PAGE, {"theme": "dark"})
    assert "data-theme" not in root_of(ben_asks.get("/check/"))


def test_it_is_closed_to_strangers(cleo_asks: Client) -> None:
    assert cleo_asks.get(PAGE).status_code == 403
    assert cleo_asks.post(f"{PAGE}letters/", {}).status_code == 403
