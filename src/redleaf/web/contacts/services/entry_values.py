"""Values of an entry of an export, as the columns of a row take them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from redleaf.errors import FileError


class CannotRestore(FileError):
    """An export that contradicts itself, or this store; its records can still be imported."""


def texts(entry: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    return {name: str(entry.get(name, "")) for name in names}


def position(entry: Mapping[str, Any], place: int) -> int:
    return int(entry.get("position", place))


def moment(written: str) -> dt.datetime:
    at = dt.datetime.fromisoformat(written)
    if at.tzinfo is None:
        raise CannotRestore(f"{written} does not say its time zone.")
    return at


def is_link(text: str) -> bool:
    return text.startswith(("https://", "http://"))
