"""The drill: a home is backed up, lost and comes back; a broken backup replaces nothing."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from redleaf.cli import main
from redleaf.web.home import Home, Running

LINES = "Mira Holt, curator at Muzeum Wody, met in Porto last Thursday\nBo Lindqvist, glazier\n"


def redleaf(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """In a process of its own: a store is opened once a process."""
    return subprocess.run(
        [sys.executable, "-m", "redleaf", *arguments],
        input=stdin, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two people in it."""
    home = tmp_path_factory.mktemp("home")
    done = redleaf("remember", "-", "--home", str(home), stdin=LINES)
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def backup(home: Path, tmp_path: Path) -> Path:
    file = tmp_path / "backup.zip"
    assert main(["backup", str(file), "--home", str(home)]) == 0
    return file


def rows(home: Path) -> Iterator[tuple[str, str]]:
    """A hash of every table."""
    with closing(sqlite3.connect(home / "db.sqlite3")) as store:
        names = store.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in sorted(names):
            found = sorted(map(repr, store.execute(f'SELECT * FROM "{name}"')))  # noqa: S608
            yield name, hashlib.sha256("\n".join(found).encode()).hexdigest()


def test_what_was_lost_comes_back_the_same(home: Path, backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert main(["restore", str(backup), "--home", str(new)]) == 0
    assert list(rows(new)) == list(rows(home))
    assert (new / "secret").read_text() == (home / "secret").read_text()
    told = redleaf("people", "--home", str(new))
    assert told.stdout == "2 people, 1 encounter.\n"


def test_nobody_else_reads_it(backup: Path, tmp_path: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    main(["restore", str(backup), "--home", str(tmp_path / "new")])
    for file in (tmp_path / "new").glob("*"):
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file


def test_it_copies_a_store_that_is_being_written(home: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(home / "db.sqlite3", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE contacts_contact SET headline = 'half written'")
        assert main(["backup", str(tmp_path / "busy.zip"), "--home", str(home)]) == 0
        writer.execute("ROLLBACK")
    main(["restore", str(tmp_path / "busy.zip"), "--home", str(tmp_path / "new")])
    assert list(rows(tmp_path / "new")) == list(rows(home))


def test_a_store_that_was_there_is_put_aside(home: Path, backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    for _ in range(2):
        main(["restore", str(backup), "--home", str(new)])
    assert (new / "before-restore-1" / "db.sqlite3").is_file()
    assert list(rows(new)) == list(rows(home))


def _cut(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _flipped(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]


def _nothing(_whole: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("broken", [_cut, _flipped, _nothing])
def test_a_broken_backup_replaces_nothing(
    home: Path, backup: Path, tmp_path: Path, broken: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(broken)
    backup.write_bytes(broken(backup.read_bytes()))
    before = list(rows(home))
    assert main(["restore", str(backup), "--home", str(home)]) == 1
    assert "is no backup of Redleaf, or it was cut or changed." in capsys.readouterr().err
    assert list(rows(home)) == before
    assert not list(home.glob("before-restore-*"))


def test_it_takes_no_other_file_out_of_a_zip(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup, "a") as file:
        file.writestr("../outside", "x")
    main(["restore", str(backup), "--home", str(tmp_path / "new")])
    assert not (tmp_path / "outside").exists()


def test_it_leaves_a_home_alone_in_which_a_desk_runs(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = Home(tmp_path / "new")
    new.prepare()
    with new.announced(Running(1, 1, "x")):
        assert main(["restore", str(backup), "--home", str(new.path)]) == 1
    assert "A desk runs in" in capsys.readouterr().err


def test_it_writes_over_nothing_unasked(home: Path, backup: Path) -> None:
    before = backup.read_bytes()
    assert main(["backup", str(backup), "--home", str(home)]) == 1
    assert backup.read_bytes() == before
    assert main(["backup", str(backup), "--home", str(home), "--overwrite"]) == 0


def test_it_says_where_no_store_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(tmp_path / "x.zip"), "--home", str(tmp_path)]) == 1
    assert "pg_dump" in capsys.readouterr().err
    assert not list(tmp_path.glob("*x.zip*"))
