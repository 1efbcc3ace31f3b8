"""Invitations that the store knows, however they came, so that a second way adds no second one."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from redleaf.contacts.contact import Identity
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.plain import from_plain, to_plain
from redleaf.contacts.same_invitation import Seen, folded
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.rows import in_chunks

_COLUMNS = ("id", "contact_id", "key", "network", "is_incoming", "name", "headline", "text", "at")


_VALUE = re.compile(r'"value": "((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class StoredInvitation:
    """A row of the store, and whose it is."""

    row_id: UUID
    contact_id: UUID | None
    record: Invitation

    def lacks(self, said: Invitation) -> dict[str, Any]:
        """The columns that are empty here and are told by `said`."""
        wanted: dict[str, Any] = {
            name: getattr(said, name)
            for name in ("name", "headline", "text", "at")
            if getattr(said, name) and not getattr(self.record, name)
        }
        if said.identities and not self.record.identities:
            wanted["identities"] = [to_plain(each) for each in said.identities]
        return wanted


class StoredInvitations:
    """The rows of one owner under these keys."""

    def __init__(self, owner: User, keys: Iterable[str]) -> None:
        self._by_key: dict[str, StoredInvitation] = {}
        for some in in_chunks(list(keys)):
            rows = models.Invitation.objects.filter(owner=owner, key__in=some)
            for row in rows.values(*_COLUMNS, "identities"):
                stored = _stored(row)
                self._by_key[stored.record.key] = stored
        records = (each.record for each in self._by_key.values())
        self._seen = Seen(sorted(records, key=_moment))

    @classmethod
    def near(cls, owner: User, wanted: Sequence[Invitation]) -> StoredInvitations:
        """All that may be one of `wanted`: by the key, or by who sent it."""
        return cls(owner, _keys_near(owner, wanted))

    def same_as(self, record: Invitation) -> StoredInvitation | None:
        if record.key in self._by_key:
            return self._by_key[record.key]
        known = self._seen.same_as(record)
        return self._by_key[known.key] if known else None


def _keys_near(owner: User, wanted: Sequence[Invitation]) -> Iterator[str]:
    """The keys of the rows that `wanted` have to be held against.

    Of thousands of rows a few are: identities are compared as they are written, since to read each
    as data took most of the time.
    """
    keys = {each.key for each in wanted}
    names = {folded(each.name) for each in wanted if each.name}
    values = {form for each in wanted for i in each.identities for form in _as_written(i.value)}
    networks = {each.network for each in wanted}
    rows = models.Invitation.objects.filter(owner=owner, network__in=networks).order_by()
    written = Cast("identities", TextField())
    told = rows.values_list("key", "name", written).iterator(chunk_size=2_000) if networks else ()
    for key, name, identities in told:
        if (
            key in keys
            or folded(name) in names
            or not values.isdisjoint(_VALUE.findall(identities))
        ):
            yield key


def _as_written(value: str) -> tuple[str, str]:
    """A text within JSON, as SQLite keeps it and as PostgreSQL tells it."""
    return json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1]


def _moment(record: Invitation) -> tuple[bool, dt.datetime]:
    return record.at is None, record.at or dt.datetime.min.replace(tzinfo=dt.UTC)


def _stored(row: dict[str, Any]) -> StoredInvitation:
    row_id, contact_id = row.pop("id"), row.pop("contact_id")
    identities = tuple(from_plain(Identity, each) for each in row.pop("identities"))
    return StoredInvitation(row_id, contact_id, Invitation(**row, identities=identities))
