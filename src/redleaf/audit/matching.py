"""Which invitation led to which connection: by profile link, then by name, else in doubt."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from enum import Enum

from redleaf.formats.linkedin import Connection, Invitation, Person
from redleaf.formats.linkedin.people import is_opaque, name_key

# Days of the export are in unknown zones: an answer may seem to come before the question.
_ZONES = dt.timedelta(days=1)
_HIDDEN = "linkedin member"


class Outcome(Enum):
    """What became of an outgoing invitation."""

    ACCEPTED = "accepted"
    OPEN = "open"
    UNSURE = "unsure"


class Connections:
    """The owner's connections, found by person."""

    def __init__(self, connections: Sequence[Connection]) -> None:
        self._by_slug = {each.slug: each for each in connections if each.slug}
        self._by_name: dict[str, list[Connection]] = defaultdict(list)
        for each in connections:
            if key := name_key(each.name):
                self._by_name[key].append(each)

    def find(self, who: Person, on: dt.date | None = None) -> Connection | Outcome:
        """The connection that is `who`; OPEN when there is none, UNSURE when it cannot be told.

        With `on`, a namesake connected before that day is a doubt: then why invite again?
        """
        if who.slug and who.slug in self._by_slug:
            return self._by_slug[who.slug]
        key = name_key(who.name)
        if not key or key == _HIDDEN:
            return Outcome.UNSURE
        namesakes = self._by_name.get(key, [])
        if not namesakes:
            return Outcome.OPEN
        if len(namesakes) > 1 or _may_be_another(who, namesakes[0], on):
            return Outcome.UNSURE
        return namesakes[0]


def outcomes_of(
    sent: Sequence[Invitation], connections: Connections
) -> list[tuple[Outcome, Connection | None]]:
    """The outcome of each invitation, in order, with the connection it led to.

    Of several invitations to one person the last one before the day of connecting was accepted.
    """
    found = [connections.find(each.who, each.on) for each in sent]
    by_connection: dict[Connection, list[int]] = defaultdict(list)
    for at, each in enumerate(found):
        if isinstance(each, Connection):
            by_connection[each].append(at)
    accepted = {
        _accepted_one(places, sent, connection) for connection, places in by_connection.items()
    }
    return [
        (each, None)
        if isinstance(each, Outcome)
        else (Outcome.ACCEPTED, each)
        if at in accepted
        else (Outcome.OPEN, None)
        for at, each in enumerate(found)
    ]


def _may_be_another(who: Person, namesake: Connection, on: dt.date | None) -> bool:
    if who.slug and namesake.slug and not is_opaque(who.slug) and not is_opaque(namesake.slug):
        return True
    return bool(on and namesake.on and namesake.on < on - _ZONES)


def _accepted_one(places: list[int], sent: Sequence[Invitation], connection: Connection) -> int:
    def rank(at: int) -> tuple[bool, dt.date, int]:
        on = sent[at].on or dt.date.min
        return (connection.on is None or on <= connection.on + _ZONES, on, -at)

    return max(places, key=rank)
