"""The store keeps its promises in PostgreSQL too: its tests run once more, on a server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]
STORES = (
    "tests/web/contacts",
    "tests/web/inbox",
    "tests/web/door",
    "tests/web/api/test_bring_invitations.py",
)
SECONDS = 900


@pytest.mark.parametrize("tests", STORES)
def test_the_tests_of_the_store_pass_on_postgresql(postgres: str, tests: str) -> None:
    # A run of its own: with the name of the settings at hand it would read them before its home and
    # its store are chosen, and take those of the run that started it.
    inherited = ("PYTEST_", "DJANGO_", "REDLEAF_HOME")
    env = {name: value for name, value in os.environ.items() if not name.startswith(inherited)}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests],
        cwd=ROOT,
        env={**env, "REDLEAF_TESTS_STORE": postgres},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]


@pytest.mark.parametrize("address", ["mysql://ana:secret@localhost/db", "nonsense", "sqlite://"])
def test_another_database_is_refused_without_its_password(tmp_path: Path, address: str) -> None:
    done = _ask_settings(tmp_path, address)
    assert "DATABASE_URL" in done.stderr
    assert "PostgreSQL" in done.stderr
    assert "secret" not in done.stderr


def test_it_says_what_to_install_when_the_part_for_postgresql_is_missing(tmp_path: Path) -> None:
    (tmp_path / "psycopg.py").write_text("raise ModuleNotFoundError(name='psycopg')")
    done = _ask_settings(tmp_path, "postgresql://localhost/db")
    assert "psycopg is not installed" in done.stderr
    assert "pip install '.[web,team]'" in done.stderr


def test_a_dump_brought_back_is_the_same(postgres: str, tmp_path: Path) -> None:
    """The drill of docs/self-hosting.md."""
    lost, back = (_new_database(postgres, name) for name in ("lost", "back"))
    line = "Mira Holt, curator at Muzeum Wody, met in Porto last Thursday"
    assert _people(lost, tmp_path, "remember", line).returncode == 0
    file = tmp_path / "redleaf.dump"
    for program in (
        ["pg_dump", "--format=custom", f"--file={file}", lost],
        ["pg_restore", f"--dbname={back}", str(file)],
    ):
        subprocess.run([_program(program[0]), *program[1:]], check=True, timeout=60)
    told = [_people(each, tmp_path, "people", "show", "Mira").stdout for each in (lost, back)]
    assert "Muzeum Wody" in told[0]
    assert told[0] == told[1]


def _new_database(server: str, name: str) -> str:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return server.replace("/postgres?", f"/{name}?")


def _program(name: str) -> str:
    """Debian keeps the server's own programs out of the PATH, one folder a version."""
    found = shutil.which(name) or next(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), None)
    assert found, f"{name} is not there"
    return str(found)


def _people(address: str, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "redleaf", *arguments, "--home", str(home / "home")],
        env={**os.environ, "DATABASE_URL": address},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def _ask_settings(folder: Path, address: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "redleaf", "desk", "--no-browser", "--home", str(folder / "home")],
        env={**os.environ, "DATABASE_URL": address, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
