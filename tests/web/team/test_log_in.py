"""Log in, and what to do without the password; limits; nothing learned about addresses."""

from __future__ import annotations

import html
import re

import pytest
from django.conf import settings as shipped
from django.test import Client
from pytest_django import Settings

from redleaf.web.accounts.models import User
from tests.web.team.conftest import PASSWORD, Letters, joining, logged_in

NEW = "Another-kiln-9"


def ask(client: Client, address: str, **told: str) -> str:
    return html.unescape(client.post(address, told, follow=True).content.decode())


def test_it_leads_to_the_page_that_was_asked_for(ana: User, stranger: Client) -> None:
    assert (
        stranger.get("/contacts/?q=jun").headers["Location"] == "/login/?next=/contacts/%3Fq%3Djun"
    )
    told = {"login": ana.email, "password": PASSWORD, "next": "/contacts/?q=jun"}
    assert stranger.post("/login/", told).headers["Location"] == "/contacts/?q=jun"


def test_it_leads_to_no_other_site(ana: User, stranger: Client) -> None:
    told = {"login": ana.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert stranger.post("/login/", told).headers["Location"] == "/"


def test_it_takes_the_address_in_capitals(ana: User, stranger: Client) -> None:
    told = {"login": ana.email.upper(), "password": PASSWORD}
    assert stranger.post("/login/", told).status_code == 302


def test_it_says_the_same_of_a_wrong_password_and_an_unknown_address(
    ana: User, stranger: Client
) -> None:
    wrong = ask(stranger, "/login/", login=ana.email, password="Wrong-kiln-7")
    unknown = ask(stranger, "/login/", login="who@harbour.example", password="Wrong-kiln-7")
    assert "The address and the password do not belong together." in wrong
    assert _alike(wrong) == _alike(unknown)


@pytest.mark.parametrize("address", ["ana@harbour.example", "who@harbour.example"])
def test_it_stops_guessing(ana: User, stranger: Client, address: str) -> None:
    for _ in range(5):
        ask(stranger, "/login/", login=address, password="Wrong-kiln-7")
    assert "Too many attempts for now." in ask(
        stranger, "/login/", login=address, password=PASSWORD
    )


def test_a_good_log_in_does_not_clear_what_was_counted(ana: User, stranger: Client) -> None:
    for _ in range(4):
        ask(stranger, "/login/", login=ana.email, password="Wrong-kiln-7")
    logged_in(ana)
    ask(stranger, "/login/", login=ana.email, password="Wrong-kiln-7")
    assert "Too many attempts" in ask(stranger, "/login/", login=ana.email, password=PASSWORD)


def test_it_counts_in_the_database_for_all_processes() -> None:
    assert str(shipped.CACHES["default"]["BACKEND"]).endswith("DatabaseCache")


STRANGERS_FORMS = [
    "/join/",
    "/login/",
    "/forgotten/",
    "/settings/account/second-step/webauthn/login/",
]


@pytest.mark.parametrize("address", [*STRANGERS_FORMS, "/confirm/abc/", "/nowhere/", "/contacts/"])
def test_no_form_of_a_stranger_is_without_a_limit(
    stranger: Client, settings: Settings, address: str
) -> None:
    settings.STRANGERS_RATE = "3/m/ip"
    codes = {stranger.post(address).status_code for _ in range(4)}
    assert 429 in codes


def test_it_says_that_there_were_too_many(stranger: Client, settings: Settings) -> None:
    settings.STRANGERS_RATE = "1/m/ip"
    stranger.post("/join/", joining())
    assert "Too many attempts for now." in ask(stranger, "/join/", **joining())


def test_a_new_password_comes_by_a_letter(ana: User, stranger: Client, letters: Letters) -> None:
    assert "A letter is on its way." in ask(stranger, "/forgotten/", email=ana.email)
    landed = stranger.get(letters.link_to(ana.email), follow=True)
    address = landed.request["PATH_INFO"]
    assert "8 characters" in landed.content.decode()
    assert "still needs a number" in ask(stranger, address, password1="Another-kiln")
    assert "Your new password is kept." in ask(stranger, address, password1=NEW)
    told = {"login": ana.email, "password": NEW}
    assert stranger.post("/login/", told).status_code == 302


def test_a_link_for_a_password_works_once(ana: User, stranger: Client, letters: Letters) -> None:
    ask(stranger, "/forgotten/", email=ana.email)
    link = letters.link_to(ana.email)
    address = stranger.get(link, follow=True).request["PATH_INFO"]
    ask(stranger, address, password1=NEW)
    assert "This link is over." in stranger.get(link, follow=True).content.decode()


def test_asking_for_a_password_tells_of_no_address(
    ana: User, stranger: Client, letters: Letters
) -> None:
    known = ask(stranger, "/forgotten/", email=ana.email)
    unknown = ask(stranger, "/forgotten/", email="who@harbour.example")
    assert _alike(known) == _alike(unknown)
    assert "no account has this address" in letters.last_to("who@harbour.example").get_content()


def test_letters_hold_nothing_but_text_of_ours(
    ana: User, stranger: Client, letters: Letters
) -> None:
    ask(stranger, "/forgotten/", email=ana.email)
    letter = letters.last_to(ana.email)
    assert letter["Subject"] == "Choose a new password"
    assert letter.get_content_type() in ("text/plain", "multipart/alternative")
    assert "example.com" not in letter.as_string()


def test_logging_out_ends_the_session(ana_asks: Client) -> None:
    ana_asks.post("/logout/")
    assert ana_asks.get("/contacts/").status_code == 302


def test_looking_at_log_out_does_not_end_it(ana_asks: Client) -> None:
    ana_asks.get("/logout/")
    assert ana_asks.get("/contacts/").status_code == 200


def test_a_stranger_learns_of_no_address_whether_it_exists(stranger: Client) -> None:
    for address in ("/contacts/", "/nowhere/"):
        assert stranger.get(address).headers["Location"] == f"/login/?next={address}"


def test_htmx_is_led_to_the_log_in_as_a_whole_page(stranger: Client) -> None:
    answer = stranger.get("/contacts/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/")


def _alike(page: str) -> str:
    return re.sub(r'value="[^"]*"', "", page)
