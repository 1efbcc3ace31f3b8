"""What the user wanted forgotten of their habits, in an export and out of it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from redleaf.web.accounts.models import User
from redleaf.web.contacts.services.brought_along import BroughtAlong
from redleaf.web.contacts.services.recording import Recorder
from redleaf.web.inbox.models import Forgotten


def forgotten_entries(owner: User) -> Iterator[dict[str, Any]]:
    for each in Forgotten.objects.filter(owner=owner).order_by("pk"):
        yield {"id": str(each.pk), "stem": each.stem, "at": each.at.isoformat()}


def take_forgotten(recorder: Recorder, entry: Mapping[str, Any]) -> None:
    at, stem = dt.datetime.fromisoformat(entry["at"]), entry["stem"]
    if at.tzinfo is None or not isinstance(stem, str):
        raise ValueError
    recorder.make(Forgotten(pk=UUID(entry["id"]), stem=stem, at=at), None)


FORGOTTEN = BroughtAlong(
    forgotten_entries, lambda owner: Forgotten.objects.filter(owner=owner).count(), take_forgotten
)
