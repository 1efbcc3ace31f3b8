"""The rows that an export becomes again, each under the id it had."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from typing import Any
from uuid import UUID

from redleaf.contacts import contact as record
from redleaf.contacts.plain import to_plain
from redleaf.errors import InputError
from redleaf.formats.redleaf_export import entries
from redleaf.web.accounts.models import User
from redleaf.web.accounts.preferences import take_preferences
from redleaf.web.contacts.models import (
    Act,
    Card,
    Contact,
    Encounter,
    Identity,
    Invitation,
    Letter,
    Note,
    Pair,
    Picture,
    Presence,
    Promise,
    Role,
    Stack,
    Tag,
)
from redleaf.web.contacts.records import columns_of
from redleaf.web.contacts.rows import TABLES
from redleaf.web.contacts.services.brought_along import BROUGHT_ALONG
from redleaf.web.contacts.services.entry_values import (
    CannotRestore,
    is_link,
    moment,
    position,
    texts,
)
from redleaf.web.contacts.services.exporting import CHOICE_TEXTS
from redleaf.web.contacts.services.recording import Recorder

_IDENTITY = tuple(each.name for each in fields(record.Identity))
_ROLE = tuple(each.name for each in fields(record.Role))
_LETTER = ("network", "is_sent", "at", "subject", "key")
_ENCOUNTER = ("kind", "place", "event", "said", "introduced_by", "notes", "times", "key")
_INVITATION = ("network", "is_incoming", "name", "headline", "text", "at", "key")


class Rows:
    """Makes rows of entries, a part at a time."""

    def __init__(self, owner: User, recorder: Recorder, told: Callable[[int], None] | None) -> None:
        self.count = 0
        self._owner = owner
        self._recorder = recorder
        self._told = told
        self._known: set[UUID] = set()
        # Whoever took everybody away keeps the log, and brings it back once more with the export.
        self._acts = set(Act.objects.filter(owner=owner).values_list("pk", flat=True))
        self._restore: dict[str, Callable[[Any], None]] = {
            "owner": self._own_words,
            "contacts": self._contact,
            "encounters": self._encounter,
            "letters": self._letter,
            "promises": self._promise,
            "invitations": self._invitation,
            "pairs": self._pair,
            "stacks": self._stack,
            "pictures": self._picture,
            "log": self._act,
        }
        for name, brought in BROUGHT_ALONG.items():
            self._restore[name] = partial(brought.take, recorder)

    def take(self, part: Mapping[str, Any]) -> None:
        section = part["section"]
        for number, entry in enumerate(part["entries"], 1):
            try:
                self._restore[section](entry)
            except CannotRestore:
                raise
            except InputError as error:
                raise CannotRestore(error.what, place=f"{section} {number}") from None
            except (KeyError, TypeError, ValueError, AttributeError):
                what = "this entry does not have the shape of an export."
                raise CannotRestore(what, place=f"{section} {number}") from None
        self.count += len(part["entries"])
        self._recorder.flush()
        if self._told:
            self._told(self.count)

    def _own_words(self, said: Mapping[str, Any]) -> None:
        """What the export's owner said of themselves; what this one says already stands."""
        from redleaf.web.accounts.services import introduce

        owner = self._owner
        introduce(
            owner,
            name=None if owner.get_full_name() else str(said.get("name", "")),
            headline=None if owner.headline else str(said.get("headline", "")),
            offers=None if owner.offers else [str(each) for each in said.get("offers", [])],
            links=None if owner.links else [*filter(is_link, map(str, said.get("links", [])))],
            voice=None if owner.voice else str(said.get("voice", "")),
        )
        take_preferences(owner, said.get("settings", {}))

    def _contact(self, entry: Mapping[str, Any]) -> None:
        of = entries.contact_of(entry)
        contact_id = UUID(of.key)
        self._known.add(contact_id)
        contact = Contact(
            pk=contact_id,
            made_at=moment(entry["made_at"]),
            changed_at=moment(entry["changed_at"]),
            **columns_of(of),
        )
        self._recorder.make(contact, contact_id)
        self._parts(Identity, entry.get("identities", []), contact_id, [
            _columns(each, _IDENTITY) for each in of.identities
        ])  # fmt: skip
        self._parts(
            Role, entry.get("roles", []), contact_id, [_columns(each, _ROLE) for each in of.roles]
        )
        self._parts(Note, entry.get("notes", []), contact_id, [{"text": each} for each in of.notes])
        self._parts(Tag, entry.get("tags", []), contact_id, [{"name": each} for each in of.tags])

    def _parts(
        self, model: type[Any], listed: list[Any], contact_id: UUID, columns: list[dict[str, Any]]
    ) -> None:
        for place, (entry, values) in enumerate(zip(listed, columns, strict=True)):
            row = model(
                pk=UUID(entry["id"]),
                contact_id=contact_id,
                position=position(entry, place),
                **values,
            )
            self._recorder.make(row, contact_id)

    def _encounter(self, entry: Mapping[str, Any]) -> None:
        of = entries.encounter_of(entry)
        people = [self._one_of_us(each) for each in of.people]
        row = Encounter(
            pk=UUID(entry["id"]),
            first=of.when.first,
            last=of.when.last,
            words=of.when.words,
            topics=list(of.topics),
            made_at=moment(entry["made_at"]),
            **_columns(of, _ENCOUNTER),
        )
        self._recorder.make(row, people[0] if people else None)
        for place, (each, contact_id) in enumerate(zip(entry["people"], people, strict=True)):
            presence = Presence(
                pk=UUID(each["id"]),
                encounter_id=row.pk,
                contact_id=contact_id,
                position=position(each, place),
            )
            self._recorder.make(presence, contact_id)

    def _letter(self, entry: Mapping[str, Any]) -> None:
        of = entries.letter_of(entry)
        contact_id = self._one_of_us(of.people[0])
        row = Letter(pk=UUID(entry["id"]), contact_id=contact_id, **_columns(of, _LETTER))
        self._recorder.make(row, contact_id)

    def _promise(self, entry: Mapping[str, Any]) -> None:
        of = entries.promise_of(entry)
        contact_id = self._one_of_us(of.person)
        row = Promise(
            pk=UUID(entry["id"]),
            contact_id=contact_id,
            due_first=of.due.first,
            due_last=of.due.last,
            due_words=of.due.words,
            **_columns(of, ("text", "made_on", "state", "key")),
        )
        self._recorder.make(row, contact_id)

    def _invitation(self, entry: Mapping[str, Any]) -> None:
        of = entries.invitation_of(entry)
        contact_id = self._one_of_us(entry["contact"]) if entry.get("contact") else None
        row = Invitation(
            pk=UUID(entry["id"]),
            contact_id=contact_id,
            identities=[to_plain(each) for each in of.identities],
            **_columns(of, _INVITATION),
        )
        self._recorder.make(row, contact_id)
        if "choice" in entry:
            self._choice(entry["choice"], row)

    def _choice(self, entry: Mapping[str, Any], of: Invitation) -> None:
        until = entry.get("until")
        table: Any = TABLES["choice"]  # another app's, which this one knows by name alone
        row = table(
            pk=UUID(entry["id"]),
            invitation_id=of.pk,
            decided_at=moment(entry["decided_at"]),
            until=dt.date.fromisoformat(until) if until else None,
            **texts(entry, CHOICE_TEXTS),
        )
        self._recorder.make(row, of.contact_id)

    def _pair(self, entry: Mapping[str, Any]) -> None:
        first, second = (self._one_of_us(entry[name]) for name in ("first", "second"))
        row = Pair(
            pk=UUID(entry["id"]),
            first_id=first,
            second_id=second,
            answer=str(entry["answer"]),
            score=float(entry["score"]),
            reasons=[str(each) for each in entry["reasons"]],
        )
        self._recorder.make(row, first)

    def _stack(self, entry: Mapping[str, Any]) -> None:
        first, last = (entry.get(name) for name in ("first", "last"))
        row = Stack(
            pk=UUID(entry["id"]),
            first=dt.date.fromisoformat(first) if first else None,
            last=dt.date.fromisoformat(last) if last else None,
            made_at=moment(entry["made_at"]),
            **texts(entry, ("title", "event", "place", "kind", "network")),
        )
        self._recorder.make(row, None)
        for each in entry["cards"]:
            contact_id = self._one_of_us(each["contact"])
            written = each.get("written_at")
            card = Card(
                pk=UUID(each["id"]),
                stack_id=row.pk,
                contact_id=contact_id,
                position=int(each["position"]),
                written_at=moment(written) if written else None,
                **texts(each, ("state", "network", "line", "text")),
            )
            self._recorder.make(card, contact_id)

    def _picture(self, entry: Mapping[str, Any]) -> None:
        of = entries.picture_of(entry)
        if not of.is_kept:
            raise CannotRestore("a picture is not as Redleaf keeps them.")
        contact_id = self._one_of_us(of.person)
        row = Picture.of(of, contact_id, position(entry, 0))
        row.pk = UUID(entry["id"])
        self._recorder.make(row, contact_id)

    def _act(self, entry: Mapping[str, Any]) -> None:
        """A line of the log. What it did cannot be undone here: that history is not exported."""
        if UUID(entry["id"]) in self._acts:
            return
        counts = entry.get("counts", {})
        undone = entry.get("undone_at")
        Act(
            pk=UUID(entry["id"]),
            owner=self._owner,
            kind=str(entry["kind"]),
            what=str(entry["what"]),
            origin=str(entry.get("origin", "")),
            digest=str(entry.get("digest", "")),
            counts={str(name): int(count) for name, count in counts.items()},
            at=moment(entry["at"]),
            undone_at=moment(undone) if undone else None,
        ).save(force_insert=True)

    def _one_of_us(self, written: str) -> UUID:
        """An id of a contact in this export: a row never points at somebody else's."""
        contact_id = UUID(written)
        if contact_id not in self._known:
            raise CannotRestore(f"there is no contact {contact_id} in this export.")
        return contact_id


def _columns(of: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(of, name) for name in names}
