"""Events whose people have not been written to since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Encounter
from redleaf.web.contacts.rows import id_in

# An event is worth a stack while people still remember it.
_FRESH = dt.timedelta(days=120)
_MOST_EVENTS = 5
# So many days of events are looked at, of all of them and of a single one.
_MOST_DAYS, _MOST_DAYS_OF_ONE = 10, 120
# Who was there on a day, got no invitation and no letter since, and waits in no stack.
_UNWRITTEN = """
    SELECT p.contact_id, e.place, e.kind
    FROM contacts_encounter AS e JOIN contacts_presence AS p ON p.encounter_id = e.id
    WHERE e.owner_id = %s AND e.event = %s AND e.last = %s
    AND NOT EXISTS (SELECT 1 FROM contacts_letter AS l
        WHERE l.contact_id = p.contact_id AND l.at >= %s AND l.is_sent)
    AND NOT EXISTS (SELECT 1 FROM contacts_invitation AS i
        WHERE i.contact_id = p.contact_id AND i.at >= %s AND NOT i.is_incoming)
    AND NOT EXISTS (SELECT 1 FROM contacts_card AS c
        WHERE c.contact_id = p.contact_id AND c.state <> 'written')"""
_COUNTED = (
    "SELECT %s AS place_in_line, max(place) AS place, max(kind) AS kind,"
    " count(DISTINCT contact_id) AS people FROM ({days}) AS there"
)


@dataclass(frozen=True, slots=True)
class Event:
    """An event with people to whom nothing went out since."""

    event: str
    place: str
    kind: str
    last: dt.date | None
    people: int


def events_worth_a_stack(owner: User, today: dt.date) -> list[Event]:
    """Late events with people to whom nothing went out since, the newest first."""
    late = Encounter.objects.filter(
        owner=owner, last__gte=today - _FRESH, last__lte=today
    ).exclude(event="").exclude(event__startswith="a ")  # fmt: skip
    days = _days_of(late, _MOST_DAYS)
    events: dict[str, list[dt.date]] = {}
    for event, day in days:
        events.setdefault(event, []).append(day)
    # One after another, until enough are found: about the people of the rest nobody is asked.
    counted = " UNION ALL ".join(
        _COUNTED.replace("{days}", _of_days(event_days)) for event_days in events.values()
    )
    sql = f"SELECT * FROM ({counted}) AS late WHERE people > 0 LIMIT {_MOST_EVENTS}"  # noqa: S608
    values = [
        [at, *_values(owner, event, event_days)]
        for at, (event, event_days) in enumerate(events.items())
    ]
    names = list(events)
    return [
        Event(names[int(at)], place, kind, events[names[int(at)]][0], people)
        for at, place, kind, people in _rows(sql, values)
    ]


def people_of_event(owner: User, event: str) -> list[Contact]:
    """Who was at an event and got nothing since, by name."""
    days = _days_of(Encounter.objects.filter(owner=owner, event=event), _MOST_DAYS_OF_ONE)
    dates = [day for _, day in days]
    there = _rows(_of_days(dates), [_values(owner, event, dates)]) if dates else ()
    return list(Contact.objects.filter(owner=owner, pk__in={id_in(each) for each, *_ in there}))


def _days_of(encounters: QuerySet[Encounter], most: int) -> list[tuple[str, dt.date]]:
    """The events and the days on which they were, the newest first."""
    dated = encounters.exclude(last=None).order_by("-last", "event")
    found = dated.values_list("event", "last").distinct()[:most]
    return [(event, day) for event, day in found if day]


def _of_days(days: Sequence[dt.date]) -> str:
    return " UNION ALL ".join([_UNWRITTEN] * len(days))


def _values(owner: User, event: str, days: Sequence[dt.date]) -> Iterator[Any]:
    """Since is from the beginning of the day, where the user is."""
    for day in days:
        begin = dt.datetime.combine(day, dt.time()).astimezone()
        since = connection.ops.adapt_datetimefield_value(begin)
        yield from (owner.pk, event, day.isoformat(), since, since)


def _rows(sql: str, values: Sequence[Iterable[Any]]) -> Iterable[tuple[Any, ...]]:
    if not values:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(sql, [each for those in values for each in those])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
