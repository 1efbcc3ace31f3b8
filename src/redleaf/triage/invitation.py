"""Invitation: one request to connect that came in, as triage reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from redleaf.contacts import invitations as records
from redleaf.errors import InputError


@dataclass(frozen=True, slots=True)
class Sender:
    """Who asks, as their profile or mail says. `identities` are addresses and profile links."""

    name: str = ""
    headline: str = ""
    identities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Invitation:
    """A request to connect with the note that came along, `text`; "" where none did.

    `answered` is what they wrote when they were asked how you know each other. `received` is the
    moment it came, None when unknown.
    """

    id: str
    text: str = ""
    sender: Sender = Sender()
    received: dt.datetime | None = None
    network: str = ""
    answered: str = ""

    @property
    def words(self) -> str:
        """What they say of themselves now: their answer, where there is one."""
        return self.answered or self.text

    @property
    def all_words(self) -> str:
        """All that they wrote, first to last."""
        return "\n".join(filter(None, (self.text, self.answered)))

    @property
    def day(self) -> dt.date | None:
        return self.received.date() if self.received else None

    def with_answer(self, text: str) -> Invitation:
        """The same after they answered: it is judged anew by what they say now."""
        return replace(self, answered=text)

    @classmethod
    def from_json(cls, data: object) -> Invitation:
        """Read the JSON shape of docs/triage.md. Raises InputError that names the field."""
        if not isinstance(data, Mapping):
            raise InputError("this line is not an object.")
        who = data.get("from")
        return cls(
            id=_id(data.get("id")),
            text=_text(data, "text"),
            sender=_sender({} if who is None else who),
            received=_moment(_text(data, "received")),
            network=_text(data, "network").strip(),
            answered=_text(data, "answered"),
        )

    @classmethod
    def from_record(cls, record: records.Invitation, *, key: str) -> Invitation:
        """The same of an invitation that lies in a file or in the store."""
        identities = tuple(each.shown for each in record.identities)
        who = Sender(record.name, record.headline, identities)
        return cls(key, record.text, who, record.at, record.network)


def _sender(data: object) -> Sender:
    if not isinstance(data, Mapping):
        raise InputError("this must be an object in braces.", place="from")
    identities = data.get("identities")
    if identities is None:
        identities = []
    if not isinstance(identities, list) or not all(isinstance(each, str) for each in identities):
        raise InputError("this must be a list of texts.", place="from.identities")
    written = tuple(each.strip() for each in identities if each.strip())
    name, headline = (_text(data, key, place="from.") for key in ("name", "headline"))
    return Sender(" ".join(name.split()), " ".join(headline.split()), written)


def _id(value: object) -> str:
    if value is None or isinstance(value, (bool, dict, list)):
        raise InputError("an invitation needs an id, a text or a number.", place="id")
    return str(value)


def _text(data: Mapping[str, Any], key: str, *, place: str = "") -> str:
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError("this must be a text in quotes.", place=f"{place}{key}")
    # Half a letter, as a text cut between two UTF-16 units leaves it, cannot be printed.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _moment(written: str) -> dt.datetime | None:
    if not written.strip():
        return None
    try:
        moment = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        raise InputError(
            f"{written!r:.40} is not a moment; write it as 2026-11-19T08:30:00Z.", place="received"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
