"""What all rows of the memory share: a lasting id, and the one user they belong to."""

from __future__ import annotations

import os
import threading
import time
import uuid
from collections import deque

from django.conf import settings
from django.db import models

_AT_ONCE = 64
_CHANCE_DIGITS = 15
_lock = threading.Lock()
_ready: deque[str] = deque()
_last = 0
if hasattr(os, "register_at_fork"):
    # A child that was forked would give out the same ids as its parent.
    os.register_at_fork(after_in_child=_ready.clear)


def new_id() -> uuid.UUID:
    """A new id of version 7 (RFC 9562): the moment first, then chance.

    Of two ids of one process the later is the larger. Rows made one after another so lie side by
    side in every index, which makes an import of thousands several times faster.
    """
    return uuid.UUID(new_id_hex())


def new_id_hex() -> str:
    """As `new_id`, in 32 hexadecimal digits: for many rows."""
    while True:
        try:
            return _ready.popleft()
        except IndexError:
            _make_ready()


def _make_ready() -> None:
    global _last
    chance = os.urandom(_AT_ONCE * 8).hex()
    with _lock:
        # 4,096 ticks to the millisecond: the finest that an id of version 7 tells.
        first = max(time.time_ns() * 64 // 15_625, _last + 1)
        _last = first + _AT_ONCE - 1
        for number in range(_AT_ONCE):
            tick = f"{first + number:015x}"
            by_chance = chance[number * _CHANCE_DIGITS : (number + 1) * _CHANCE_DIGITS]
            _ready.append(f"{tick[:12]}7{tick[12:]}8{by_chance}")


class Owned(models.Model):
    """A row that belongs to one user.

    Ids are made here and not counted by the database, so that what an undo brings back is the very
    row that was there, and an export names the same rows on another machine.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    # Without an index of its own: the tables that are asked by owner have one that begins with it.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class Hanging(Owned):
    """A row that hangs on another of the same owner, and goes with it.

    The database checks what it hangs on; to check the owner once more took a fifth of an import.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )

    class Meta:
        abstract = True
