"""One's own account: second step, sessions, password, address; take everything along, and leave."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings as shipped
from django.core.cache import cache
from django.db import connection
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.services.remembering import remember_line
from tests.web.team.conftest import PASSWORD, Letters, account, body_of, logged_in

NEW = "Another-kiln-9"
STEP = "/settings/account/second-step"


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def is_me(client: Client) -> None:
    """What changes who gets in asks for the password once more."""
    assert client.post("/again/", {"password": PASSWORD}).status_code == 302


def set_up_codes(client: Client) -> str:
    """Give the secret of an app that was set up."""
    is_me(client)
    page = page_of(client.get(f"{STEP}/totp/activate/"))
    found = re.search(r'<code class="command">(\w+)</code>', page)
    assert found
    answer = client.post(f"{STEP}/totp/activate/", {"code": code_of(found.group(1))}, follow=True)
    assert "Recovery codes" in page_of(answer)
    return found.group(1)


def test_a_code_is_asked_for_after_the_password(
    ana: User, ana_asks: Client, stranger: Client
) -> None:
    secret = set_up_codes(ana_asks)
    stranger.post("/login/", {"login": ana.email, "password": PASSWORD})
    assert stranger.get("/contacts/").status_code == 302
    assert "This code does not fit." in page_of(
        stranger.post(f"{STEP}/authenticate/", {"code": "000000"})
    )
    cache.clear()  # a code is good once, and this one was used to set it up
    stranger.post(f"{STEP}/authenticate/", {"code": code_of(secret)})
    assert stranger.get("/contacts/").status_code == 200


def test_a_recovery_code_lets_in_once(ana: User, ana_asks: Client) -> None:
    set_up_codes(ana_asks)
    codes = re.findall(r"<li><code>(\w+)</code>", page_of(ana_asks.get(f"{STEP}/recovery-codes/")))
    assert len(codes) == 10
    for is_in in (True, False):
        visitor = Client(SERVER_NAME="127.0.0.1")
        visitor.post("/login/", {"login": ana.email, "password": PASSWORD})
        visitor.post(f"{STEP}/authenticate/", {"code": codes[0]})
        assert (visitor.get("/contacts/").status_code == 200) is is_in


def test_recovery_codes_can_be_saved_as_a_file(ana_asks: Client) -> None:
    set_up_codes(ana_asks)
    lines = page_of(ana_asks.get(f"{STEP}/recovery-codes/download/")).split()
    assert len(lines) == 10


def test_the_secret_of_a_second_step_lies_encrypted(ana: User, ana_asks: Client) -> None:
    secret = set_up_codes(ana_asks)
    for each in Authenticator.objects.all():
        assert secret not in str(each.data)


def test_the_app_can_be_taken_away(ana: User, ana_asks: Client) -> None:
    set_up_codes(ana_asks)
    ana_asks.post(f"{STEP}/totp/deactivate/")
    assert not Authenticator.objects.filter(type="totp").exists()


def test_a_passkey_page_carries_no_script_of_its_own(ana_asks: Client) -> None:
    is_me(ana_asks)
    page = page_of(ana_asks.get(f"{STEP}/webauthn/add/"))
    assert 'id="passkey_add"' in page
    for tag in re.findall(r"<script[^>]*>", page):
        assert "src=" in tag or 'type="application/json"' in tag


@pytest.mark.parametrize("address", [f"{STEP}/totp/activate/", f"{STEP}/webauthn/add/"])
def test_what_changes_who_gets_in_asks_for_the_password_again(
    ana_asks: Client, address: str
) -> None:
    assert "Is it you?" in page_of(ana_asks.get(address, follow=True))


def test_other_browsers_can_be_logged_out(ana: User, ana_asks: Client) -> None:
    other = logged_in(ana)
    assert page_of(ana_asks.get("/settings/account/sessions/")).count("since") == 2
    ana_asks.post("/settings/account/sessions/")
    assert other.get("/contacts/").status_code == 302
    assert ana_asks.get("/contacts/").status_code == 200


def test_the_list_shows_nobody_elses_browsers(ana_asks: Client) -> None:
    logged_in(account("Ben", "Okoye"))
    assert page_of(ana_asks.get("/settings/account/sessions/")).count("since") == 1


def test_a_password_is_changed_with_the_one_of_now(ana: User, ana_asks: Client) -> None:
    address = "/settings/account/password/"
    wrong = ana_asks.post(address, {"oldpassword": "Wrong-kiln-7", "password1": NEW})
    assert "This is not your password of now." in page_of(wrong)
    weak = ana_asks.post(address, {"oldpassword": PASSWORD, "password1": "short"})
    assert "still needs 8 characters" in page_of(weak)
    ana_asks.post(address, {"oldpassword": PASSWORD, "password1": NEW})
    ana.refresh_from_db()
    assert ana.check_password(NEW)
    assert ana_asks.get("/contacts/").status_code == 200


def test_a_changed_password_ends_the_other_sessions(ana: User, ana_asks: Client) -> None:
    other = logged_in(ana)
    ana_asks.post("/settings/account/password/", {"oldpassword": PASSWORD, "password1": NEW})
    assert other.get("/contacts/").status_code == 302


def test_an_address_changes_when_the_new_one_is_confirmed(
    ana: User, ana_asks: Client, letters: Letters
) -> None:
    is_me(ana_asks)
    answer = ana_asks.post(
        "/settings/account/e-mail/", {"email": "ana@glaze.example", "action_add": ""}, follow=True
    )
    assert "You are changing to" in page_of(answer)
    ana.refresh_from_db()
    assert ana.email == "ana@harbour.example"
    ana_asks.post(letters.link_to("ana@glaze.example"))
    ana.refresh_from_db()
    assert ana.email == ana.username == "ana@glaze.example"
    assert (
        "changed from ana@harbour.example" in letters.last_to("ana@harbour.example").get_content()
    )


def test_a_change_to_somebody_elses_address_tells_nothing(
    ana: User, ana_asks: Client, letters: Letters
) -> None:
    account("Ben", "Okoye")
    is_me(ana_asks)
    told = {"email": "ben@harbour.example", "action_add": ""}
    answer = ana_asks.post("/settings/account/e-mail/", told, follow=True)
    assert "You are changing to" in page_of(answer)
    ana.refresh_from_db()
    assert ana.email == "ana@harbour.example"


def test_everything_can_be_taken_along(ana: User, ana_asks: Client) -> None:
    remember_line(ana, "Jun Sato, potter at Skutt", today=dt.date(2026, 11, 20))
    answer = ana_asks.get("/settings/data/everything.zip")
    with zipfile.ZipFile(io.BytesIO(body_of(answer))) as file:
        assert b"Jun Sato" in file.read("redleaf.json")


def test_one_leaves_by_the_password_alone(ana_asks: Client) -> None:
    page = page_of(ana_asks.get("/settings/data/"))
    assert 'href="/settings/account/leave/"' in page
    assert str(shipped.HOME.path) not in page
    assert ana_asks.post("/settings/data/erase/", {"word": "erase"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_who_leaves_is_erased_and_nobody_else(ana: User, ana_asks: Client) -> None:
    ben = account("Ben", "Okoye")
    for owner, line in ((ana, "Jun Sato, potter"), (ben, "Mira Holm, weaver")):
        remember_line(owner, line, today=dt.date(2026, 11, 20))
    (shipped.HOME.uploads / "of-somebody-else.zip").write_bytes(b"kept")
    answer = ana_asks.post("/settings/account/leave/", {"password": PASSWORD})
    assert "Your account is deleted." in page_of(answer)
    assert [each.email for each in User.objects.all()] == ["ben@harbour.example"]
    assert [each.name for each in Contact.objects.all()] == ["Mira Holm"]
    assert (shipped.HOME.uploads / "of-somebody-else.zip").exists()
    assert connection.vendor in ("sqlite", "postgresql")


@pytest.mark.django_db(transaction=True)
def test_nobody_leaves_without_the_password(ana: User, ana_asks: Client) -> None:
    answer = ana_asks.post("/settings/account/leave/", {"password": "Wrong-kiln-7"})
    assert "This is not your password." in page_of(answer)
    assert User.objects.filter(pk=ana.pk).exists()


PAGES = [
    "/join/", "/login/", "/logout/", "/closed/", "/confirm/", "/confirm/abc/", "/forgotten/",
    "/forgotten/sent/", "/forgotten/done/", "/forgotten/1-abc/", "/again/", "/settings/",
    "/settings/account/", "/settings/account/e-mail/", "/settings/account/password/",
    "/settings/account/sessions/", "/settings/account/leave/", f"{STEP}/", f"{STEP}/totp/activate/",
    f"{STEP}/webauthn/", f"{STEP}/webauthn/add/", f"{STEP}/reauthenticate/",
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("is_in", [True, False], ids=["member", "stranger"])
def test_every_page_is_drawn_in_our_hand(
    ana_asks: Client, stranger: Client, letters: Letters, address: str, is_in: bool
) -> None:
    is_me(ana_asks)
    client = ana_asks if is_in else stranger
    page = page_of(client.get(address, follow=True))
    assert 'class="wordmark"' in page
    assert "<h1>" in page
    assert page.count("</html>") == 1
    for foreign in ("Sign In", "Sign Up", "Please", "!</", "style=", "Menu:"):
        assert foreign not in page
