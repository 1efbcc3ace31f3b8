"""Contacts of one file that are the same person become one entry.

Only who shares an identity is held against each other here: unasked, nothing less joins two
records, and an import asks about the people of the store, not about those of its own file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching import AddressBook
from redleaf.contacts.merging import merge
from redleaf.contacts.plain import from_plain, to_plain
from redleaf.web.contacts.rows import writable
from redleaf.web.contacts.services.importing.cards import card_of, is_told_by_itself
from redleaf.web.contacts.services.importing.identity_keys import Key, keys_of
from redleaf.web.contacts.services.importing.plan import Entry


def joined(contacts: Iterable[Contact]) -> list[Entry]:
    """The people of a file, in its order; each with the keys of all its contacts."""
    entries: dict[int, Entry] = {}
    under: dict[Key, list[int]] = {}
    for number, contact in enumerate(map(writable_contact, contacts)):
        entry = Entry(contact, [contact.key or f"#{number + 1}"])
        while (known := _same_as(entry, entries, under)) is not None:
            # What both know may show that a third is the same person: so it is looked for again.
            number = known
            other, entry = entry, entries.pop(known)
            join(entry, other)
        entries[number] = entry
        for key in _keys(entry):
            holders = under.setdefault(key, [])
            if number not in holders:
                holders.append(number)
    return [entries[number] for number in sorted(entries)]


def join(entry: Entry, other: Entry) -> None:
    """Make one entry of two that are the same person."""
    entry.cards = (*cards_of(entry), *cards_of(other))
    entry.contact = merge(entry.contact, other.contact)
    entry.keys += other.keys


def cards_of(entry: Entry) -> tuple[str, ...]:
    """The cards of all contacts of the file that are in this entry."""
    return entry.cards or (card_of(entry.contact),)


def writable_contact(contact: Contact) -> Contact:
    """The contact as a store takes it: one that has to be changed would never be known again."""
    texts = "".join(
        (
            contact.name,
            contact.headline,
            *contact.notes,
            *(each.value + each.written for each in contact.identities),
            *(each.organisation + each.title for each in contact.roles),
        )
    )
    return contact if writable(texts) == texts else from_plain(Contact, _cleaned(to_plain(contact)))


def _cleaned(plain: object) -> object:
    if isinstance(plain, str):
        return writable(plain)
    if isinstance(plain, list):
        return [_cleaned(each) for each in plain]
    if isinstance(plain, dict):
        return {name: _cleaned(each) for name, each in plain.items()}
    return plain


def _keys(entry: Entry) -> Iterator[Key]:
    if is_told_by_itself(entry.contact):
        yield from keys_of(entry.contact)
    else:
        yield ("card", "", card_of(entry.contact))


def _same_as(entry: Entry, entries: dict[int, Entry], under: dict[Key, list[int]]) -> int | None:
    """The earlier entry that is surely the same person."""
    sharing: dict[int, None] = {}
    for key in _keys(entry):
        found = [number for number in under.get(key, ()) if number in entries]
        if found and key[0] == "card":
            return found[0]
        sharing.update(dict.fromkeys(found[:_MOST_SHARING]))
    if not sharing:
        return None
    book: AddressBook[int] = AddressBook()
    for number in sharing:
        book.add(number, entries[number].contact)
    matches = book.matches(entry.contact)
    return next((each.id for each in matches if each.certainty == "same"), None)


# More who share a number are the people of a switchboard, and none of them is told by it.
_MOST_SHARING = 20
