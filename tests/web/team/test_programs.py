"""Programs on a team's server: each person has their own, and they count by themselves."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from redleaf.web.accounts.models import User
from redleaf.web.api.models import Program as Row
from redleaf.web.contacts.models import Invitation
from tests.web.api.conftest import INVITATIONS, Program, asking, changes_of
from tests.web.team.conftest import PASSWORD, account, logged_in

PROGRAMS = "/settings/programs/"


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_each_person_has_their_own(ana: User, ana_asks: Client) -> None:
    ben = account("Ben", "Holt")
    anas, bens = (Program(each, may_bring=True, may_read=True) for each in (ana, ben))
    for each in (anas, bens):
        assert changes_of(each.post(asking())) == ["new"]
        assert each.get().json()["count"] == 1
    assert Invitation.objects.count() == 2
    page = page_of(ana_asks.get(PROGRAMS))
    assert anas.row.name in page
    assert bens.row.name not in page


@pytest.mark.django_db(transaction=True)
def test_who_leaves_takes_the_keys_along(ana: User, ana_asks: Client) -> None:
    program = Program(ana, may_read=True)
    ana_asks.post("/settings/account/leave/", {"password": PASSWORD})
    assert not User.objects.filter(pk=ana.pk).exists()
    assert program.get().status_code == 401
    assert not Row.objects.exists()


def test_a_key_is_made_by_who_says_the_password(ana: User) -> None:
    """Not by whoever sits down at a page that was left open."""
    with time_machine.travel(dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC), tick=False) as now:
        asks = logged_in(ana)
        now.shift(dt.timedelta(hours=1))
        asked = asks.post(PROGRAMS, {"name": "The scanner", "may_read": "on"})
        assert asked.headers["Location"].startswith("/again/")
        assert not Row.objects.exists()
        page = page_of(asks.post(asked.headers["Location"], {"password": PASSWORD}, follow=True))
        assert re.search(r"redleaf_[\w-]{43}", page)
        assert asks.get(PROGRAMS).status_code == 200


def test_programs_are_not_counted_as_strangers(ana: User, settings: Settings) -> None:
    settings.STRANGERS_RATE = "2/m/ip"
    program = Program(ana, may_bring=True)
    assert [program.post(asking()).status_code for _ in range(5)] == [200] * 5
    stranger = Client(SERVER_NAME="127.0.0.1")
    asked = [stranger.post(INVITATIONS, "{}", "application/json") for _ in range(5)]
    assert [each.status_code for each in asked] == [401] * 5
