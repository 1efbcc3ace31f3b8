"""How much may come through a door, from one place, to one address, in all.

Counted by rows of the store in the transaction that writes the next, so that several processes
count together and no limit is passed by being quick.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import time

from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from redleaf.web.door.models import Door, Knock

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
# A hall full of people who just heard a talk shares one address, and one door.
FROM_ONE_PLACE = (30, HOUR)
AT_ONE_DOOR = (300, HOUR)
# As many letters a day reach an address that somebody writes into forms, whoever's it is.
TO_ONE_ADDRESS = (5, DAY)
READINGS_A_MINUTE = 600
# A household is given so much of the net; each of its addresses is new every day.
_HOUSEHOLD = 64


def origin_of(request: HttpRequest) -> str:
    """A keyed digest of where the request comes from: it counts, and names nobody."""
    text = request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return _digest(text)
    if isinstance(address, ipaddress.IPv6Address):
        text = str(ipaddress.ip_network((address, _HOUSEHOLD), strict=False))
    return _digest(text)


def is_too_much(door: Door, *, origin: str, email: str, now: dt.datetime) -> bool:
    """Whether one more knock would be more than a limit lets in."""
    return (
        _is_full(Knock.objects.filter(origin=origin).exclude(origin=""), FROM_ONE_PLACE, now)
        or _is_full(door.knocks.all(), AT_ONE_DOOR, now)
        or _is_full(Knock.objects.filter(email=email), TO_ONE_ADDRESS, now)
    )


def reads_too_often(origin: str) -> bool:
    """Whether this place had so many notes read within the minute that the next has to wait."""
    key = f"door-readings-{origin}-{int(time.time() // 60)}"
    if cache.add(key, 1, timeout=120):
        return False
    try:
        return int(cache.incr(key)) > READINGS_A_MINUTE
    except ValueError:  # it ran out just now
        return False


def _is_full(knocks: QuerySet[Knock], limit: tuple[int, dt.timedelta], now: dt.datetime) -> bool:
    most, within = limit
    return knocks.filter(at__gt=now - within).count() >= most


def _digest(text: str) -> str:
    return salted_hmac("redleaf.door", text, algorithm="sha256").hexdigest()
