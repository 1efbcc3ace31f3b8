"""The language model of a team's server: who keeps the desk sets it and says who may ask it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as shipped
from django.test import Client

from redleaf.languagemodel.settings import forget_settings
from redleaf.web.accounts.models import User
from tests.web.team.conftest import account, logged_in

PAGE = "/settings/model/"
SAID = {
    "address": "https://models.example/v1",
    "model": "larch",
    "candidates": "3",
    "timeout_seconds": "5",
}
FACTS = {"name": "Mira Holt", "event": "Salt Days", "topic": "the ferry that never turns round"}
BUTTON = "Let larch write, too"


@pytest.fixture
def kai_asks(db: Any) -> Iterator[Client]:
    """Kai keeps the desk."""
    kai = account("Kai", "Berg")
    kai.is_staff = True
    kai.save(update_fields=["is_staff"])
    yield logged_in(kai)
    forget_settings(shipped.HOME.path)


def page_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_everybody_may_ask_where_that_is_said(kai_asks: Client, ana_asks: Client) -> None:
    page = page_of(kai_asks.post(PAGE, {**SAID, "is_for_all": "on"}, follow=True))
    assert 'name="is_for_all" checked' in page
    assert BUTTON in page_of(ana_asks.post("/write/", FACTS))


def test_otherwise_who_keeps_the_desk_alone(kai_asks: Client, ana_asks: Client) -> None:
    page = page_of(kai_asks.post(PAGE, SAID, follow=True))
    assert 'name="is_for_all" checked' not in page
    assert BUTTON not in page_of(ana_asks.post("/write/", FACTS))
    assert ana_asks.post("/write/model/", FACTS, headers={"HX-Request": "true"}).status_code == 204
    assert BUTTON in page_of(kai_asks.post("/write/", FACTS))


def test_nobody_else_sees_the_page(ana: User, kai_asks: Client, ana_asks: Client) -> None:
    kai_asks.post(PAGE, SAID)
    for path in ("", "trial/", "forget/"):
        assert ana_asks.post(PAGE + path, SAID).status_code == 404
    assert ana_asks.get(PAGE).status_code == 404
    assert PAGE not in page_of(ana_asks.get("/settings/"))
    assert PAGE in page_of(kai_asks.get("/settings/"))
    assert (shipped.HOME.path / "model.json").exists()
