"""File names from strangers: which are unsafe, and how to show them."""

from __future__ import annotations

import re

_DRIVE = re.compile(r"^[A-Za-z]:")
_SHOWN_CHARS = 80


def leads_outside(name: str) -> bool:
    """Whether an archive's name is absolute, climbs out of its folder or hides its end."""
    path = name.replace("\\", "/")
    return (
        path.startswith("/")
        or _DRIVE.match(path) is not None
        or ".." in path.split("/")
        or "\0" in path
    )


def shown(name: str) -> str:
    """`name` fit for a sentence: printable, and not longer than a line."""
    text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
    return text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"
