"""The key of a program: who gets in with it, to what, how often; and that no session does."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.api import limits
from redleaf.web.api.models import Program as Row
from tests.web.api.conftest import INVITATIONS, Program, asking

SETTINGS = "/settings/programs/"
NOTE = {"text": "I'd like to add you to my professional network."}


def test_only_a_digest_of_it_is_kept(bringer: Program) -> None:
    row = Row.objects.get()
    assert row.digest == hashlib.sha256(bringer.key.encode()).hexdigest()
    assert bringer.key not in repr(Row.objects.values())


def test_it_tells_when_it_was_used_last(bringer: Program) -> None:
    assert bringer.row.last_used_at is None
    bringer.post(asking())
    bringer.row.refresh_from_db()
    assert bringer.row.last_used_at is not None


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer redleaf_no", "Basic YTpi"])
def test_without_a_key_nothing_is_told(ana_asks: Client, header: str) -> None:
    """Nor for who is logged in: a page elsewhere can make their browser ask."""
    asked = {"Authorization": header} if header else {}
    for answer in (
        ana_asks.get(INVITATIONS, headers=asked),
        ana_asks.post(INVITATIONS, "{}", content_type="application/json", headers=asked),
        ana_asks.post("/api/check", "{}", content_type="application/json", headers=asked),
    ):
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert answer.json()["faults"] == []


def test_a_key_opens_no_page(bringer: Program) -> None:
    asks = Client(SERVER_NAME="127.0.0.1", headers=bringer.headers)
    assert asks.get("/inbox/").status_code == 403
    assert asks.get(SETTINGS).status_code == 403


def test_each_does_what_it_may(bringer: Program, reader: Program) -> None:
    assert bringer.post(asking()).status_code == 200
    assert reader.get().status_code == 200
    for answer, told in ((bringer.get(), "read the inbox"), (reader.post({}), "bring inv")):
        assert answer.status_code == 403
        assert told in answer.json()["message"]
    for each in (bringer, reader):
        assert each.post(NOTE, "/api/check").json()["reports"][0]["verdict"] == "default"


def test_a_key_taken_away_opens_nothing(bringer: Program, ana_asks: Client) -> None:
    bringer.post(asking())
    page = ana_asks.post(f"{SETTINGS}{bringer.row.pk}/revoke/", follow=True).content.decode()
    assert "opens nothing any more" in page
    assert bringer.post(asking(text="More.")).status_code == 401
    # What it brought is an act of the memory, and the key is none: undoing brings no key back.
    assert ana_asks.get("/inbox/").content.decode().count("Jun Sato")


def test_a_closed_account_is_closed_to_its_programs(bringer: Program, ana: User) -> None:
    ana.is_active = False
    ana.save(update_fields=["is_active"])
    assert bringer.post(asking()).status_code == 401


def test_nobody_elses_inbox_is_read(bringer: Program, reader: Program, ben: User) -> None:
    told = bringer.post(asking()).json()["invitations"][0]
    bens = Program(ben, may_read=True)
    address = f"{INVITATIONS}/{told['invitation']}"
    assert reader.get(address).status_code == 200
    assert bens.get(address).status_code == 404
    assert bens.get().json()["count"] == 0


@pytest.mark.parametrize("address", ["/api/nowhere", "/api/invitations/7", "/api/invitations/"])
def test_nothing_stands_elsewhere(reader: Program, address: str) -> None:
    for answer in (reader.get(address), reader.post({}, address)):
        assert answer.status_code == 404
        assert answer.json()["message"] == "There is nothing at this address."


def test_a_wrong_method_names_the_right_ones(reader: Program) -> None:
    answer = Client(SERVER_NAME="127.0.0.1").delete(INVITATIONS, headers=reader.headers)
    assert answer.status_code == 405
    assert {*answer.headers["Allow"].split(", ")} == {"GET", "POST"}
    assert answer.json()["status"] == 405


def test_it_is_good_for_so_many_requests_a_minute(
    reader: Program, bringer: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "REQUESTS_A_MINUTE", 3)
    with time_machine.travel(dt.datetime(2026, 11, 20, 9, 0, 15, tzinfo=dt.UTC), tick=False) as now:
        assert [reader.get().status_code for _ in range(5)] == [200, 200, 200, 429, 429]
        answer = reader.get()
        assert answer.headers["Retry-After"] == "45"
        assert "Ask again in 45 seconds." in answer.json()["message"]
        assert bringer.post(asking()).status_code == 200
        now.shift(45)
        assert reader.get().status_code == 200


def test_who_tries_keys_has_to_wait(reader: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STRANGERS_A_MINUTE", 3)
    asks = Client(SERVER_NAME="127.0.0.1")
    asked = [_tried(asks, f"redleaf_{number}") for number in range(5)]
    assert asked == [401, 401, 401, 429, 429]
    # A key that opens is not held up by who tries others from the same place.
    assert reader.get().status_code == 200


def _tried(asks: Client, key: str) -> int:
    answer: Any = asks.get(INVITATIONS, headers={"Authorization": f"Bearer {key}"})
    return int(answer.status_code)


@pytest.mark.parametrize("asks", [Program.get, lambda who: who.post([])])
def test_where_the_store_is_locked_it_says_so(
    bringer: Program, asks: Callable[[Program], Any]
) -> None:
    with connection.execute_wrapper(_locked):
        answer = asks(bringer)
    assert answer.status_code == 503
    assert "writing here already" in answer.json()["message"]
    assert answer.headers["Retry-After"]


def _locked(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
    """Another holds the store: whatever is written fails, as SQLite says it."""
    if sql.startswith("UPDATE"):
        raise OperationalError("database is locked")
    return execute(sql, *more)
