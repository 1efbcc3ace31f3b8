"""What other apps keep for a user: lists of an export that they write and take back themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from redleaf.web.accounts.models import User
from redleaf.web.contacts.services.recording import Recorder


@dataclass(frozen=True, slots=True)
class BroughtAlong:
    """A list of an export.

    `entries` gives it in the order of the ids, `count` its length. `take` makes rows of an entry
    again, for the owner of the recorder's act; it raises ValueError, TypeError or KeyError for one
    that has not the shape of an export.
    """

    entries: Callable[[User], Iterable[dict[str, Any]]]
    count: Callable[[User], int]
    take: Callable[[Recorder, Mapping[str, Any]], None]


BROUGHT_ALONG: dict[str, BroughtAlong] = {}


def bring_along(section: str, brought: BroughtAlong) -> None:
    """Let another app have a list in every export; `layout.SECTIONS` names its place."""
    BROUGHT_ALONG[section] = brought
