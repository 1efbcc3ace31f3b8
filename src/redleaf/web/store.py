"""The store for the command line: the same rows as the desk's, opened without the desk.

`opened_store` is the one way in. It chooses the home, makes it where there is none, brings the
tables up to date without a word, and says in a sentence what a disk or a database complains of.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from redleaf.errors import RedleafError
from redleaf.web.home import Home
from redleaf.web.mode import settings_module

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

_TRIES = 40
_PAUSE_SECONDS = 0.25
_WHILE_ANOTHER_MAKES = ("exists", "locked", "unique", "duplicate", "no such table")
_TROUBLE = (
    ("full", "There is no room left on the disk. Make some, then try again."),
    ("disk i/o", "The disk cannot be written: it is full or broken. Look at it, then try again."),
    ("locked", "Redleaf is writing here already. Try again when it has finished."),
    ("readonly", "The store may not be written to here. Check who owns its folder."),
    ("malformed", "The store is damaged. Bring back the file db.sqlite3 from a backup."),
    ("not a database", "The file db.sqlite3 is not a store of Redleaf."),
    ("unable to open", "The store cannot be opened. Check who owns its folder."),
)  # fmt: skip


class StoreError(RedleafError):
    """The store could not be opened, read or written. Nothing was changed."""


@contextmanager
def opened_store(home: Path | None = None) -> Iterator[User]:
    """The owner of the store in `home`, else in REDLEAF_HOME, else in the user's data folder.

    Raises StoreError for whatever the disk or the database complain of within the block, too.
    """
    place = _chosen(home)
    _set_up_django(place)
    with speaking_plainly():
        yield _owner()


@contextmanager
def speaking_plainly() -> Iterator[None]:
    """What a database complains of, as a StoreError with a sentence for the user."""
    from django.db import DatabaseError, DataError, IntegrityError

    try:
        yield
    except (IntegrityError, DataError):
        raise  # a fault of ours: it must not pass for one of the disk
    except DatabaseError as error:
        raise StoreError(_told(str(error))) from error


def _told(trouble: str) -> str:
    lowered = trouble.casefold()
    known = (sentence for sign, sentence in _TROUBLE if sign in lowered)
    return next(known, f"The store gave an error: {trouble}.")


def _chosen(home: Path | None) -> Home:
    if home is not None:
        os.environ["REDLEAF_HOME"] = str(home.expanduser().absolute())
    place = Home.from_environment()
    # What is made here holds people: nobody else on this machine reads it.
    umask = os.umask(0o077)
    try:
        place.prepare()
    except OSError as error:
        raise StoreError(f"The home {place.path} cannot be used: {error.strerror}.") from error
    finally:
        os.umask(umask)
    return place


def _set_up_django(place: Home) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_module())
    import django
    from django.apps import apps
    from django.conf import settings

    if not apps.ready:
        django.setup()
    if place != settings.HOME:
        raise StoreError(f"The store in {settings.HOME.path} is open; a process opens one store.")


def _owner() -> User:
    from redleaf.web.accounts.services import local_owner

    umask = os.umask(0o077)
    try:
        _bring_up_to_date()
        return local_owner()
    finally:
        os.umask(umask)


def _bring_up_to_date() -> None:
    """Make what tables are missing. Another process may be making the same ones just now."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    for left in reversed(range(_TRIES)):
        try:
            if _is_up_to_date():
                return
            call_command("migrate", verbosity=0, interactive=False)
        except DatabaseError as error:
            connection.close()
            if not left or not any(sign in str(error).casefold() for sign in _WHILE_ANOTHER_MAKES):
                raise
            time.sleep(_PAUSE_SECONDS)


def _is_up_to_date() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
