"""Pairs within one address book who are, or may be, the same person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching.address_book import AddressBook, Id, Refused
from redleaf.contacts.matching.crowd import AddressCrowd
from redleaf.contacts.matching.traits import Traits, traits_of


@dataclass(frozen=True, slots=True)
class Pair(Generic[Id]):
    """Two contacts of one book; the rest is as in a Match."""

    one: Id
    other: Id
    certainty: str
    score: float
    reasons: tuple[str, ...]


def duplicates(
    contacts: Iterable[tuple[Id, Contact | Traits]], *, is_refused: Refused[Id] | None = None
) -> Iterator[Pair[Id]]:
    """Every pair that is the same or doubtful, each once, the earlier contact first."""
    crowd = AddressCrowd()
    people: dict[Id, Traits] = {}
    for who, contact in contacts:
        people[who] = contact if isinstance(contact, Traits) else traits_of(contact)
        crowd.count(people[who], +1)
    book: AddressBook[Id] = AddressBook(is_refused=is_refused, crowd=crowd)
    for who, traits in people.items():
        for match in book.matches(traits, who=who):
            yield Pair(match.id, who, match.certainty, match.score, match.reasons)
        book.add(who, traits)
