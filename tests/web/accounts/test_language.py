"""The page Language of the settings, and the language in which every page answers."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client

from redleaf.web.accounts.models import User


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("de-CH, fr;q=0.5", "de"),
        ("fr", "fr"),
        ("es-MX", "es"),
        ("fi", "en"),
        ("*;q=x", "en"),
        ("", "en"),
    ],
)
def test_it_speaks_the_language_of_the_browser(ana_asks: Client, asked: str, spoken: str) -> None:
    answer = ana_asks.get("/check/", headers={"Accept-Language": asked})
    assert f'<html lang="{spoken}">' in page_of(answer)
    assert answer.headers["Content-Language"] == spoken
    assert "Accept-Language" in answer.headers["Vary"]


def test_it_speaks_the_language_that_was_chosen(ana: User, ana_asks: Client) -> None:
    browser = {"Accept-Language": "de"}
    page = page_of(ana_asks.post("/settings/language/", {"language": "fr"}, follow=True))
    ana.refresh_from_db()
    assert ana.language == "fr"
    assert '<option value="fr" selected>' in page
    assert '<html lang="fr">' in page_of(ana_asks.get("/", headers=browser))
    ana_asks.post("/settings/language/", {"language": ""})
    assert '<html lang="de">' in page_of(ana_asks.get("/", headers=browser))


def test_what_is_chosen_is_ones_own(ana: User, ana_asks: Client, ben_asks: Client) -> None:
    ana_asks.post("/settings/language/", {"language": "es"})
    assert '<html lang="es">' in page_of(ana_asks.get("/check/"))
    assert '<html lang="en">' in page_of(ben_asks.get("/check/"))


def test_it_refuses_a_language_that_it_does_not_speak(ana: User, ana_asks: Client) -> None:
    page = page_of(ana_asks.post("/settings/language/", {"language": "tlh"}))
    assert 'id="id_language-mend"' in page
    ana.refresh_from_db()
    assert ana.language == ""


def test_a_language_that_is_spoken_no_longer_is_passed_over(ana: User, ana_asks: Client) -> None:
    ana.language = "la"
    ana.save(update_fields=["language"])
    assert '<html lang="en">' in page_of(ana_asks.get("/check/"))


def test_pages_of_errors_speak_it_too(ana: User, ana_asks: Client) -> None:
    ana.language = "de"
    ana.save(update_fields=["language"])
    assert '<html lang="de">' in page_of(ana_asks.get("/nowhere/"))
    assert '<html lang="de">' in page_of(ana_asks.put("/stack/begin/"))


def test_it_is_closed_to_strangers(cleo_asks: Client) -> None:
    assert cleo_asks.get("/settings/language/").status_code == 403
