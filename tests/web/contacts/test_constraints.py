"""What may not be is forbidden by the database itself, whoever writes."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.models.owned import new_id
from redleaf.web.contacts.rows import TABLES, insert

NOW = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
DAY, DAY_BEFORE = dt.date(2026, 5, 2), dt.date(2026, 5, 1)
SMALL, LARGE = sorted(uuid.UUID(int=number << 100) for number in (1, 2))
FINE: dict[str, dict[str, Any]] = {
    "contact": {"made_at": NOW, "changed_at": NOW},
    "identity": {"kind": "email", "value": "m@example.org"},
    "role": {"organisation": "River Trust"},
    "note": {"text": "Rain."},
    "tag": {"name": "rivers"},
    "encounter": {"first": DAY_BEFORE, "last": DAY, "made_at": NOW, "key": "k"},
    "letter": {"network": "email", "is_sent": True, "key": "k"},
    "promise": {"text": "send the maps"},
    "invitation": {"network": "x", "is_incoming": True, "key": "k"},
}
HANGING = ("identity", "role", "note", "tag", "letter", "promise", "invitation")
BROKEN = [
    ("contact", {"kind": "robot"}),
    ("contact", {"register": "loud"}),
    ("contact", {"name": None}),
    ("identity", {"kind": "shoe"}),
    ("identity", {"value": ""}),
    ("role", {"organisation": ""}),
    ("note", {"text": ""}),
    ("tag", {"name": ""}),
    ("encounter", {"kind": "duel"}),
    ("encounter", {"first": DAY, "last": DAY_BEFORE}),
    ("encounter", {"first": DAY, "last": None}),
    ("encounter", {"times": 0}),
    ("letter", {"key": ""}),
    ("promise", {"text": ""}),
    ("promise", {"state": "forgotten"}),
    ("promise", {"due_first": DAY, "due_last": DAY_BEFORE}),
    ("invitation", {"key": ""}),
    *((table, {"contact_id": uuid.UUID(int=7)}) for table in HANGING),
]
TWICE = ("identity", "tag", "encounter", "letter", "invitation")


@pytest.fixture
def contact(ana: User) -> models.Contact:
    return models.Contact.objects.create(owner=ana, made_at=NOW, changed_at=NOW)


def write(table: str, contact: models.Contact, **columns: Any) -> None:
    """A raw row, past everything but the database; checked at once, not at the end of the test."""
    row = {"id": new_id(), "owner_id": contact.owner_id, **FINE[table]}
    if table in HANGING:
        row["contact_id"] = contact.pk
    with transaction.atomic():
        insert(TABLES[table], [{**row, **columns}])
        connection.check_constraints()


@pytest.mark.parametrize("table", list(FINE))
def test_a_row_that_is_right_is_taken(contact: models.Contact, table: str) -> None:
    write(table, contact)


@pytest.mark.parametrize(("table", "columns"), BROKEN)
def test_a_row_that_is_wrong_is_refused(
    contact: models.Contact, table: str, columns: dict[str, Any]
) -> None:
    # PostgreSQL refuses a word that is too long for its column before it looks at the constraint.
    with pytest.raises((IntegrityError, DataError)):
        write(table, contact, **columns)


@pytest.mark.parametrize("table", TWICE)
def test_what_is_told_apart_by_its_columns_stands_once(contact: models.Contact, table: str) -> None:
    write(table, contact)
    with pytest.raises(IntegrityError):
        write(table, contact)


@pytest.mark.parametrize("columns", [{"first_id": LARGE, "second_id": SMALL}, {"answer": "maybe"}])
def test_a_pair_stands_in_order_and_has_a_known_answer(
    contact: models.Contact, columns: dict[str, Any]
) -> None:
    for each in (SMALL, LARGE):
        write("contact", contact, id=each)
    pair = {"owner_id": contact.owner_id, "first_id": SMALL, "second_id": LARGE}
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(models.Pair, [{**pair, "id": new_id(), **columns}])
    insert(models.Pair, [{**pair, "id": new_id()}])


def test_nobody_is_twice_at_one_encounter(contact: models.Contact) -> None:
    write("encounter", contact, id=SMALL)
    row = {"owner_id": contact.owner_id, "encounter_id": SMALL, "contact_id": contact.pk}
    insert(models.Presence, [{**row, "id": new_id()}])
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(models.Presence, [{**row, "id": new_id()}])


def test_ids_grow_and_none_is_given_twice() -> None:
    ids = [new_id() for _ in range(5_000)]
    assert ids == sorted(set(ids))
    assert {each.version for each in ids} == {7}
