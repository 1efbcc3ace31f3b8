"""Traits: the little of a contact that tells whether somebody else is the same person.

They are small, made of texts only, and can be kept beside a contact (`redleaf.contacts.plain`
writes and reads them), so that an index of many contacts is built without reading them whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching.firms import firm_key
from redleaf.contacts.matching.name_words import read_name

# Raise it when the same contact would get other traits than before: kept ones are then stale.
TRAITS_VERSION = 1


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared. Every text is folded and romanised; those of a kind are sorted by origin.

    `names` are words parted by spaces, the name itself first. `profiles` and messengers are
    "network:value". `firms` are organisations of today and before, `birthday` as in an Occasion,
    `generation` what tells father from son ("jr", "2").
    """

    names: tuple[str, ...] = ()
    kind: str = "person"
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    firms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    birthday: str = ""
    generation: str = ""


def traits_of(contact: Contact) -> Traits:
    """The traits of `contact`."""
    read = [read_name(name) for name in _names_of(contact)]
    generation = read_name(f"x x {contact.parts.suffix}").generation if contact.parts.suffix else ""
    values: dict[str, list[str]] = {}
    for each in contact.identities:
        shown = f"{each.network}:{each.value}" if each.network else each.value
        values.setdefault(each.kind, []).append(shown)
    return Traits(
        names=_once(words for name in read for words in name.names),
        kind=contact.kind,
        emails=_once(values.get("email", ())),
        phones=_once(values.get("phone", ())),
        profiles=_once([*values.get("profile", ()), *values.get("messenger", ())]),
        uids=_once(values.get("uid", ())),
        firms=_once(firm_key(role.organisation) for role in contact.roles),
        places=_once(firm_key(each.city) for each in contact.addresses),
        birthday=next((each.on for each in contact.occasions if each.kind == "birthday"), ""),
        generation=next((name.generation for name in read if name.generation), generation),
    )


def _names_of(contact: Contact) -> list[str]:
    """The name with its given names in front where its parts tell, and the other names."""
    parts, name = contact.parts, contact.name
    if parts.given and parts.family:
        name = " ".join(filter(None, (parts.given, parts.additional, parts.family)))
    names = [name or parts.joined]
    given = parts.given or next(iter(name.split()), "")
    for each in contact.other_names:
        if each.kind == "maiden" and given:
            names.append(f"{given} {each.text}")
        elif each.kind == "nickname" and parts.family:
            names.append(f"{each.text} {parts.family}")
        elif each.kind != "nickname":
            names.append(each.text)
    return names


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
