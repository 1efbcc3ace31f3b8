"""Invitations that the store knows, however they came, so that a second way adds no second one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from redleaf.contacts.contact import Identity
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.plain import from_plain, to_plain
from redleaf.contacts.same_invitation import Seen
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models

_COLUMNS = ("id", "contact_id", "key", "network", "is_incoming", "name", "headline", "text", "at")


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
    """The rows of one owner in the networks of `wanted`."""

    def __init__(self, owner: User, wanted: Sequence[Invitation]) -> None:
        networks = {each.network for each in wanted}
        rows = models.Invitation.objects.filter(owner=owner, network__in=networks).order_by("at")
        self._by_key: dict[str, StoredInvitation] = {}
        if networks:
            for row in rows.values(*_COLUMNS, "identities").iterator(chunk_size=2_000):
                stored = _stored(row)
                self._by_key[stored.record.key] = stored
        self._seen = Seen(each.record for each in self._by_key.values())

    def same_as(self, record: Invitation) -> StoredInvitation | None:
        if record.key in self._by_key:
            return self._by_key[record.key]
        known = self._seen.same_as(record)
        return self._by_key[known.key] if known else None


def _stored(row: dict[str, Any]) -> StoredInvitation:
    row_id, contact_id = row.pop("id"), row.pop("contact_id")
    identities = tuple(from_plain(Identity, each) for each in row.pop("identities"))
    return StoredInvitation(row_id, contact_id, Invitation(**row, identities=identities))
