"""The way in: a key that works once, and nothing without it."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from redleaf.web.accounts.models import EntryKey, User
from redleaf.web.accounts.services import KEY_LASTS, local_owner, make_entry_key
from redleaf.web.home import proof_of

CLOSED = "This desk opens with a key"


def enter(client: Client, key: str) -> int:
    return client.get("/enter/", {"key": key}).status_code


def test_it_lets_the_owner_in(ana: User, cleo_asks: Client) -> None:
    answer = cleo_asks.get("/enter/", {"key": make_entry_key(ana)})
    assert answer.status_code == 200
    assert 'content="0; url=/"' in answer.content.decode()
    assert cleo_asks.get("/check/").status_code == 200


def test_it_gives_a_cookie_that_no_script_and_no_other_site_gets(
    ana: User, cleo_asks: Client
) -> None:
    answer = cleo_asks.get("/enter/", {"key": make_entry_key(ana)})
    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


def test_it_works_once(ana: User, cleo_asks: Client) -> None:
    key = make_entry_key(ana)
    assert enter(cleo_asks, key) == 200
    assert enter(Client(), key) == 403


def test_it_leads_home_who_is_in_already(ana: User, ana_asks: Client) -> None:
    assert ana_asks.get("/enter/", {"key": "spent"}).headers["Location"] == "/"


def test_it_is_over_after_a_while(ana: User, cleo_asks: Client) -> None:
    now = dt.datetime.now(dt.UTC)
    key = make_entry_key(ana)
    with time_machine.travel(now + KEY_LASTS + dt.timedelta(seconds=1), tick=False):
        assert enter(cleo_asks, key) == 403


def test_it_is_kept_as_a_digest_alone(ana: User) -> None:
    key = make_entry_key(ana)
    assert key not in EntryKey.objects.get().digest


def test_it_is_not_spent_by_a_look_at_its_head(ana: User, cleo_asks: Client) -> None:
    key = make_entry_key(ana)
    assert cleo_asks.head("/enter/", {"key": key}).status_code == 405
    assert enter(cleo_asks, key) == 200


@pytest.mark.parametrize("key", ["", "guessed", "x" * 10_000])
def test_it_refuses_what_is_no_key(cleo_asks: Client, key: str) -> None:
    answer = cleo_asks.get("/enter/", {"key": key})
    assert answer.status_code == 403
    assert "redleaf desk" in answer.content.decode()


def test_there_is_one_owner(db: None) -> None:
    assert local_owner() == local_owner()
    assert not local_owner().has_usable_password()


def addresses() -> list[str]:
    """Every address of the desk, with an invented id where one stands in it."""

    def walk(patterns: list[URLPattern | URLResolver], before: str) -> list[str]:
        found = []
        for each in patterns:
            here = before + str(each.pattern)
            found += walk(each.url_patterns, here) if isinstance(each, URLResolver) else [here]
        return found

    uuid = "0b8f3c0e-5d5b-4a53-9c43-1f1a2a2c7d11"
    return [
        f"/{each.replace('<uuid:audit_id>', uuid)}"
        for each in walk(get_resolver().url_patterns, "")
    ]


OPEN_TO_ALL = {"/enter/", "/healthz", "/join/", "/login/"}
# A stranger comes to a door, and a program with a key of its own; the page for programs is closed.
OPEN_BELOW = ("/to/", "/api/")


def is_closed(address: str) -> bool:
    is_below = address.startswith(OPEN_BELOW) and address != "/api/"
    return not is_below and address not in OPEN_TO_ALL


@pytest.mark.parametrize("address", [*sorted(filter(is_closed, {*addresses()})), "/nowhere/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_it_is_closed_without_a_session(cleo_asks: Client, address: str, method: str) -> None:
    answer = getattr(cleo_asks, method)(address)
    assert answer.status_code == 403
    assert CLOSED in answer.content.decode()


def test_it_says_that_it_lives(cleo_asks: Client) -> None:
    assert cleo_asks.get("/healthz").json()["status"] == "ok"


def test_it_proves_which_desk_it_is_and_gives_no_secret_away(
    cleo_asks: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "INSTANCE", "known to the owner alone")
    first = cleo_asks.get("/healthz", {"ask": "one"}).json()
    second = cleo_asks.get("/healthz", {"ask": "two"}).json()
    assert first["proof"] == proof_of("known to the owner alone", "one")
    assert first["proof"] != second["proof"]
    assert "known to the owner alone" not in str(first)


@pytest.mark.parametrize("address", ["/join/", "/login/"])
def test_it_says_that_no_account_is_needed(cleo_asks: Client, address: str) -> None:
    answer = cleo_asks.get(address)
    assert answer.status_code == 200
    assert "No account is needed here." in answer.content.decode()
