"""Where and when a check is made: what the engine does not know, and its settings ask for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path


def place_of(name: str) -> str:
    """The whole path of a file; "" for standard input, which has none."""
    return "" if name == "-" else str(Path(name).absolute())


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()
