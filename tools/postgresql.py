"""A PostgreSQL server for tests and benchmarks: started in a temporary folder, and gone after.

It listens on a socket in that folder and nowhere else, and keeps nothing safe from a power cut,
which makes it fast. As root it runs as Debian's user `postgres`: the server refuses root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")
_USER = "postgres"
_HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
HOW_TO = "sudo apt-get install postgresql"


class NoPostgresqlError(Exception):
    """There is no server here that could be started; says why."""


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty database, for DATABASE_URL. Raises NoPostgresqlError."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="redleaf-pg-"))
    try:
        as_user = _unprivileged(folder)
        data = folder / "data"
        made: list[str | Path] = [*as_user, programs / "initdb", "--pgdata", data]
        made += ["--auth=trust", "--no-sync", "--username", _USER]
        made += ["--encoding=UTF8", "--locale=C.UTF-8"]
        _run(made)
        options = " ".join(f"-c {each}" for each in (*_HASTY, f"unix_socket_directories={folder}"))
        control: list[str | Path] = [
            *as_user,
            programs / "pg_ctl",
            "--pgdata",
            data,
            "--wait",
            "--silent",
        ]
        _run([*control, "--log", folder / "log", "--options", options, "start"])
        try:
            yield f"postgresql://{_USER}@/postgres?host={folder}"
        finally:
            _run([*control, "--mode=immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of the server's programs: Debian keeps them out of the PATH, one a version."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not versions:
        raise NoPostgresqlError(f"PostgreSQL is not there: {HOW_TO}")
    return versions[-1].parent


def _unprivileged(folder: Path) -> list[str]:
    if os.geteuid() != 0:
        return []
    try:
        shutil.chown(folder, _USER, _USER)
    except LookupError:
        raise NoPostgresqlError(
            f"root needs the user {_USER} to start PostgreSQL: {HOW_TO}"
        ) from None
    return ["setpriv", f"--reuid={_USER}", f"--regid={_USER}", "--clear-groups"]


def _run(command: Sequence[str | Path]) -> None:
    # pg_ctl leaves the server behind: it must not inherit a pipe that somebody waits for.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(command, stdout=said, stderr=said, cwd="/", check=False)
        said.seek(0)
        if done.returncode != 0:
            raise NoPostgresqlError(f"PostgreSQL does not start: {said.read().decode().strip()}")
