"""What an export holds, as plain records, and their way through JSON out of the guarded child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from redleaf.contacts.harvest import Problem


class Person(NamedTuple):
    """A name as written, and the slug of the profile link or ""."""

    name: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Connection:
    """A connected member. A hidden member has neither name nor slug."""

    name: str
    slug: str
    email: str
    company: str
    position: str
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation; `who` is the other side. `note` is "" when it went without one."""

    is_outgoing: bool
    who: Person
    on: dt.date | None
    note: str


class Turn(NamedTuple):
    """One message: seconds since 1970 in UTC, and the writer's place in `Conversation.people`."""

    at: int
    who: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who wrote when. Of the words only the beginning of the newest message is kept.

    Advertising and drafts are left out. `turns` are in the order of time.
    """

    people: tuple[Person, ...]
    turns: tuple[Turn, ...]
    last_text: str
    is_spam: bool


@dataclass(frozen=True, slots=True)
class Position:
    """A job of the owner's; `started` and `finished` as LinkedIn writes them ("Oct 2022")."""

    company: str
    title: str
    started: str
    finished: str


@dataclass(frozen=True, slots=True)
class PrivateNote:
    """A note that the owner kept on LinkedIn about a connection."""

    who: Person
    text: str


@dataclass(frozen=True, slots=True)
class Export:
    """All that could be read. `files` are the kinds that were found: `connections`, `messages`, …

    `problems` are rows that could not be read; `remarks` are sentences about whole files.
    """

    owner: Person
    headline: str
    emails: tuple[str, ...]
    connections: tuple[Connection, ...]
    invitations: tuple[Invitation, ...]
    conversations: tuple[Conversation, ...]
    positions: tuple[Position, ...]
    private_notes: tuple[PrivateNote, ...]
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]

    def to_plain(self) -> dict[str, Any]:
        """Lists and texts only. `from_plain` gives the same export back."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> Export:
        return cls(
            owner=Person(*data["owner"]),
            headline=data["headline"],
            emails=tuple(data["emails"]),
            connections=tuple(_connection(row) for row in data["connections"]),
            invitations=tuple(
                Invitation(row[0], Person(*row[1]), _day(row[2]), row[3])
                for row in data["invitations"]
            ),
            conversations=tuple(_conversation(row) for row in data["conversations"]),
            positions=tuple(Position(*row) for row in data["positions"]),
            private_notes=tuple(
                PrivateNote(Person(*who), text) for who, text in data["private_notes"]
            ),
            files=tuple(data["files"]),
            problems=tuple(Problem(*row) for row in data["problems"]),
            remarks=tuple(data["remarks"]),
        )


def _plain(value: Any) -> Any:
    """Rows of cells for records; tuples of texts and numbers are JSON as they are."""
    if isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
        names = value[0].__slots__
        return [[_cell(getattr(each, name)) for name in names] for each in value]
    return value


def _cell(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _connection(row: Sequence[Any]) -> Connection:
    name, slug, email, company, position, on = row
    return Connection(name, slug, email, company, position, _day(on))


def _conversation(row: Sequence[Any]) -> Conversation:
    people, turns, last_text, is_spam = row
    return Conversation(
        tuple(Person(*each) for each in people),
        tuple(Turn(*each) for each in turns),
        last_text,
        is_spam,
    )
