"""The page Language model of the settings: set, tried, forgotten by the user alone."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from redleaf.languagemodel import read_settings
from redleaf.languagemodel.settings import FILE, forget_settings
from tests.languagemodel.keyrings import MemoryKeyring, memory_keyring
from tests.languagemodel.servers import ModelServer, model_server, writes

PAGE = "/settings/model/"
GOOD = "Hi Mira, our talk at Salt Days and the ferry that never turns round are still with me."
UNTRUE = "Mira, the ferry that never turns round made me think of Berlin. Ines"
KEY = "sk-river-ice-4711"
SAID = {"model": "larch", "candidates": "3", "timeout_seconds": "5"}


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server(writes([GOOD, UNTRUE])) as server:
        yield server


@pytest.fixture(autouse=True)
def ring() -> Iterator[MemoryKeyring]:
    with memory_keyring() as ring:
        yield ring
    forget_settings(settings.HOME.path)


@pytest.fixture
def file() -> Path:
    return settings.HOME.path / FILE


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def mend_at(page: str, field: str) -> str:
    return page.split(f'id="id_{field}-mend"')[1].split("</p>")[0]


def test_none_is_set(ana_asks: Client) -> None:
    page = page_of(ana_asks.get(PAGE))
    assert "Set one" in page
    assert "What leaves" not in page
    assert "Forget the model" not in page


def test_it_keeps_one_says_what_leaves_and_sends_nothing(
    ana_asks: Client, server: ModelServer
) -> None:
    page = page_of(ana_asks.post(PAGE, {**SAID, "address": server.address}, follow=True))
    kept = read_settings(settings.HOME.path)
    assert kept is not None
    assert (str(kept.address), kept.model, kept.candidates) == (server.address, "larch", 3)
    assert not any((kept.sends_history, kept.may_be_unencrypted, kept.has_key))
    assert f"What leaves for larch at {server.place}" in page
    assert "Notes to others, too." in page
    assert "Kept. Nothing is sent until somebody asks it to write." in page
    assert server.requests == []
    assert "Let larch write, too" in page_of(
        ana_asks.post("/write/", {"name": "Mira", "event": "Salt Days", "topic": "ferries"})
    )


def test_a_key_goes_into_the_keyring_and_on_no_page(
    ana_asks: Client, ring: MemoryKeyring, server: ModelServer, file: Path
) -> None:
    said = {**SAID, "address": server.address}
    page = page_of(ana_asks.post(PAGE, {**said, "key": KEY}, follow=True))
    assert ring.kept == {("redleaf model", server.address): KEY}
    assert "The key lies in the keyring." in page
    assert KEY not in page + file.read_text()
    # Whoever changes something else need not type it again.
    page = page_of(ana_asks.post(PAGE, {**said, "sends_history": "on"}, follow=True))
    assert "The key lies in the keyring." in page
    assert "And the last five notes to others." in page
    assert list(ring.kept.values()) == [KEY]
    page = page_of(ana_asks.post(PAGE, {**said, "without_key": "on"}, follow=True))
    assert "There is no key." in page
    assert ring.kept == {}


def test_a_key_is_for_one_server(
    ana_asks: Client, ring: MemoryKeyring, server: ModelServer
) -> None:
    ana_asks.post(PAGE, {**SAID, "address": server.address, "key": KEY})
    other = {**SAID, "address": "https://models.example/v1"}
    page = page_of(ana_asks.post(PAGE, other, follow=True))
    assert f"The key for {server.place} is out of the keyring." in page
    assert ring.kept == {}
    kept = read_settings(settings.HOME.path)
    assert kept is not None
    assert not kept.has_key


@pytest.mark.parametrize(
    ("field", "said", "mend"),
    [
        ("address", "", "Say where the model listens."),
        ("address", "ftp://models.example", "ftp:// is none that Redleaf speaks"),
        ("address", "https://me:word@models.example", "Leave user name and password out of it"),
        ("address", "http://models.example/v1", "This address is not encrypted"),
        ("model", "", "Say what its server calls it."),
        ("model", "x" * 201, "Name the model as its server does."),
        ("candidates", "11", "a whole number from 1 to 10"),
        ("candidates", "many", "a whole number from 1 to 10"),
        ("timeout_seconds", "0", "a whole number from 1 to 600"),
        ("timeout_seconds", "", "a whole number from 1 to 600"),
        ("key", "two words", "signs that a key does not have"),
    ],
)
def test_it_says_at_the_field_what_cannot_be_kept(
    ana_asks: Client, ring: MemoryKeyring, file: Path, field: str, said: str, mend: str
) -> None:
    whole = {**SAID, "address": "https://models.example/v1", "key": KEY, field: said}
    assert mend in mend_at(page_of(ana_asks.post(PAGE, whole)), field)
    assert not file.exists()
    assert ring.kept == {}


def test_a_network_of_ones_own_may_do_without_encryption(ana_asks: Client) -> None:
    said = {**SAID, "address": "http://models.example/v1", "may_be_unencrypted": "on"}
    assert "not encrypted on the way, as you allowed" in page_of(
        ana_asks.post(PAGE, said, follow=True)
    )


def test_without_a_keyring_it_says_so_at_the_key_and_keeps_nothing(
    ana_asks: Client, ring: MemoryKeyring, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise OSError("no desktop")

    monkeypatch.setattr(ring, "set_password", closed)
    page = page_of(ana_asks.post(PAGE, {**SAID, "address": "https://models.example", "key": KEY}))
    assert "missing or did not open" in mend_at(page, "key")
    assert not file.exists()
    assert KEY not in page


def test_a_trial_writes_to_somebody_invented_and_shows_what_becomes_of_it(
    ana_asks: Client, server: ModelServer
) -> None:
    ana_asks.post("/settings/", {"first_name": "Xiomara", "headline": "tunes bells"})
    ana_asks.post(PAGE, {**SAID, "address": server.address})
    page = page_of(ana_asks.post(f"{PAGE}trial/"))
    assert "wrote 2 notes. 1 could be shown." in page
    assert GOOD in page
    assert "Could be shown." in page
    assert "Not shown:" in page
    assert len(server.requests) == 1
    assert b"Xiomara" not in server.requests[0]
    assert b"bells" not in server.requests[0]


def test_a_trial_says_when_nobody_answers(ana_asks: Client, server: ModelServer) -> None:
    ana_asks.post(PAGE, {**SAID, "address": server.address})
    server.close()
    page = page_of(ana_asks.post(f"{PAGE}trial/"))
    assert f"The model at {server.place}" in page
    assert "Could be shown." not in page


def test_a_trial_of_none_leads_to_the_page(ana_asks: Client) -> None:
    assert ana_asks.post(f"{PAGE}trial/").headers["Location"] == PAGE


def test_it_forgets_the_model_and_its_key(
    ana_asks: Client, ring: MemoryKeyring, server: ModelServer, file: Path
) -> None:
    ana_asks.post(PAGE, {**SAID, "address": server.address, "key": KEY})
    page = page_of(ana_asks.post(f"{PAGE}forget/", follow=True))
    assert "No language model is set any more; nothing leaves." in page
    assert not file.exists()
    assert ring.kept == {}


def test_settings_that_cannot_be_read_are_set_anew_or_forgotten(
    ana_asks: Client, file: Path
) -> None:
    file.write_text("{")
    page = page_of(ana_asks.get(PAGE))
    assert "What was set cannot be read. Set it anew here." in page
    ana_asks.post(f"{PAGE}forget/")
    assert not file.exists()


def test_the_environments_key_goes_first(
    ana_asks: Client, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana_asks.post(PAGE, {**SAID, "address": server.address})
    monkeypatch.setenv("REDLEAF_MODEL_KEY", KEY)
    page = page_of(ana_asks.get(PAGE))
    assert "The key comes from REDLEAF_MODEL_KEY in the environment." in page
    assert KEY not in page


@pytest.mark.parametrize("path", ["", "trial/", "forget/"])
def test_it_is_closed_to_strangers(cleo_asks: Client, path: str) -> None:
    assert cleo_asks.post(PAGE + path, SAID).status_code == 403


def test_a_home_that_cannot_be_written_leaves_no_key_behind(
    ana_asks: Client, ring: MemoryKeyring, file: Path
) -> None:
    said = {**SAID, "address": "https://models.example/v1"}
    file.mkdir()
    try:
        page = page_of(ana_asks.post(PAGE, {**said, "key": KEY}))
    finally:
        file.rmdir()
    assert "this cannot be written" in page
    assert ring.kept == {}
    ana_asks.post(PAGE, {**said, "key": KEY})
    file.unlink()
    file.mkdir()
    try:
        ana_asks.post(PAGE, {**said, "key": "another-4711"})
    finally:
        file.rmdir()
    assert list(ring.kept.values()) == [KEY]


def test_a_keyring_that_takes_half_of_a_key_is_left_without(
    ana_asks: Client, ring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ring.set_password

    def half(service: str, user: str, secret: str) -> None:
        whole(service, user, secret[:4])

    monkeypatch.setattr(ring, "set_password", half)
    said = {**SAID, "address": "https://models.example/v1", "key": KEY}
    assert "keeps nothing" in mend_at(page_of(ana_asks.post(PAGE, said)), "key")
    assert ring.kept == {}
    page = page_of(ana_asks.post(PAGE, said, headers={"Accept-Language": "de"}))
    assert "Der Schlüsselbund dieses Rechners behält nichts. Setz" in mend_at(page, "key")
