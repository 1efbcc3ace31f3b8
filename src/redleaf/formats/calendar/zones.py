"""Time zones of a calendar: by IANA name, by another program's, or as defined in it.

Only times in another zone than their event need them: the day of a meeting is the one on the clock
of its own place.
"""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from typing import cast

from redleaf.formats.calendar.components import Component
from redleaf.formats.calendar.moments import UTC, Moment

# As Outlook names them: (UTC+01:00) Amsterdam, and GMT -0300 (Standard).
_OFFSET_NAME = re.compile(r"\(?(?:GMT|UTC)\s*([+-])\s*(\d{1,2}):?(\d\d)?\b")
_UTC_NAMES = frozenset({"UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "COORDINATED UNIVERSAL TIME"})
_MOST_ZONES = 200  # a definition costs time; no honest calendar has as many


class Zones:
    """The zones of one calendar file, found by the names that stand there."""

    def __init__(self) -> None:
        self._defined: dict[str, Component] = {}
        self._found: dict[str, dt.tzinfo | None] = {}

    def define(self, component: Component) -> None:
        """Take a VTIMEZONE; read only when a time needs it."""
        name = component.text("TZID")
        if name and len(self._defined) < _MOST_ZONES:
            self._defined.setdefault(name, component)

    @property
    def only_one(self) -> str:
        """The name of the one zone that is defined, or "" for none and for several."""
        return next(iter(self._defined)) if len(self._defined) == 1 else ""

    def on_clock(self, moment: Moment, zone: str) -> dt.datetime:
        """What a clock in `zone` shows at `moment`; as written where a zone is unknown."""
        if moment.is_day or moment.zone in ("", zone) or not zone:
            return moment.at
        here, there = self._zone(moment.zone), self._zone(zone)
        if here is None or there is None:
            return moment.at
        try:
            return moment.at.replace(tzinfo=here).astimezone(there).replace(tzinfo=None)
        except (OverflowError, ValueError):
            return moment.at

    def _zone(self, name: str) -> dt.tzinfo | None:
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> dt.tzinfo | None:
        defined = self._defined.get(name)
        location = defined.text("X-LIC-LOCATION") if defined else ""
        for each in (name, location):
            if found := _by_name(each):
                return found
        return (_by_definition(defined) if defined else None) or _by_offset(name)


def _by_name(name: str) -> dt.tzinfo | None:
    """By an IANA name, one with another program's words in front, or a Windows name."""
    bare = name.strip().strip("/")
    if bare.upper() in _UTC_NAMES or name == UTC:
        return dt.UTC
    parts = bare.split("/")
    for skipped in range(len(parts)):
        if found := _iana("/".join(parts[skipped:])):
            return found
    return _iana(_windows_names().get(bare, "")) if bare.isascii() else None


def _iana(name: str) -> dt.tzinfo | None:
    if not name or len(name) > 60 or not name[0].isalpha():
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _windows_names() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # slow to load, seldom needed

    return WINDOWS_TO_OLSON


def _by_definition(component: Component) -> dt.tzinfo | None:
    from icalendar import Timezone  # slow to load, seldom needed

    try:
        read = Timezone.from_ical("\r\n".join(component.source))
        zone: dt.tzinfo = cast(Timezone, read).to_tz()
        dt.datetime(2020, 7, 1, tzinfo=zone).utcoffset()
    except Exception:  # a library over a stranger's text: it may raise anything
        return None
    return zone


def _by_offset(name: str) -> dt.tzinfo | None:
    found = _OFFSET_NAME.match(name.strip())
    if found is None:
        return None
    span = dt.timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    if span >= dt.timedelta(days=1):
        return None
    return dt.timezone(-span if found[1] == "-" else span)
