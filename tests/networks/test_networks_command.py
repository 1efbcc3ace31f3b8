"""`redleaf networks`."""

from __future__ import annotations

import json

import pytest

from redleaf.cli import main


def test_it_lists_the_networks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks"]) == 0
    out = capsys.readouterr().out
    line = next(line for line in out.splitlines() if line.startswith("LinkedIn"))
    assert "free" in line
    assert "200 characters" in line
    assert "languages" in line


def test_it_shows_one_with_its_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "linkedin"]) == 0
    out = capsys.readouterr().out
    for fragment in ("up to 200 characters", "Notes a month: 5", "Add a note", "seen, 2026-09-11"):
        assert fragment in " ".join(out.split())


def test_it_shows_another_kind_of_account(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "linkedin-premium"]) == 0
    assert "up to 300 characters" in capsys.readouterr().out


def test_it_says_so_when_no_note_can_be_sent(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "xing"]) == 0
    assert "An invitation cannot carry a note." in capsys.readouterr().out


def test_it_suggests_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "facebok"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Did you mean facebook?" in said.err


def test_it_gives_all_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    linkedin = next(each for each in data if each["name"] == "linkedin")
    assert linkedin["facts"][1]["source"]
    assert {"language", "text", "source", "state"} <= set(linkedin["default_texts"][0])


def test_it_gives_one_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["networks", "twitter", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "X"
