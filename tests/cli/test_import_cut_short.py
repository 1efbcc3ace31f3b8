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

KILLS = 5
PEOPLE = 400
# One command after another, each with less room than it needs, and a store that is closed between.
ON_A_FULL_DISK = """
import contextlib, io, json, resource, sys
from redleaf.cli import main
job = json.loads(sys.argv[1])
none = resource.RLIM_INFINITY
answers = []
for size in job["sizes"]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, none))
    with contextlib.redirect_stderr(io.StringIO()) as told:
        code = main(job["arguments"])
    resource.setrlimit(resource.RLIMIT_FSIZE, (none, none))
    answers.append([code, told.getvalue()])
    if "django" in sys.modules:
        from django.db import connections
        connections.close_all()
print(json.dumps(answers))
"""

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


def cards(path: Path, mark: str, *, count: int = PEOPLE) -> None:
    path.write_text(
        "".join(
            f"BEGIN:VCARD\nVERSION:3.0\nFN:{mark} P{at}\nN:P{at};{mark};;;\n"
            f"EMAIL:{mark}{at}@weir.example\nNOTE:{'x' * 500}\nEND:VCARD\n"
            for at in range(count)
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
    # How many ends came before the kill is chance; that none of them is lost is not.
    assert found.pop("whole") >= found.pop("acknowledged")
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


@pytest.mark.parametrize(
    ("words", "needs"),
    [(["import", "full.vcf"], 150_000), (["remember", "Tove Lind, coffee in Turku"], 60_000)],
    ids=["import", "remember"],
)
def test_a_full_disk_is_one_sentence_and_nothing_is_changed(
    home: Path, words: list[str], needs: int
) -> None:
    """No file may grow past a size: as on a disk that is nearly full, at ten places of a write."""
    cards(home / "full.vcf", "Full", count=80)
    before = everything(home)
    sizes = [needs * part // 10 for part in range(10)]
    said = json.dumps({"sizes": sizes, "arguments": [*words, "--home", str(home / "home")]})
    run = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, said],
        cwd=home, capture_output=True, text=True, check=True,
    )  # fmt: skip
    answers = json.loads(run.stdout.splitlines()[-1])
    assert len(answers) == len(sizes)
    for size, (code, told) in zip(sizes, answers, strict=True):
        assert (size, code) == (size, 1), told
        assert told.startswith("redleaf: ")
        assert "disk" in told
        assert told.count("\n") == 1, told
    assert everything(home) == before
    assert asked(home, "PRAGMA integrity_check") == [("ok",)]


def everything(home: Path) -> list[str]:
    store = sqlite3.connect(home / "home" / "db.sqlite3")
    try:
        return list(store.iterdump())
    finally:
        store.close()
