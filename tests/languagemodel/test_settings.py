"""Settings: an address as people paste it, kept where only the user reads it; none by default."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from redleaf.errors import ConfigError
from redleaf.languagemodel import Address, ModelSettings, read_settings
from redleaf.languagemodel.settings import FILE, forget_settings, write_settings

SETTINGS = ModelSettings(
    Address.read("https://models.example/v1"), "larch", 45, 3, sends_history=True, has_key=True
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
        ("localhost:11434/", "http://localhost:11434/v1"),
        ("LOCALHOST:1234/v1/", "http://localhost:1234/v1"),
        ("[::1]:8080", "http://[::1]:8080/v1"),
        ("models.example", "https://models.example/v1"),
        ("https://models.example:443/v1/chat/completions", "https://models.example/v1"),
        ("https://models.example/openai/v1/", "https://models.example/openai/v1"),
        (" https://models.example/a/b%20c ", "https://models.example/a/b%20c"),
        ("https://bücher.example/v1", "https://xn--bcher-kva.example/v1"),
    ],
)
def test_it_reads_an_address_as_people_paste_it(text: str, read: str) -> None:
    assert str(Address.read(text)) == read
    assert Address.read(read) == Address.read(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "write it as"),
        ("http://", "names no host"),
        ("ftp://models.example/v1", "speaks http"),
        ("file:///etc/passwd", "speaks http"),
        ("https://ana:sk-4711@models.example/v1", "leave user name and password out"),
        ("https://@models.example/v1", "leave user name and password out"),
        ("https://models.example/v1?key=sk-4711", "leave out what follows"),
        ("https://models.example/v1#sk-4711", "leave out what follows"),
        ("https://models.example:0/v1", "a port is a number"),
        ("https://models.example:99999/v1", "a port is a number"),
        ("https://models.example:http/v1", "a port is a number"),
        ("https://models.example/v1\r\nX-Evil: 1", "write it as"),
        ("https://models example/v1", "write it as"),
        ("https://models.example/ü", "its path has signs"),
        ("https://-.example..com/v1", "names no host"),
        ("https://[::1/v1", "write it as"),
    ],
)
def test_it_says_what_is_wrong_with_an_address(text: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why) as told:
        Address.read(text)
    assert "4711" not in str(told.value)


@pytest.mark.parametrize("address", ["http://models.example/v1", "http://192.168.0.7:8080/v1"])
def test_it_speaks_http_to_another_machine_only_where_the_user_says_so(address: str) -> None:
    with pytest.raises(ConfigError, match="not encrypted"):
        ModelSettings(Address.read(address), "larch")
    allowed = ModelSettings(Address.read(address), "larch", may_be_unencrypted=True)
    assert str(allowed.address) == address


@pytest.mark.parametrize(
    "address", ["http://localhost.evil.example/v1", "http://127.0.0.1.example"]
)
def test_a_name_that_only_looks_like_this_machine_is_another(address: str) -> None:
    with pytest.raises(ConfigError, match="not encrypted"):
        ModelSettings(Address.read(address), "larch")


def test_none_is_set_by_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path) is None
    assert read_settings(tmp_path / "not there") is None


def test_it_keeps_them_where_only_the_user_reads_them(tmp_path: Path) -> None:
    home = tmp_path / "home"
    write_settings(home, SETTINGS)
    write_settings(home, SETTINGS)
    assert read_settings(home) == SETTINGS
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600
    assert [each.name for each in home.iterdir()] == [FILE]


def test_it_forgets_them(tmp_path: Path) -> None:
    write_settings(tmp_path, SETTINGS)
    assert forget_settings(tmp_path)
    assert not forget_settings(tmp_path)
    assert read_settings(tmp_path) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"address": "http://models.example/v1"},
        {"address": 7},
        {"model": ""},
        {"model": "lar\x1bch"},
        {"model": None},
        {"timeout_seconds": 0},
        {"timeout_seconds": True},
        {"timeout_seconds": 1e9},
        {"candidates": 1000},
        {"sends_history": "no"},
    ],
)
def test_a_file_that_was_changed_by_hand_names_what_is_wrong(
    changed: dict[str, object], tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text(json.dumps({**SETTINGS.to_json(), **changed}))
    with pytest.raises(ConfigError, match=rf"{FILE}: {next(iter(changed))}: .* writes it anew"):
        read_settings(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, "\x00\xff"])
def test_a_file_that_is_none_of_ours_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(ConfigError, match="writes it anew"):
        read_settings(tmp_path)
