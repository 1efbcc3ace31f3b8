"""Settings, Programs: make a key, see it once, take it away."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.api.models import Program as Row
from redleaf.web.api.services import MOST_PROGRAMS, let_in
from tests.web.api.conftest import INVITATIONS, Program

ADDRESS = "/settings/programs/"


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def key_in(page: str) -> str:
    found = re.search(r'id="key"[^>]*>(redleaf_[\w-]{43})<', page)
    assert found, page
    return found[1]


def test_a_key_is_shown_once_and_opens_what_was_said(ana_asks: Client, cleo_asks: Client) -> None:
    answer = ana_asks.post(ADDRESS, {"name": "The scanner", "may_read": "on"})
    assert "no-store" in answer.headers["Cache-Control"]
    key = key_in(page_of(answer))
    headers = {"Authorization": f"Bearer {key}"}
    assert cleo_asks.get(INVITATIONS, headers=headers).status_code == 200
    again = page_of(ana_asks.get(ADDRESS))
    assert "The scanner" in again
    assert "reads the inbox" in again
    assert "last used" in again
    assert key not in again


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"may_bring": "on"}, "brings invitations"),
        ({"may_bring": "on", "may_read": "on"}, "brings invitations and reads the inbox"),
        ({}, "checks texts"),
    ],
)
def test_it_says_what_each_may(ana_asks: Client, said: dict[str, str], told: str) -> None:
    assert f"{told} · not used yet" in page_of(ana_asks.post(ADDRESS, {"name": "It", **said}))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "Give it a name"),
        ("x" * 81, "longer than 80"),
        (" The\u202e  scanner ", "of that name"),
    ],
)
def test_what_does_not_fit_is_said(ana_asks: Client, ana: User, name: str, says: str) -> None:
    let_in(ana, "The scanner", may_bring=True, may_read=False)
    page = page_of(ana_asks.post(ADDRESS, {"name": name}))
    assert says in page
    assert Row.objects.count() == 1


def test_the_page_sent_again_makes_no_second_key(ana_asks: Client) -> None:
    for _ in range(2):
        ana_asks.post(ADDRESS, {"name": "The scanner"})
    assert Row.objects.count() == 1


def test_there_are_so_many_at_most(ana_asks: Client, ana: User) -> None:
    for number in range(MOST_PROGRAMS):
        let_in(ana, f"It {number}", may_bring=True, may_read=False)
    assert "as many programs" in page_of(ana_asks.post(ADDRESS, {"name": "One more"}))
    assert Row.objects.count() == MOST_PROGRAMS


def test_nobody_else_sees_it_or_takes_it_away(
    bringer: Program, ben_asks: Client, cleo_asks: Client
) -> None:
    assert bringer.row.name not in page_of(ben_asks.get(ADDRESS))
    revoke = f"{ADDRESS}{bringer.row.pk}/revoke/"
    assert ben_asks.post(revoke).status_code == 404
    assert cleo_asks.post(revoke).status_code == 403
    assert cleo_asks.get(ADDRESS).status_code == 403
    assert Row.objects.exists()


def test_two_people_may_call_theirs_alike(ana_asks: Client, ben_asks: Client) -> None:
    for asks in (ana_asks, ben_asks):
        key_in(page_of(asks.post(ADDRESS, {"name": "The scanner"})))


def test_the_page_for_people_names_every_address(ana_asks: Client, cleo_asks: Client) -> None:
    page = page_of(ana_asks.get("/api/"))
    described = cleo_asks.get("/api/openapi.json").json()
    for path in described["paths"]:
        assert path.partition("{")[0] in page
    assert "openapi.json" in page
    assert "<script" not in page.partition("</head>")[2].replace("<script src", "")
    assert cleo_asks.get("/api/").status_code == 403
