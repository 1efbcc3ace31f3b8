"""The home: one folder, closed to other users."""

from __future__ import annotations

from pathlib import Path

import pytest

from redleaf.web.home import Home, Running, write_private


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "desk")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_it_is_closed_to_others(home: Home) -> None:
    home.prepare()
    assert mode(home.path) == 0o700
    assert mode(home.path / "secret") == 0o600


def test_it_closes_a_folder_that_was_open(home: Home) -> None:
    home.path.mkdir(mode=0o755)
    home.prepare()
    assert mode(home.path) == 0o700


def test_it_makes_its_secret_once(home: Home) -> None:
    home.prepare()
    secret = home.secret()
    home.prepare()
    assert home.secret() == secret
    assert len(secret) > 50


def test_reading_it_writes_nothing(home: Home) -> None:
    assert home.secret()
    assert home.running() is None
    assert not home.path.exists()


def test_it_says_where_the_desk_is_for_as_long_as_it_runs(home: Home) -> None:
    home.prepare()
    here = Running(port=9000, pid=1, instance="one")
    with home.announced(here):
        assert home.running() == here
        assert mode(home.path / "desk.json") == 0o600
    assert home.running() is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": 1}', '{"port": 1, "more": 2}'])
def test_a_broken_announcement_is_none(home: Home, text: str) -> None:
    home.prepare()
    (home.path / "desk.json").write_text(text)
    assert home.running() is None


def test_a_private_file_replaces_a_link_and_does_not_follow_it(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    link = tmp_path / "link"
    link.symlink_to(other)
    write_private(link, "key")
    assert other.read_text() == "mine"
    assert mode(link) == 0o600


def test_the_page_with_the_key_lies_where_a_sandboxed_browser_reads(tmp_path: Path) -> None:
    assert Home(tmp_path / ".hidden" / "desk").door.parent == Path.home()
    assert Home(Path("/srv/desk")).door.parent == Path("/srv/desk")


def test_the_environment_chooses_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REDLEAF_HOME", str(tmp_path))
    assert Home.from_environment().path == tmp_path
    monkeypatch.delenv("REDLEAF_HOME")
    assert Home.from_environment().path.name == "redleaf"
