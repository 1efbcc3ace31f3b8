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
    """A connected member; `given` begins the name. A hidden member has neither name nor slug."""

    name: str
    slug: str
    email: str
    company: str
    position: str
    on: dt.date | None
    given: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation; `who` is the other side. `note` is "" when it went without one.

    `at` is in UTC, though LinkedIn names no zone.
    """

    is_outgoing: bool
    who: Person
    at: dt.datetime | None
    note: str

    @property
    def on(self) -> dt.date | None:
        return self.at.date() if self.at else None


class Turn(NamedTuple):
    """One message: seconds since 1970 in UTC, and the writer's place in `Conversation.people`."""

    at: int
    who: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who wrote when. Of the words only the beginning of the newest message is kept.

    Advertising and drafts are left out. `turns` are in the order of time. `key` is LinkedIn's name
    for the conversation, `subject` the first one that was given.
    """

    people: tuple[Person, ...]
    turns: tuple[Turn, ...]
    last_text: str
    is_spam: bool
    key: str = ""
    subject: str = ""


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
class Praise:
    """A recommendation (`text`) or an endorsement (`skill`), given by the owner or received."""

    who: Person
    is_given: bool
    text: str
    skill: str
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class Imported:
    """Somebody from an address book that the owner once handed to LinkedIn."""

    name: str
    given: str
    family: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    company: str
    title: str
    links: tuple[str, ...]
    birthday: str


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
    phones: tuple[str, ...] = ()
    praises: tuple[Praise, ...] = ()
    imported: tuple[Imported, ...] = ()

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
                Invitation(row[0], Person(*row[1]), _moment(row[2]), row[3])
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
            phones=tuple(data["phones"]),
            praises=tuple(
                Praise(Person(*row[0]), row[1], row[2], row[3], _day(row[4]))
                for row in data["praises"]
            ),
            imported=tuple(_imported(row) for row in data["imported"]),
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


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def _connection(row: Sequence[Any]) -> Connection:
    name, slug, email, company, position, on, given = row
    return Connection(name, slug, email, company, position, _day(on), given)


def _imported(row: Sequence[Any]) -> Imported:
    name, given, family, emails, phones, company, title, links, birthday = row
    return Imported(
        name, given, family, tuple(emails), tuple(phones), company, title, tuple(links), birthday
    )


def _conversation(row: Sequence[Any]) -> Conversation:
    people, turns, last_text, is_spam, key, subject = row
    return Conversation(
        tuple(Person(*each) for each in people),
        tuple(Turn(*each) for each in turns),
        last_text,
        is_spam,
        key,
        subject,
    )
