"""An import that is killed, that two start at once, or that finds the disk full: all or nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.address_files import CARDS
from tests.project.tree import ROOT

KILLS = 20
PEOPLE = 400

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX kills without a word")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two people in it, made by a command of its own."""
    folder = tmp_path_factory.mktemp("store")
    (folder / "first.vcf").write_text(CARDS)
    done = subprocess.run(command(folder, "first.vcf"), capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def command(home: Path, *files: str) -> list[str]:
    return [sys.executable, "-m", "redleaf", "import", "--home", str(home / "home"), *files]


def cards(path: Path, mark: str) -> None:
    path.write_text(
        "".join(
            f"BEGIN:VCARD\nVERSION:3.0\nFN:{mark} P{at}\nN:P{at};{mark};;;\n"
            f"EMAIL:{mark}{at}@weir.example\nNOTE:{'x' * 500}\nEND:VCARD\n"
            for at in range(PEOPLE)
        )
    )


def asked(home: Path, question: str) -> list[tuple[object, ...]]:
    store = sqlite3.connect(home / "home" / "db.sqlite3")
    try:
        return store.execute(question).fetchall()
    finally:
        store.close()


def people(home: Path, mark: str) -> int:
    question = f"SELECT count(*) FROM contacts_contact WHERE name LIKE '{mark} %'"  # noqa: S608
    return int(str(asked(home, question)[0][0]))


def test_killed_at_any_moment_it_is_whole_or_absent(tmp_path: Path) -> None:
    """A short form of `make bench ARGS=kill`."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.kills", str(tmp_path), str(KILLS), "11"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(run.stdout)
    assert found.pop("kills") == KILLS
    # Some come before the end and some after it, or nothing would be shown.
    assert 0 < found.pop("whole") < KILLS
    assert found.pop("acknowledged") >= 0
    assert set(found.values()) == {0}, found


def test_two_at_once_take_turns_and_bring_everybody_once(home: Path) -> None:
    cards(home / "twice.vcf", "Twice")
    runs = [
        subprocess.Popen(
            command(home, "twice.vcf"), cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    said = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert people(home, "Twice") == PEOPLE


@pytest.mark.parametrize("left", [8_192, 262_144])
def test_a_full_disk_is_one_sentence_and_nothing_is_changed(home: Path, left: int) -> None:
    """No file may grow past what the store is, and a little: as on a disk that is nearly full."""
    mark = f"Full{left}"
    cards(home / f"{mark}.vcf", mark)
    asked(home, "PRAGMA wal_checkpoint(TRUNCATE)")
    before = asked(home, "SELECT count(*) FROM contacts_contact")
    limited = (
        "import resource, sys; from redleaf.cli import main; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({left}, {left})); sys.exit(main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", limited, *command(home, f"{mark}.vcf")[3:]],
        cwd=home, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 1, run.stdout
    assert run.stderr.startswith("redleaf: ")
    assert run.stderr.count("\n") == 1
    assert "disk" in run.stderr
    assert asked(home, "SELECT count(*) FROM contacts_contact") == before
    assert asked(home, "PRAGMA integrity_check") == [("ok",)]
