"""A backup of a home in one file, and the way back: nothing is replaced before all is proven whole.

The file is a zip: the database as it was at one moment, the secret, the settings of a language
model, and `manifest.json` with the SHA-256 of each. It is as private as the home itself.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from redleaf.errors import RedleafError
from redleaf.web.home import Home

_SCHEMA = 1
_MANIFEST = "manifest.json"
_DATABASE = "db.sqlite3"
_BESIDE = ("secret", "model.json")
_LARGEST_BYTES = 50 * 1024**3
_CHUNK = 1 << 20
# What the standard library says of a zip that was cut, changed, or never was one.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, EOFError, NotImplementedError,
)  # fmt: skip


class BackupError(RedleafError):
    """A backup could not be made or brought back. What was there stands as it was."""


def back_up(home: Home, target: Path, *, at: dt.datetime) -> int:
    """Write everything that `home` keeps to `target`; give its bytes.

    A desk may be running meanwhile: the database is copied as it stood at one moment. Raises
    BackupError where the store is not in the home, or `target` cannot be written.
    """
    if not home.database.is_file():
        raise BackupError(
            f"There is no store in {home.path}. One in PostgreSQL is backed up with pg_dump "
            "(docs/self-hosting.md)."
        )
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with _copied(home.database) as database:
            parts = {_DATABASE: database} | {
                name: home.path / name for name in _BESIDE if (home.path / name).is_file()
            }
            draft.touch(mode=0o600, exist_ok=False)
            _write(draft, parts, at)
        draft.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"{target}: the backup could not be written: {error}.") from error
    finally:
        draft.unlink(missing_ok=True)
    return target.stat().st_size


def restore(source: Path, home: Home) -> Path | None:
    """Bring a backup back into `home`; gives where the store that stood there lies now, or None.

    Raises BackupError, before anything is touched, where the file is cut, changed or no backup, or
    a desk runs in the home.
    """
    if home.running() is not None:
        raise BackupError(f"A desk runs in {home.path}. End it first.")
    try:
        home.prepare()
        with tempfile.TemporaryDirectory(dir=home.path) as folder:
            names = _read(source, Path(folder))
            _prove(Path(folder) / _DATABASE)
            before = _put_aside(home)
            for name in names:
                (Path(folder) / name).replace(home.path / name)
    except OSError as error:
        raise BackupError(f"{source}: it could not be brought back: {error}.") from error
    return before


@contextmanager
def _copied(database: Path) -> Iterator[Path]:
    # Beside the store and not in the machine's folder for passing files: it is as private.
    with tempfile.TemporaryDirectory(dir=database.parent) as folder:
        copy = Path(folder) / _DATABASE
        copy.touch(mode=0o600)
        with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(copy)) as kept:
            live.backup(kept)
        yield copy


def _write(target: Path, parts: dict[str, Path], at: dt.datetime) -> None:
    manifest = {
        "schema": _SCHEMA,
        "made_at": at.isoformat(timespec="seconds"),
        "files": {name: _digest(path) for name, path in parts.items()},
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        for name, path in parts.items():
            file.write(path, name)


def _read(source: Path, folder: Path) -> list[str]:
    """Unpack the parts that the manifest names, each proven by its digest."""
    no_backup = BackupError(f"{source} is no backup of Redleaf, or it was cut or changed.")
    try:
        with zipfile.ZipFile(source) as file:
            manifest = json.loads(file.read(_MANIFEST))
            digests = dict(manifest["files"])
            if manifest["schema"] != _SCHEMA or _DATABASE not in digests:
                raise no_backup
            if not set(digests) <= {_DATABASE, *_BESIDE}:
                raise no_backup
            for name, digest in digests.items():
                _unpack(file, name, folder / name)
                if _digest(folder / name) != digest:
                    raise no_backup
    except _BROKEN as error:
        raise no_backup from error
    return list(digests)


def _unpack(file: zipfile.ZipFile, name: str, target: Path) -> None:
    """Bytes are counted while they come: a zip may lie about its size."""
    target.touch(mode=0o600)
    left = _LARGEST_BYTES
    with file.open(name) as packed, target.open("wb") as kept:
        while chunk := packed.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise BackupError(f"{name} is larger than any store.")
            kept.write(chunk)


def _prove(database: Path) -> None:
    try:
        with closing(sqlite3.connect(database)) as kept:
            told = kept.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as error:
        raise BackupError(f"The store in the backup is damaged: {error}.") from error
    if told != ("ok",):
        raise BackupError("The store in the backup is damaged.")


def _put_aside(home: Home) -> Path | None:
    """What stood there is kept under a name of its own: a wrong backup costs nothing."""
    if not home.database.exists():
        return None
    number = 1
    while (aside := home.path / f"before-restore-{number}").exists():
        number += 1
    aside.mkdir(mode=0o700)
    for name in (_DATABASE, f"{_DATABASE}-wal", f"{_DATABASE}-shm", *_BESIDE):
        if (home.path / name).exists():
            (home.path / name).replace(aside / name)
    return aside


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
