"""The brief: the facts that one note may use, and nothing else.

Shape of the JSON, every part but `recipient.name` optional: docs/brief.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from redleaf.errors import BriefError
from redleaf.notes.envelope import TITLES
from redleaf.notes.fields import Fields

ENCOUNTER_KINDS = (
    "conference",
    "talk",
    "class",
    "coffee",
    "meal",
    "call",
    "online",
    "work",
    "neighbour",
    "family",
    "introduction",
    "other",
)
REGISTERS = ("close", "peer", "formal")
AIMS = ("connect", "reconnect", "follow-up", "thank", "ask-advice", "introduce", "answer")
RECOGNITIONS = ("close", "recent", "faded", "unknown")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes. `offers` are things the sender can truly give, as noun phrases."""

    name: str = ""
    headline: str = ""
    offers: tuple[str, ...] = ()

    @property
    def given_name(self) -> str:
        return self.name.split()[0] if self.name.split() else ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who reads. Only `name` must be there; it is kept as written."""

    name: str
    given_name: str = ""
    company: str = ""
    role: str = ""
    language: str = "en"
    register: str = "peer"

    @property
    def called(self) -> str:
        """What a message calls them: the given name, else the first word that is no title."""
        names = (word.strip(",") for word in self.name.split())
        plain = (name for name in names if name.strip(".").lower() not in TITLES)
        return self.given_name or next(plain, self.name)


@dataclass(frozen=True, slots=True)
class Encounter:
    """One time you met or exchanged. `on` is a day, month or year; None when unknown.

    A month or a year is one of redleaf.notes.rough_days.
    """

    kind: str = "other"
    on: dt.date | None = None
    event: str = ""
    place: str = ""
    topics: tuple[str, ...] = ()
    said: str = ""
    introduced_by: str = ""


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something of theirs that the sender has seen: an article, a talk, a post."""

    kind: str = ""
    title: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a brief: its `path` as in `encounters.0.event`, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The facts one note may use.

    `today` is the day from which "last Thursday" is counted; None when unknown.
    `limit` is in characters; None means the network's own limit, 0 that no text can be sent.
    `recognition` is close, recent, faded, unknown, or "" for "compute it from the encounters".
    `ask` is the one question that the note puts to them, in the sender's words.
    `history` are notes sent to others before; `sent_this_month` counts the notes that went out on
    this network in the last thirty days, None when nobody counted.
    """

    recipient: Recipient
    sender: Sender = field(default_factory=Sender)
    today: dt.date | None = None
    network: str = ""
    limit: int | None = None
    aim: str = "connect"
    recognition: str = ""
    encounters: tuple[Encounter, ...] = ()
    noticed: tuple[Noticed, ...] = ()
    shared: tuple[str, ...] = ()
    mutual: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    ask: str = ""
    history: tuple[str, ...] = ()
    sent_this_month: int | None = None

    @classmethod
    def from_json(cls, data: object) -> Brief:
        """Read the JSON shape. Raises BriefError that names the path, such as `encounters.0.on`."""
        return _read_brief(data)

    def to_json(self) -> dict[str, Any]:
        """The JSON shape that `from_json` reads; what nothing is known of is left out."""
        return {"schema": 1, **_known(self)}

    def facts(self) -> Iterator[Fact]:
        """Every fact with its path, in the order of the JSON; notes of `history` are not facts."""
        yield from _walk_facts(self)


def _read_brief(data: object) -> Brief:
    top = Fields(data, "")
    top.only(
        "schema", "today", "network", "limit", "aim", "sender", "recipient", "recognition",
        "encounters", "noticed", "shared", "mutual", "promises", "ask", "history",
        "sent_this_month",
    )  # fmt: skip
    recipient = top.fields("recipient")
    recipient.only("name", "given_name", "company", "role", "language", "register")
    name = recipient.text("name")
    if not name.strip():
        raise BriefError("who is the note for? Give the name.", place="recipient.name")
    sender = top.fields("sender")
    sender.only("name", "headline", "offers")
    return Brief(
        today=top.day("today"),
        network=top.text("network"),
        limit=top.count(
            "limit", "a limit is a whole number of characters, or 0 where no text goes along."
        ),
        aim=top.choice("aim", AIMS) or "connect",
        recognition=top.choice("recognition", RECOGNITIONS),
        sender=Sender(sender.text("name"), sender.text("headline"), sender.texts("offers")),
        recipient=Recipient(
            name=name,
            given_name=recipient.text("given_name"),
            company=recipient.text("company"),
            role=recipient.text("role"),
            language=recipient.text("language") or "en",
            register=recipient.choice("register", REGISTERS) or "peer",
        ),
        encounters=tuple(_read_encounter(each) for each in top.items("encounters")),
        noticed=tuple(_read_noticed(each) for each in top.items("noticed")),
        shared=top.texts("shared"),
        mutual=top.texts("mutual"),
        promises=top.texts("promises"),
        ask=top.text("ask"),
        history=top.texts("history"),
        sent_this_month=top.count(
            "sent_this_month", "this is a whole number of notes, as 3; or leave it out."
        ),
    )


def _read_encounter(fields: Fields) -> Encounter:
    fields.only("kind", "on", "event", "place", "topics", "said", "introduced_by")
    return Encounter(
        kind=fields.choice("kind", ENCOUNTER_KINDS) or "other",
        on=fields.rough_day("on"),
        event=fields.text("event"),
        place=fields.text("place"),
        topics=fields.texts("topics"),
        said=fields.text("said"),
        introduced_by=fields.text("introduced_by"),
    )


def _read_noticed(fields: Fields) -> Noticed:
    fields.only("kind", "title", "where")
    return Noticed(fields.text("kind"), fields.text("title"), fields.text("where"))


def _known(part: Any) -> dict[str, Any]:
    values = ((each.name, getattr(part, each.name)) for each in fields(part))
    return {name: _plain(value) for name, value in values if value not in (None, "", ())}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _known(value) if is_dataclass(value) else value


def _walk_facts(brief: Brief) -> Iterator[Fact]:
    if brief.today:
        yield Fact("today", brief.today.isoformat())
    yield from _named("sender", name=brief.sender.name, headline=brief.sender.headline)
    yield from _listed("sender.offers", brief.sender.offers)
    who = brief.recipient
    yield from _named(
        "recipient", name=who.name, given_name=who.given_name, company=who.company, role=who.role
    )
    for number, met in enumerate(brief.encounters):
        path = f"encounters.{number}"
        yield from _named(
            path,
            kind=met.kind,
            on=met.on.isoformat() if met.on else "",
            event=met.event,
            place=met.place,
        )
        yield from _listed(f"{path}.topics", met.topics)
        yield from _named(path, said=met.said, introduced_by=met.introduced_by)
    for number, seen in enumerate(brief.noticed):
        yield from _named(f"noticed.{number}", kind=seen.kind, title=seen.title, where=seen.where)
    yield from _listed("shared", brief.shared)
    yield from _listed("mutual", brief.mutual)
    yield from _listed("promises", brief.promises)
    if brief.ask:
        yield Fact("ask", brief.ask)


def _named(path: str, **texts: str) -> Iterator[Fact]:
    for name, text in texts.items():
        if text:
            yield Fact(f"{path}.{name}", text)


def _listed(path: str, texts: tuple[str, ...]) -> Iterator[Fact]:
    for number, text in enumerate(texts):
        yield Fact(f"{path}.{number}", text)
