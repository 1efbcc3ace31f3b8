"""The records of an export as a Harvest: contacts with what was between them and the owner."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Identity, Occasion, Role
from redleaf.contacts.encounters import Letter
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.names import NameParts
from redleaf.contacts.plain import to_plain
from redleaf.formats.linkedin import records
from redleaf.formats.linkedin.acquaintances import Acquaintances
from redleaf.formats.linkedin.owner import is_same, owner_of
from redleaf.formats.linkedin.people import is_credential, profile_link
from redleaf.formats.linkedin.records import Conversation, Export, Imported, Person

NETWORK = "linkedin"


def harvest_of(export: Export) -> dict[str, Any]:
    """A Harvest as plain data. Connections come as contacts, and so do those whom the owner wrote
    to, kept a note about, praised or was praised by; whoever only asked to connect stands in an
    invitation alone."""
    owner = owner_of(export)
    known = Acquaintances()
    harvest = Harvest(NETWORK, problems=list(export.problems), remarks=list(export.remarks))
    left_out: Counter[str] = Counter()
    for connection in export.connections:
        if connection.name or connection.slug or connection.email:
            known.add(_of_connection(connection, known.next_key))
        else:
            left_out["hidden"] += 1
    for imported in export.imported:
        if (contact := _of_imported(imported, known.next_key)) is not None:
            known.add(contact)
    _add_notes(export, known)
    _add_praises(export, known)
    harvest.letters = list(_letters(export, owner, known, left_out))
    harvest.invitations = [_invitation(each) for each in export.invitations]
    harvest.owner = list(_owner_identities(export, owner))
    harvest.owner_name = owner.name
    harvest.remarks += _remarks(export, owner, left_out)
    harvest.remarks += [
        f"Several people are called {name}, so what concerns one of them alone was left out."
        for name in sorted(known.ambiguous)
    ]
    return {**to_plain(harvest), "contacts": [to_plain(each) for each in known.contacts()]}


def profile_identity(slug: str, on: dt.date | None = None) -> Identity:
    value = slug if slug.isascii() else unicodedata.normalize("NFC", slug)
    return Identity("profile", value, profile_link(slug), network=NETWORK, connected_on=on)


def _of_connection(each: records.Connection, key: str) -> Contact:
    found = [profile_identity(each.slug, each.on)] if each.slug else []
    email = identities.email(each.email) if each.email else None
    found += [email] if email else []
    role = Role(each.company, each.position)
    return Contact(
        name=each.name,
        key=key,
        parts=_parts(each.given, each.name[len(each.given) :].strip()),
        identities=tuple(found),
        roles=(role,) if role else (),
    )


def _parts(given: str, family: str) -> NameParts:
    """The parts, with titles behind the last name ("Lind, Ph.D., MBA") as what they are."""
    if "," in family:
        bare, *rest = family.split(", ")
        if rest and all(map(is_credential, rest)):
            return NameParts(given, bare, suffix=", ".join(rest))
    return NameParts(given, family)


def _of_imported(each: Imported, key: str) -> Contact | None:
    found: list[Identity | None] = [identities.email(text) for text in each.emails]
    found += [identities.phone(text) for text in each.phones]
    found += [identities.website(text) for text in each.links]
    if not each.name and not any(found):
        return None
    role = Role(each.company, each.title)
    return Contact(
        name=each.name,
        key=key,
        parts=_parts(each.given, each.family),
        identities=tuple(dict.fromkeys(one for one in found if one)),
        roles=(role,) if role else (),
        occasions=(Occasion("birthday", each.birthday),) if each.birthday else (),
    )


def _add_notes(export: Export, known: Acquaintances) -> None:
    for each in export.private_notes:
        if each.text and (key := known.person(each.who)):
            known.note(key, each.text)


def _add_praises(export: Export, known: Acquaintances) -> None:
    """Recommendations as notes with their words, endorsements as one note with all skills."""
    skills: dict[tuple[str, bool], list[str]] = {}
    for each in export.praises:
        key = known.person(each.who)
        if key and each.skill:
            skills.setdefault((key, each.is_given), []).append(each.skill)
        elif key and each.text:
            known.note(key, _recommendation(each))
            known.tag(key, "recommended" if each.is_given else "recommended me")
    for (key, is_given), named in skills.items():
        said = "You endorsed them for" if is_given else "Endorsed you for"
        known.note(key, f"{said} {', '.join(dict.fromkeys(named))}.")
        known.tag(key, "endorsed" if is_given else "endorsed me")


def _recommendation(each: records.Praise) -> str:
    said = "You recommended them" if each.is_given else "Recommended you"
    day = f" on {each.on.day} {each.on:%B %Y}" if each.on else ""
    return f"{said}{day}: “{each.text}”"


def _letters(
    export: Export, owner: Person, known: Acquaintances, left_out: Counter[str]
) -> Iterator[Letter]:
    if not owner.name and not owner.slug:
        return  # nobody can tell who wrote to whom
    for talk in export.conversations:
        ours = {at for at, who in enumerate(talk.people) if is_same(who, owner)}
        others = [who for at, who in enumerate(talk.people) if at not in ours]
        has_written = any(turn.who in ours for turn in talk.turns)
        keys = tuple(
            dict.fromkeys(
                key
                for who in others
                if (key := known.person(who) if has_written else known.find(who))
            )
        )
        left_out["unanswered"] += bool(ours) and not keys and not has_written
        if ours and keys:
            yield from _turns(talk, ours, keys, known)


def _turns(
    talk: Conversation, ours: set[int], keys: tuple[str, ...], known: Acquaintances
) -> Iterator[Letter]:
    for turn in talk.turns:
        is_sent = turn.who in ours
        writer = talk.people[turn.who]
        sender = known.find(writer)
        if not is_sent and not sender:
            continue
        yield Letter(
            people=keys if is_sent or not sender else (sender,),
            network=NETWORK,
            is_sent=is_sent,
            at=dt.datetime.fromtimestamp(turn.at, dt.UTC),
            subject=talk.subject,
            key=f"{talk.key}/{turn.at}/{'me' if is_sent else writer.slug or writer.name}",
        )


def _invitation(each: records.Invitation) -> Invitation:
    who = each.who
    return Invitation(
        network=NETWORK,
        is_incoming=not each.is_outgoing,
        name=who.name,
        text=each.note,
        identities=(profile_identity(who.slug),) if who.slug else (),
        at=each.at,
        key=f"{'to' if each.is_outgoing else 'from'}/{who.slug or who.name}/{each.at or ''}",
    )


def _owner_identities(export: Export, owner: Person) -> Iterator[Identity]:
    if owner.slug:
        yield profile_identity(owner.slug)
    for text in export.emails:
        if email := identities.email(text):
            yield email
    for text in export.phones:
        if phone := identities.phone(text):
            yield phone


def _remarks(export: Export, owner: Person, left_out: Mapping[str, int]) -> Iterator[str]:
    if hidden := left_out["hidden"]:
        who = "connection is" if hidden == 1 else "connections are"
        yield (
            f"{hidden:,} {who} hidden: LinkedIn gives neither their name nor a link, "
            "so there is nothing to keep."
        )
    if unanswered := left_out["unanswered"]:
        what = "One conversation" if unanswered == 1 else f"{unanswered:,} conversations"
        yield f"{what} with people you never wrote to did not come in."
    if export.conversations and not (owner.name or owner.slug):
        yield (
            "the messages do not tell which side is yours, so they were left out; hand in the "
            "whole export, with Profile.csv or Invitations.csv."
        )
