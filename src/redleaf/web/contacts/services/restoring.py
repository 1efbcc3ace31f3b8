"""Bring an export back into an empty store: the very rows that were there, with ids and moments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import DataError, IntegrityError

from redleaf.formats.guard import read_guarded
from redleaf.formats.redleaf_export.importer import LIMITS, read_parts
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import (
    Act,
    Contact,
    Encounter,
    Invitation,
    Letter,
    Promise,
)
from redleaf.web.contacts.services.entry_values import CannotRestore
from redleaf.web.contacts.services.exporting import RESTORED
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.restored_rows import Rows

__all__ = ["CannotRestore", "is_empty", "restore_export"]


def is_empty(owner: User) -> bool:
    """Whether the memory of `owner` holds nothing yet, so that an export may become it."""
    kinds = (Contact, Encounter, Letter, Promise, Invitation)
    return not any(kind._base_manager.filter(owner=owner).exists() for kind in kinds)


def restore_export(
    owner: User,
    source: bytes | Path,
    *,
    name: str,
    digest: str = "",
    told: Callable[[int], None] | None = None,
) -> Act:
    """Make the memory of `owner`, which is empty, what the export tells; one act, in one go.

    `name` is the file's, for the log; `told` hears how many entries are back. Raises CannotRestore
    when the rows may not stand so, and FileError when the file cannot be read; nothing is changed.
    """
    try:
        with recorded(
            owner, Act.Kind.IMPORT, f"Brought back {name}", origin=name, digest=digest
        ) as recorder:
            rows = Rows(owner, recorder, told)
            read_guarded(read_parts, source, LIMITS, parts=rows.take)
            recorder.act.counts = {RESTORED: rows.count}
    except (IntegrityError, DataError):
        raise CannotRestore("rows of this export are here already, or clash.", place=name) from None
    return recorder.act
