"""An encounter that was read before, and a file that says more of it today.

What stands is kept: the file fills what is empty, and a series goes on.
"""

from __future__ import annotations

from typing import Any

from redleaf.contacts.encounters import Encounter
from redleaf.web.contacts import models

_TEXTS = ("place", "event", "said", "introduced_by", "notes")


def says_more(record: Encounter, row: models.Encounter) -> bool:
    return bool(columns_to_change(record, row))


def columns_to_change(record: Encounter, row: models.Encounter) -> dict[str, Any]:
    """The columns of the row that the record knows more of, with their new values."""
    wanted: dict[str, Any] = {
        name: said for name in _TEXTS if (said := getattr(record, name)) and not getattr(row, name)
    }
    if record.topics and not row.topics:
        wanted["topics"] = list(record.topics)
    when = record.when
    if when.first and when.last and (row.first is None or row.last is None):
        wanted |= {"first": when.first, "last": when.last}
    elif record.times > row.times and when.last and row.last and when.last >= row.last:
        wanted |= {"times": record.times, "last": when.last}
    return wanted
