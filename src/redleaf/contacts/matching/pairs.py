"""Pairs within one address book who are, or may be, the same person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching.address_book import AddressBook, Id, Refused
from redleaf.contacts.matching.traits import Traits


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
    book: AddressBook[Id] = AddressBook(is_refused=is_refused)
    order: dict[Id, int] = {}
    for who, contact in contacts:
        order[who] = len(order)
        book.add(who, contact)
    for who, place in order.items():
        later = book.matches(book.traits(who), who=who, among=_after(order, place))
        for match in later:
            yield Pair(who, match.id, match.certainty, match.score, match.reasons)


def _after(order: Mapping[Id, int], place: int) -> Callable[[Id], bool]:
    return lambda other: order[other] > place
