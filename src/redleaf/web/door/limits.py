"""How much may come through a door, from one place, to one address, in all.

Counted by rows of the store in the transaction that writes the next, so that several processes
count together and no limit is passed by being quick.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import threading
import time
from collections import Counter

from django.db import connection
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from redleaf.errors import RedleafError
from redleaf.web.door.addresses import mailbox_of
from redleaf.web.door.models import Door, Knock

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
# A hall full of people who just heard a talk shares one address, and one door.
FROM_ONE_PLACE = (30, HOUR)
AT_ONE_DOOR = (300, HOUR)
# Whoever's it is: anybody can write anybody's address into a form, through any door.
TO_ONE_ADDRESS = (5, DAY)
# One more than notes, for a letter that was lost and is asked for again.
LETTERS_TO_ONE_ADDRESS = (6, DAY)
READINGS_A_MINUTE = 600
# A household is given so much of the net; each of its addresses is new every day.
_HOUSEHOLD = 64


class TooMuchError(RedleafError):
    """A limit is reached, and what was said is kept nowhere; `within` is the span it counts."""

    def __init__(self, within: dt.timedelta) -> None:
        super().__init__("There are too many for now.")
        self.within = within


def origin_of(request: HttpRequest) -> str:
    """A keyed digest of where the request comes from: it counts, and names nobody."""
    text = request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return _digest(text)
    if isinstance(address, ipaddress.IPv6Address):
        # A server that listens on both kinds hears the older kind dressed as the newer.
        older = address.ipv4_mapped
        text = str(older or ipaddress.ip_network((address, _HOUSEHOLD), strict=False))
    return _digest(text)


def mailbox_digest(email: str) -> str:
    """A keyed digest of whose mailbox it is: the same for every spelling of its address."""
    return _digest(mailbox_of(email))


def limit_reached(
    door: Door, *, origin: str, mailbox: str, now: dt.datetime
) -> dt.timedelta | None:
    """The span of the first limit that one more knock would pass; None where there is room.

    Within the transaction that writes the knock: nobody else counts the same until it ends.
    """
    _count_alone(mailbox, origin)
    counted: tuple[tuple[QuerySet[Knock], tuple[int, dt.timedelta]], ...] = (
        (Knock.objects.filter(mailbox=mailbox), TO_ONE_ADDRESS),
        (Knock.objects.filter(origin=origin), FROM_ONE_PLACE),
        (door.knocks.all(), AT_ONE_DOOR),
    )
    full = (within for knocks, (most, within) in counted if _is_full(knocks, most, now - within))
    return next(full, None)


def has_letters_enough(mailbox: str, now: dt.datetime) -> bool:
    """Whether as many letters went to a mailbox as a day takes, through whatever doors."""
    most, within = LETTERS_TO_ONE_ADDRESS
    lately = Knock.objects.filter(mailbox=mailbox, lettered_at__gt=now - within)
    sent: int | None = lately.aggregate(sent=Sum("letters"))["sent"]
    return (sent or 0) >= most


def reads_too_often(origin: str) -> bool:
    """Whether this place had so many notes read within the minute that the next has to wait.

    Counted by each process for itself: it guards its own time, and keeps the store out of it.
    """
    return _readings.count(origin, int(time.time() // 60)) > READINGS_A_MINUTE


class _Readings:
    """How many of one minute came from where."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._minute = 0
        self._counts: Counter[str] = Counter()

    def count(self, origin: str, minute: int) -> int:
        with self._lock:
            if minute != self._minute:
                self._minute = minute
                self._counts.clear()
            self._counts[origin] += 1
            return self._counts[origin]


_readings = _Readings()


def _count_alone(*counted: str) -> None:
    """Wait for whoever counts one of these at another door; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        # Always in the same order: two who wait for each other would wait for ever.
        keys = sorted(int(each[:15], 16) for each in counted)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(each) FROM unnest(%s::bigint[]) each", [keys]
            )


def _is_full(knocks: QuerySet[Knock], most: int, since: dt.datetime) -> bool:
    return knocks.filter(at__gt=since).count() >= most


def _digest(text: str) -> str:
    return salted_hmac("redleaf.door", text, algorithm="sha256").hexdigest()
