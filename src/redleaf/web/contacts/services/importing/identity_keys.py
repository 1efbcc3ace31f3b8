"""Identities as keys, under which two contacts find each other: a number by its last digits."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching.phone_numbers import end_of
from redleaf.web.contacts.records import kept_key

Key = tuple[str, str, str]
TELLING = ("email", "phone", "profile", "messenger", "uid")


def keys_of(contact: Contact) -> Iterator[Key]:
    for each in contact.identities:
        if each.kind in TELLING:
            yield key_of(each.kind, each.network, each.value)


def key_of(kind: str, network: str, value: str) -> Key:
    return (kind, network, end_of(value) if kind == "phone" else kept_key(value))
