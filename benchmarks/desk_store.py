"""A large store to serve: contacts by the hundred thousand, and ten times as much between them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from benchmarks.stores import PLACES, TOPICS, people

TAGS = "museum,sound,press,glaze,alumni,choir".split(",")
EVENTS = 400
_CHUNK = 5_000
_KINDS = "conference,talk,coffee,meal,call,online,work,class".split(",")
_NETWORKS = ("email", "linkedin")


def fill(owner: Any, contacts: int, between: int) -> list[str]:
    """Write so many contacts and so many encounters, letters and notes; gives the contacts' ids.

    Few people are met often and most once or never, as in address books; an event has hundreds.
    """
    from django.db import transaction
    from django.utils import timezone

    from redleaf.web.contacts.search.documents import index_all

    chance, now = random.Random(11), timezone.now()
    # Without it every row would be a transaction of its own.
    with transaction.atomic():
        ids = _write_contacts(owner, contacts, chance, now)
        for start in range(0, between, _CHUNK):
            _write_between(owner, ids, min(_CHUNK, between - start), chance, now)
    with transaction.atomic():
        index_all(owner)
    return [str(UUID(each)) for each in ids]


def _write_contacts(
    owner: Any, contacts: int, chance: random.Random, now: dt.datetime
) -> list[str]:
    from redleaf.web.contacts.models.owned import new_id_hex
    from redleaf.web.contacts.records import columns_of, parts_of
    from redleaf.web.contacts.rows import TABLES, insert

    ids: list[str] = []
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for number, person in enumerate(people(contacts), 1):
        contact_id = new_id_hex()
        ids.append(contact_id)
        own = {"owner_id": owner.pk}
        rows["contact"].append(
            {**columns_of(person), **own, "id": contact_id, "made_at": now, "changed_at": now}
        )
        hanging = {**own, "contact_id": contact_id}
        for table, parts in parts_of(person).items():
            rows[table] += [{**each, **hanging, "id": new_id_hex()} for each in parts.values()]
        if chance.random() < 0.2:
            rows["tag"].append({**hanging, "id": new_id_hex(), "name": chance.choice(TAGS)})
        if chance.random() < 0.01:
            due = now.date() + dt.timedelta(days=chance.randrange(-30, 60))
            rows["promise"].append(
                {**hanging, "id": new_id_hex(), "text": "the list", "due_first": due,
                 "due_last": due, "state": "open"}
            )  # fmt: skip
        if number % _CHUNK == 0 or number == contacts:
            for table, made in rows.items():
                insert(TABLES[table], made)
                made.clear()
    return ids


def _write_between(
    owner: Any, ids: list[str], count: int, chance: random.Random, now: dt.datetime
) -> None:
    from redleaf.web.contacts.rows import TABLES, insert

    rows: dict[str, list[dict[str, Any]]] = {
        table: [] for table in ("note", "encounter", "presence", "letter")
    }
    for number in range(count):
        for table, row in _one(owner, ids, number, chance, now):
            rows[table].append(row)
    for table, made in rows.items():
        insert(TABLES[table], made)


def _one(
    owner: Any, ids: list[str], number: int, chance: random.Random, now: dt.datetime
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A note, an encounter with whoever was there, or a letter."""
    from redleaf.web.contacts.models.owned import new_id_hex

    contact_id = ids[int(len(ids) * chance.random() ** 2)]
    row = {"id": new_id_hex(), "owner_id": owner.pk}
    if number % 10 == 0:
        yield "note", {**row, "contact_id": contact_id, "text": f"Knows {chance.choice(TOPICS)}."}
    elif number % 2:
        at = now - dt.timedelta(hours=chance.randrange(24 * 1_500))
        yield "letter", {**row, "contact_id": contact_id, "network": chance.choice(_NETWORKS),
                         "is_sent": chance.random() < 0.5, "at": at, "key": row["id"],
                         "subject": f"About {chance.choice(TOPICS)}"}  # fmt: skip
    else:
        event = chance.randrange(EVENTS) if chance.random() < 0.3 else None
        days = 3 * event + 1 if event is not None else chance.randrange(1_500)
        day = now.date() - dt.timedelta(days=days)
        yield "encounter", {**row, "kind": "conference" if event else chance.choice(_KINDS),
                            "first": day, "last": day, "place": chance.choice(PLACES),
                            "event": f"Meeting {event}" if event is not None else "",
                            "topics": [chance.choice(TOPICS)], "made_at": now}  # fmt: skip
        there = {contact_id, *(chance.choice(ids) for _ in range(chance.randrange(2)))}
        for position, each in enumerate(there):
            yield "presence", {"id": new_id_hex(), "owner_id": owner.pk, "contact_id": each,
                               "encounter_id": row["id"], "position": position}  # fmt: skip
