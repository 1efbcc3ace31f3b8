"""`redleaf import` at a terminal: what is shown, what is asked, and what each key does."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.address_files import CARDS, DOUBTFUL
from tests.cli.terminal import Session, at_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

ASKED = "? help:"
LAST = "n no:"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that knows Anna Brandt, and a file with one who may be her."""
    home = tmp_path_factory.mktemp("filled")
    (home / "phone.vcf").write_text(CARDS)
    (home / "more.csv").write_text(DOUBTFUL)
    command = [sys.executable, "-m", "redleaf", "import", "phone.vcf", "--home", str(home)]
    subprocess.run(command, cwd=home, check=True, capture_output=True)
    return home


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


def asked(home: Path, *keys: tuple[str, str]) -> Session:
    return at_terminal(home, ["import", "more.csv"], keys)


def people(home: Path) -> int:
    store = sqlite3.connect(home / "db.sqlite3")
    try:
        return int(store.execute("SELECT count(*) FROM contacts_contact").fetchone()[0])
    finally:
        store.close()


def test_it_shows_both_and_why_and_adds_to_the_same_person(home: Path) -> None:
    run = asked(home, (ASKED, "?"), (ASKED, "s"), (LAST, "y"))
    assert run.code == 0
    text = " ".join(run.text.split())
    assert "in the file Anna Brandt, Weir Trust, brandt@home.example" in text
    assert "known Anna Brandt, Warden at Weir Trust, anna@weir.example" in text
    assert "the same name" in text
    assert "Imported more.csv." in text
    assert people(home) == 3


@pytest.mark.parametrize(("key", "count"), [("n", 4), ("k", 3), ("a", 4)])
def test_each_key_does_what_it_says(home: Path, key: str, count: int) -> None:
    assert asked(home, (ASKED, key), (LAST, "y")).code == 0
    assert people(home) == count


def test_a_no_at_the_end_changes_nothing(home: Path) -> None:
    run = asked(home, (ASKED, "s"), (LAST, "n"))
    assert run.code == 1
    assert "Nothing was imported." in run.text
    assert people(home) == 2


def test_leaving_at_a_question_changes_nothing(home: Path) -> None:
    run = asked(home, (ASKED, "\x04"))
    assert run.code == 1
    assert "Stopped; nothing was imported." in run.text
    assert people(home) == 2


def test_with_yes_nothing_is_asked(home: Path) -> None:
    run = at_terminal(home, ["import", "more.csv", "--yes"])
    assert run.code == 0
    assert "redleaf people merge asks" in run.text
    assert people(home) == 4
