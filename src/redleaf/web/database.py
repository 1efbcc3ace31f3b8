"""Where the store lies: SQLite in the home, or the PostgreSQL server that DATABASE_URL names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from redleaf.errors import RedleafError

_TEAM_PARTS = "Add them, in the checkout, with: pip install '.[web,team]'"


class DatabaseError(RedleafError):
    """DATABASE_URL cannot be used as it stands, or what it needs is not installed."""


def database(file: Path) -> dict[str, Any]:
    """Django's settings for the store; `file` is where SQLite keeps it."""
    address = os.environ.get("DATABASE_URL", "")
    return _postgresql(address) if address else _sqlite(file)


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        # Kept by each thread that answers: to open it anew costs as much as a small page, and
        # what was read before has to be read once more.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A writer takes its lock at once and waits its turn; a late lock would fail at random.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # 16 MB of pages in memory: with the usual 2 MB a large import writes each many times.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;",
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    scheme = urlsplit(address).scheme
    if scheme not in ("postgres", "postgresql"):
        # The address may hold a password: only what stands before it is repeated.
        raise DatabaseError(
            f"DATABASE_URL begins with {scheme or 'no scheme'!r}; Redleaf keeps its store in "
            "PostgreSQL (postgresql://…) or, without DATABASE_URL, in SQLite in its home."
        )
    try:
        import dj_database_url
        import psycopg  # noqa: F401 -- Django asks for it later, in words that help nobody
    except ImportError as error:
        raise DatabaseError(
            f"DATABASE_URL names a PostgreSQL server, and {error.name} is not installed. "
            f"{_TEAM_PARTS}"
        ) from error
    try:
        return dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    except ValueError as error:
        raise DatabaseError("DATABASE_URL cannot be read as an address of PostgreSQL.") from error
