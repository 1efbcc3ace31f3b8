"""Known: what the receiver knows when an invitation comes. Plain records, read from JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from redleaf.errors import InputError
from redleaf.notes.brief import ENCOUNTER_KINDS, REGISTERS, Encounter
from redleaf.notes.fields import Fields
from redleaf.notes.rough_days import read_day

# Who writes more often than this for each answer is somebody who writes, not somebody known.
_LETTERS_FOR_AN_ANSWER = 3
DECISIONS = ("answer", "accept", "ask", "wait", "decline")


@dataclass(frozen=True, slots=True)
class Mail:
    """How many letters went to somebody and came from them, and the day of the last."""

    sent: int = 0
    received: int = 0
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class OwnVerdict:
    """What the user decided about a person before; it wins over every rule."""

    decision: str
    on: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the address book, as far as triage asks. `identities` are as written."""

    name: str = ""
    given_name: str = ""
    identities: tuple[str, ...] = ()
    company: str = ""
    role: str = ""
    relation: str = ""
    language: str = ""
    register: str = ""
    encounters: tuple[Encounter, ...] = ()
    mail: Mail = Mail()
    promises: tuple[str, ...] = ()
    verdict: OwnVerdict | None = None

    @property
    def is_known(self) -> bool:
        """Whether there was anything between the two but letters that were hardly answered."""
        if self.encounters or self.relation or self.promises:
            return True
        return self.mail.received <= _LETTERS_FOR_AN_ANSWER * self.mail.sent

    @property
    def called(self) -> str:
        return self.name or next(iter(self.identities), "")


@dataclass(frozen=True, slots=True)
class Appointment:
    """An entry of the calendar; `attendees` are addresses, names, or "Ana Ruiz <ana@…>"."""

    title: str = ""
    on: dt.date | None = None
    attendees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who receives. `policy` is a name such as "choosy", or settings in words, a line each."""

    name: str = ""
    given_name: str = ""
    company: str = ""
    headline: str = ""
    identities: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that triage may ask about; nothing of it has to be there.

    `today` is the day from which time is counted; without it, the day of the newest invitation.
    """

    today: dt.date | None = None
    owner: Owner = field(default_factory=Owner)
    contacts: tuple[Person, ...] = ()
    calendar: tuple[Appointment, ...] = ()

    @classmethod
    def from_json(cls, data: object) -> Known:
        """Read KNOWN.json (docs/triage.md). Raises InputError that names the path."""
        if not isinstance(data, Mapping):
            raise InputError("this must be an object in braces.", place="known")
        top = Fields(data, "")
        return cls(
            today=_day(top, "today"),
            owner=_owner(top.fields("owner"), data.get("owner")),
            contacts=tuple(_person(each) for each in top.items("contacts")),
            calendar=tuple(_appointment(each) for each in top.items("calendar")),
        )


def _owner(fields: Fields, data: object) -> Owner:
    policy = data.get("policy") if isinstance(data, Mapping) else None
    return Owner(
        **{key: fields.text(key) for key in ("name", "given_name", "company", "headline")},
        identities=fields.texts("identities"),
        domains=tuple(each.casefold().lstrip("@") for each in fields.texts("domains")),
        languages=fields.texts("languages"),
        offers=fields.texts("offers"),
        policy="\n".join(fields.texts("policy"))
        if isinstance(policy, list)
        else fields.text("policy"),
    )


def _person(fields: Fields) -> Person:
    mail = fields.fields("mail")
    register = fields.text("register")
    return Person(
        **{
            key: fields.text(key)
            for key in ("name", "given_name", "company", "role", "relation", "language")
        },
        register=register if register in REGISTERS else "",
        identities=fields.texts("identities"),
        encounters=tuple(_encounter(each) for each in fields.items("encounters")),
        mail=Mail(_count(mail, "sent"), _count(mail, "received"), _day(mail, "last")),
        promises=fields.texts("promises"),
        verdict=_verdict(fields.fields("verdict")),
    )


def _encounter(fields: Fields) -> Encounter:
    kind = fields.text("kind")
    return Encounter(
        kind=kind if kind in ENCOUNTER_KINDS else "other",
        on=_rough_day(fields, "on"),
        event=fields.text("event"),
        place=fields.text("place"),
        topics=fields.texts("topics"),
        said=fields.text("said"),
        introduced_by=fields.text("introduced_by"),
    )


def _verdict(fields: Fields) -> OwnVerdict | None:
    decision = fields.choice("decision", DECISIONS)
    if not decision:
        return None
    return OwnVerdict(decision, _day(fields, "on"), fields.text("note"))


def _appointment(fields: Fields) -> Appointment:
    return Appointment(fields.text("title"), _day(fields, "on"), fields.texts("attendees"))


def _count(fields: Fields, key: str) -> int:
    return fields.count(key, "this is a whole number of letters, as 3; or leave it out.") or 0


def _day(fields: Fields, key: str) -> dt.date | None:
    """A day; of a moment its day counts."""
    written = fields.text(key)
    try:
        return dt.date.fromisoformat(written[:10]) if written else None
    except ValueError:
        raise InputError(
            f"{written!r:.40} is not a day; write it as 2026-11-19.", place=key
        ) from None


def _rough_day(fields: Fields, key: str) -> dt.date | None:
    written = fields.text(key)
    try:
        return read_day(written[:10]) if written else None
    except ValueError:
        what = f"{written!r:.40} is not a day; write 2026-11-19, or only 2026-11 or 2026."
        raise InputError(what, place=key) from None
