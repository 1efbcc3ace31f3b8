"""The page Write with a language model: the desk's notes at once, the model's when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from redleaf.languagemodel import Address, ModelSettings, read_settings
from redleaf.languagemodel.settings import forget_settings, write_settings
from redleaf.web.accounts.models import User
from redleaf.web.contacts.services.erasing import erase_account
from tests.languagemodel.servers import ModelServer, model_server, says, writes

FACTS = {
    "name": "Mira Holt",
    "event": "Salt Days",
    "on": "2026-11-12",
    "topic": "the ferry that never turns round",
    "my_name": "Ines Duarte",
    "network": "linkedin",
}
GOOD = "Hi Mira, our talk at Salt Days and the ferry that never turns round are still with me."
UNTRUE = "Mira, the ferry that never turns round made me think of Berlin. Ines"


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server(writes([GOOD, UNTRUE])) as server:
        model = ModelSettings(Address.read(server.address), "larch", timeout_seconds=5)
        write_settings(settings.HOME.path, model)
        yield server
    forget_settings(settings.HOME.path)


def page(client: Client, path: str = "/write/", **more: Any) -> str:
    answer = client.post(path, {**FACTS, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def notes(html: str) -> list[tuple[str, str]]:
    """Number and text of each note that can be chosen."""
    found = re.findall(r'id="draft-(\d)" data-text="([^"]*)"', html)
    return [(number, unescape(text)) for number, text in found]


def test_nothing_speaks_of_a_model_where_none_is_set(ana_asks: Client) -> None:
    html = page(ana_asks)
    assert "/write/model/" not in html
    assert len(notes(html)) == 3


def test_a_setting_alone_sends_nothing(ana_asks: Client, server: ModelServer) -> None:
    html = page(ana_asks)
    assert "Let larch write, too" in html
    assert f"These facts go to larch at {server.place}." in html
    assert len(notes(html)) == 3
    assert server.requests == []


def test_its_notes_come_behind_the_desks_own(ana_asks: Client, server: ModelServer) -> None:
    part = ana_asks.post("/write/model/", FACTS, headers={"HX-Request": "true"}).content.decode()
    assert notes(part) == [("4", GOOD)]
    assert f"By larch at {server.place}" in part
    assert "wrote 2 notes: 1 shown, 1 said what is not in the brief." in part
    assert "<html" not in part


def test_without_script_they_come_on_the_page(ana_asks: Client, server: ModelServer) -> None:
    html = page(ana_asks, "/write/model/")
    assert [number for number, _ in notes(html)] == ["1", "2", "3", "4"]
    assert notes(html)[:3] == notes(page(ana_asks))
    assert notes(html)[3][1] == GOOD


def test_a_fact_in_its_note_leads_to_its_source(ana_asks: Client, server: ModelServer) -> None:
    html = page(ana_asks, "/write/model/")
    cited = re.findall(r'class="fact" href="#source-4(\w)"', html)
    listed = re.findall(r'class="source" id="source-4(\w)"', html)
    assert cited
    assert set(cited) == set(listed)


def test_the_desks_own_are_there_whatever_it_does(ana_asks: Client, server: ModelServer) -> None:
    server.behaviour = says("I'm sorry, but I can't help with that.")
    html = page(ana_asks, "/write/model/")
    assert notes(html) == notes(page(ana_asks))
    assert "would not write these notes; these are Redleaf&#x27;s own." in html


def test_what_a_server_says_is_no_part_of_the_page(ana_asks: Client, server: ModelServer) -> None:
    server.behaviour = says(f"1. {GOOD}\n2. Mira, <script>alert(1)</script> the ferry. Ines")
    html = page(ana_asks, "/write/model/")
    assert "<script>alert" not in html


def test_settings_that_cannot_be_read_are_none(ana_asks: Client, server: ModelServer) -> None:
    (settings.HOME.path / "model.json").write_text("{")
    html = page(ana_asks)
    assert "/write/model/" not in html
    assert len(notes(html)) == 3


def test_it_asks_nobody_without_a_name(ana_asks: Client, server: ModelServer) -> None:
    html = page(ana_asks, "/write/model/", name="")
    assert "Whom is the note for?" in html
    part = ana_asks.post("/write/model/", {"name": ""}, headers={"HX-Request": "true"})
    assert part.status_code == 204
    assert server.requests == []


def test_it_is_asked_by_a_button_alone(ana_asks: Client, server: ModelServer) -> None:
    assert ana_asks.get("/write/model/", FACTS).status_code == 405
    assert server.requests == []


def test_a_stranger_asks_nothing(cleo_asks: Client, server: ModelServer) -> None:
    assert cleo_asks.post("/write/model/", FACTS).status_code == 403
    assert server.requests == []


@pytest.mark.django_db(transaction=True)
def test_an_account_that_is_erased_takes_the_settings_along(ana: User, server: ModelServer) -> None:
    erase_account(ana)
    assert read_settings(settings.HOME.path) is None
