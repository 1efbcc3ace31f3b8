"""Handles: what the address of a door ends in."""

from __future__ import annotations

import re
import secrets

from redleaf.web.door.models import Door

MOST_CHARS = 40
_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_handle(text: str) -> bool:
    return len(text) <= MOST_CHARS and bool(_HANDLE.fullmatch(text))


def new_handle() -> str:
    """One that nobody guesses."""
    return secrets.token_hex(6)


def free_handle(wanted: str) -> str:
    """`wanted`, or where another door of this desk has it, the same with a number behind it."""
    handle, number = wanted, 1
    while Door.objects.filter(handle=handle).exists():
        number += 1
        handle = f"{wanted[: MOST_CHARS - 6].rstrip('-')}-{number}"
    return handle
