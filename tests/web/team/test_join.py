"""Join: first and last name, address, password, and a field that must be left empty."""

from __future__ import annotations

import html
import re

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from redleaf.web.accounts.models import User
from tests.web.team.conftest import PASSWORD, Letters, joining


def join(client: Client, **other: str) -> str:
    answer = client.post("/join/", joining(**other), follow=True)
    return html.unescape(answer.content.decode())


def test_it_makes_an_account_with_the_address_as_its_username(stranger: Client) -> None:
    join(stranger, email="Xiomara@Harbour.example")
    user = User.objects.get()
    assert user.username == user.email == "xiomara@harbour.example"
    assert user.get_full_name() == "Xiomara Nguyễn Flores"


def test_it_lets_in_who_joined(stranger: Client) -> None:
    join(stranger)
    told = {"login": "xiomara@harbour.example", "password": PASSWORD}
    assert stranger.post("/login/", told, follow=True).redirect_chain[0][0] == "/"
    assert stranger.get("/contacts/").status_code == 200


def test_it_makes_the_first_the_administrator_and_nobody_else(stranger: Client) -> None:
    join(stranger)
    join(stranger, email="second@harbour.example")
    first, second = User.objects.order_by("pk")
    assert first.is_staff
    assert first.membership.is_administrator
    assert not second.is_staff
    assert not hasattr(second, "membership")


def test_it_leads_to_the_log_in_and_back(stranger: Client) -> None:
    assert (
        'Already a member? <a href="/login/">Log in</a>' in stranger.get("/join/").content.decode()
    )
    assert 'href="/join/"' in stranger.get("/login/").content.decode()


@pytest.mark.parametrize(
    ("password", "mend"),
    [
        ("Kiln-7", "The password still needs 8 characters."),
        ("Kiln-kiln", "The password still needs a number."),
        ("kiln-7-half", "The password still needs an upper case letter."),
        ("KILN-7-HALF", "The password still needs a lower case letter."),
        ("kiln", "The password still needs 8 characters, a number and an upper case letter."),
        ("Password1", "Many people use this password"),
        ("Xiomara1", "close to your name"),
        ("Redleaf1", "close to your name, your address or “redleaf”"),
        ("", "Choose a password."),
    ],
)
def test_it_says_what_a_password_lacks(stranger: Client, password: str, mend: str) -> None:
    page = join(stranger, password1=password)
    assert mend in page
    assert 'id="id_password1-mend"' in page
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "password",
    ["Kiln-7ab", "Ofen-٣-größe", "Ж" + "ж" * 8 + "9", "Aa1" + "long " * 200, " Kiln 7 a "],
)
def test_it_takes_a_password_that_holds_all(stranger: Client, password: str) -> None:
    join(stranger, password1=password)
    assert User.objects.get().check_password(password)


def test_it_does_not_cut_a_long_password(stranger: Client) -> None:
    join(stranger, password1="Aa1" + "x" * 97)
    assert not User.objects.get().check_password("Aa1" + "x" * 69)


def test_it_lists_the_conditions(stranger: Client) -> None:
    page = stranger.get("/join/").content.decode()
    for words in ("8 characters", "1 number", "1 upper case letter", "1 lower case letter"):
        assert words in page


def test_a_host_may_ask_for_length_alone(stranger: Client, settings: Settings) -> None:
    settings.PASSWORDS = "long"
    assert "15 characters" in join(stranger, password1="Kiln-7-half")
    join(stranger, password1="a kiln and another kiln")
    assert User.objects.exists()


@pytest.mark.parametrize(
    ("email", "mend"),
    [
        ("", "Write your e-mail address."),
        ("xiomara", "There is no @ in it"),
        ("xiomara@harbour", "The part after @ looks unfinished."),
        ("@harbour.example", "The part before @ is missing."),
        ("xi mara@harbour.example", "This does not look like an address."),
        ("a@b.example\r\nBcc: c@d.example", "This does not look like an address."),
    ],
)
def test_it_says_what_an_address_lacks(stranger: Client, email: str, mend: str) -> None:
    page = join(stranger, email=email)
    assert mend in page
    assert 'aria-describedby="id_email-mend ' in page
    assert not User.objects.exists()


@pytest.mark.parametrize("field", ["first_name", "last_name"])
@pytest.mark.parametrize("name", ["", "   ", "a\u202egnp.exe", "x" * 151])
def test_it_asks_for_both_names(stranger: Client, field: str, name: str) -> None:
    assert f'id="id_{field}-mend"' in join(stranger, **{field: name})
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["李小龙", "O’Connor-Ó Briain", "علی", "María José", "می‌خواهم"])
def test_it_takes_a_name_as_it_is_written(stranger: Client, name: str) -> None:
    join(stranger, first_name=name)
    assert User.objects.get().first_name == name


def test_it_keeps_what_was_written_beside_a_fault_but_no_password(stranger: Client) -> None:
    page = join(stranger, email="xiomara@harbour")
    assert 'value="Nguyễn Flores"' in page
    assert PASSWORD not in page


def test_it_answers_a_filled_trap_as_if_it_had_worked_and_makes_nothing(stranger: Client) -> None:
    real = stranger.post("/join/", joining())
    trapped = stranger.post(
        "/join/", joining(email="bot@spam.example", website="https://x.example")
    )
    assert (trapped.status_code, trapped.headers["Location"]) == (
        real.status_code,
        real.headers["Location"],
    )
    assert User.objects.count() == 1


def test_the_trap_lies_off_the_way_of_people(stranger: Client) -> None:
    page = stranger.get("/join/").content.decode()
    assert 'name="website" value="" tabindex="-1" autocomplete="off"' in page
    assert "Leave this field empty" in page


def test_it_tells_nobody_which_addresses_exist(stranger: Client) -> None:
    new, known = join(stranger), join(stranger, first_name="Somebody")
    assert _without_tokens(new) == _without_tokens(known)
    assert User.objects.get().first_name == "Xiomara"


def test_it_writes_a_letter_and_waits_for_its_link(stranger: Client, letters: Letters) -> None:
    assert "A letter is on its way." in join(stranger)
    told = {"login": "xiomara@harbour.example", "password": PASSWORD}
    assert stranger.post("/login/", told).headers["Location"] == "/confirm/"
    link = letters.link_to("xiomara@harbour.example")
    assert "xiomara@harbour.example" in stranger.get(link).content.decode()
    stranger.post(link)
    stranger.post("/login/", told)
    assert stranger.get("/contacts/").status_code == 200


def test_a_link_confirms_once(stranger: Client, letters: Letters) -> None:
    join(stranger)
    link = letters.link_to("xiomara@harbour.example")
    stranger.post(link)
    assert "This link is over." in stranger.get(link).content.decode()


def test_it_writes_to_a_known_address_that_an_account_is_there(
    stranger: Client, letters: Letters
) -> None:
    new = join(stranger)
    cache.clear()  # an address gets one letter in three minutes
    known = join(Client(SERVER_NAME="127.0.0.1"))
    assert _without_tokens(new) == _without_tokens(known)
    assert "there is one already" in letters.last_to("xiomara@harbour.example").get_content()
    assert User.objects.count() == 1


def test_a_mail_server_that_is_gone_is_said(stranger: Client, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    answer = stranger.post("/join/", joining())
    assert answer.status_code == 503
    assert "The letter could not be sent." in answer.content.decode()


def _without_tokens(page: str) -> str:
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", page)
