"""How much a program may ask: requests a minute, and bytes in one."""

from __future__ import annotations

import time

from django.core.cache import cache
from django.db import transaction
from django.db.models import Case, F, Value, When
from django.http import HttpRequest
from django.utils import timezone

from redleaf.web.api.models import Program
from redleaf.web.api.refusals import too_large, too_often
from redleaf.web.door.limits import origin_of
from redleaf.web.guards import announced_bytes

REQUESTS_A_MINUTE = 60
# What comes without a key that opens is counted by where it comes from.
STRANGERS_A_MINUTE = 60
MOST_BYTES = 1024 * 1024
_MINUTE = 60


def count(program: Program) -> None:
    """Count one more request; raises Refusal where it is one too many for this minute.

    Counted by the row itself, so that several processes count together; whoever counted holds the
    row until it has read its own number.
    """
    now = int(time.time())
    minute = now // _MINUTE
    goes_on = When(minute=minute, then=F("asked") + 1)
    counted = {"asked": Case(goes_on, default=Value(1)), "minute": minute}
    row = Program.objects.filter(pk=program.pk)
    with transaction.atomic():
        row.update(**counted, last_used_at=timezone.now())
        asked = row.values_list("asked", flat=True).first() or 0
    if asked > REQUESTS_A_MINUTE:
        raise too_often(
            _MINUTE - now % _MINUTE, f"A key is good for {REQUESTS_A_MINUTE} requests a minute."
        )


def count_stranger(request: HttpRequest) -> None:
    """Count one more request without a key that opens; raises Refusal where it is one too many."""
    now = int(time.time())
    key = f"api-strangers-{origin_of(request)}-{now // _MINUTE}"
    if cache.add(key, 1, timeout=2 * _MINUTE):
        return
    try:
        asked = int(cache.incr(key))
    except ValueError:  # it ran out just now
        return
    if asked > STRANGERS_A_MINUTE:
        raise too_often(_MINUTE - now % _MINUTE, "There were many requests without a key.")


def weigh(request: HttpRequest) -> None:
    """Refuse a body that is too large by its announced length, before a byte of it is read."""
    if announced_bytes(request) > MOST_BYTES:
        raise too_large(MOST_BYTES)
