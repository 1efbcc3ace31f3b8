"""What is asked at a terminal: who is meant, one person or two, and whether to erase."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from redleaf.cli.columns import cells
from tests.cli.terminal import Session, at_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

LINES = """Mira Holt, curator at Muzeum Wody, met at Museums & Web on 19 November 2026, mira@holt.example
Mira Novak, glazier at Kettle & Sons, coffee in Turku on 3 May 2024
Novak, spoke on the phone on 4 May 2024
大野春香, sound archivist at City Library, met in Nagasaki on 20 September 2026
Mira, coffee on 20 November 2026
"""  # noqa: E501
KEYS = "q quit:"
TODAY = ("--today", "2026-11-23")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with five people and the pairs that they make; copied for each test."""
    home = tmp_path_factory.mktemp("filled")
    said = run(home, "remember", "-", *TODAY, stdin=LINES)
    assert said.returncode == 0, said.stderr
    return home


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


def run(home: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "redleaf", *arguments],
        env={**os.environ, "REDLEAF_HOME": str(home)},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


def names(home: Path) -> list[str]:
    found = json.loads(run(home, "people", "find", "mira", "--format", "json").stdout)["people"]
    return sorted(each["name"] for each in found)


def pairs(home: Path) -> int:
    return len(json.loads(run(home, "people", "merge", "--format", "json").stdout)["pairs"])


def merge(home: Path, keys: str, *, columns: int = 80) -> Session:
    answers = [(KEYS, key) for key in keys]
    return at_terminal(home, ["people", "merge", *TODAY], answers, columns=columns)


def test_pairs_are_shown_side_by_side_and_answered_by_keys(home: Path) -> None:
    before = pairs(home)
    assert before == 3
    session = merge(home, "stutl")
    assert session.code == 0
    assert " │ " in session.text
    assert "1 merged, 1 kept apart, 1 left for later." in session.text
    assert all(cells(line) <= 80 for line in session.text.splitlines())


def test_an_answer_is_taken_back_by_a_key(home: Path) -> None:
    before = names(home), pairs(home)
    session = merge(home, "suq")
    assert "Undone: Merged" in session.text
    assert "Nothing was answered." in session.text
    assert (names(home), pairs(home)) == before


def test_in_a_narrow_terminal_they_stand_one_above_the_other(home: Path) -> None:
    session = merge(home, "q", columns=40)
    shown = session.text.partition(KEYS)[0]
    assert "│" not in shown
    assert all(cells(line) <= 40 for line in shown.splitlines() if "s same" not in line)


def test_several_of_a_name_are_asked_by_number(home: Path) -> None:
    session = at_terminal(home, ["people", "show", "glazier", *TODAY], env={"NO_COLOR": "1"})
    assert (session.code, "\x1b[" in session.raw) == (0, False)
    asked = at_terminal(
        home,
        ["people", "delete", "mir"],
        [("Enter for none:", "9\n"), ("or Enter for none.", "1\n")],
    )
    assert asked.code == 0
    assert "Deleted Mira" in asked.text


def test_colour_is_for_terminals_alone(home: Path) -> None:
    assert "\x1b[1m" in at_terminal(home, ["people", "find", "holt", *TODAY]).raw
    assert "\x1b" not in run(home, "people", "find", "holt", *TODAY).stdout


def test_who_is_doubtful_in_a_sentence_is_asked(home: Path) -> None:
    session = at_terminal(
        home,
        ["remember", "Haruka and Holt, dinner in Porto yesterday", *TODAY],
        [("Who is Holt?", "1\n")],
    )
    assert session.code == 0
    shown = run(home, "people", "show", "Mira Holt", *TODAY).stdout
    assert "Ate together in Porto" in shown


def test_erasing_asks_for_the_name(home: Path) -> None:
    asks = ["people", "erase", "mira holt"]
    other = at_terminal(home, asks, [("to erase it:", "Mira\n")])
    assert (other.code, "nothing is erased" in other.text) == (1, True)
    assert "Mira Holt" in names(home)
    done = at_terminal(home, asks, [("to erase it:", "mira holt\n")])
    assert (done.code, "Mira Holt is erased." in done.text) == (0, True)
    assert "Mira Holt" not in names(home)
    assert b"mira@holt.example" not in b"".join(
        path.read_bytes() for path in home.rglob("*") if path.is_file()
    )


def test_erasing_everything_offers_an_export_first(home: Path) -> None:
    session = at_terminal(
        home,
        ["people", "erase", "--everything"],
        [("q quit:", "y"), ("to erase it:", "erase everything\n")],
    )
    assert session.code == 0
    (kept,) = home.glob("redleaf-*.zip")
    assert "There is nobody here yet." in run(home, "people").stdout
    assert run(home, "import", str(kept)).returncode == 0
    assert "Mira Holt" in names(home)


def test_without_a_terminal_nothing_is_erased_unless_it_is_said_in_full(home: Path) -> None:
    unasked = run(home, "people", "erase", "Mira Holt")
    assert (unasked.returncode, "nothing is erased" in unasked.stderr) == (1, True)
    part = run(home, "people", "erase", "holt", "--yes")
    assert (part.returncode, "give the whole name" in part.stderr) == (1, True)
    assert "Mira Holt" in names(home)
