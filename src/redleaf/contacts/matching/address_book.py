"""AddressBook: everybody known, found by whatever a contact has in common with them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching.comparing import compare
from redleaf.contacts.matching.traits import Traits, traits_of

Id = TypeVar("Id", bound=Hashable)
Refused = Callable[[Id, Id], bool]


@dataclass(frozen=True, slots=True)
class Match(Generic[Id]):
    """Somebody in the book whom a contact may be.

    `certainty` is "same" (to be merged without asking) or "doubtful" (to be asked); `score` from
    0 to 1 orders them; `reasons` are words for the user, what speaks for it first.
    """

    id: Id
    certainty: str
    score: float
    reasons: tuple[str, ...]


class AddressBook(Generic[Id]):
    """The contacts of one user by id; it keeps their traits, not the contacts.

    `is_refused` tells the pairs of ids of whom the user said that they are two people.
    """

    def __init__(self, *, is_refused: Refused[Id] | None = None) -> None:
        self._is_refused = is_refused
        self._traits: dict[Id, Traits] = {}
        self._found_by: dict[int, list[Id]] = {}

    def __len__(self) -> int:
        return len(self._traits)

    def __contains__(self, who: object) -> bool:
        return who in self._traits

    def add(self, who: Id, contact: Contact | Traits) -> None:
        """Take in a contact, or only its traits; what was known under that id is replaced."""
        self.remove(who)
        traits = contact if isinstance(contact, Traits) else traits_of(contact)
        self._traits[who] = traits
        for key in _keys(traits):
            self._found_by.setdefault(key, []).append(who)

    def remove(self, who: Id) -> None:
        """Forget a contact; nothing happens where it is not known."""
        traits = self._traits.pop(who, None)
        for key in _keys(traits) if traits else ():
            self._found_by[key].remove(who)

    def traits(self, who: Id) -> Traits:
        """What is kept of a contact. Raises KeyError for an unknown id."""
        return self._traits[who]

    def matches(self, contact: Contact | Traits, *, who: Id | None = None) -> list[Match[Id]]:
        """Whom `contact` may be, strongest first.

        `who` is its own id where it has one: itself and refused pairs are left out.
        """
        traits = contact if isinstance(contact, Traits) else traits_of(contact)
        found = []
        for other in self._candidates(traits):
            if who is not None and (other == who or self._was_refused(who, other)):
                continue
            likeness = compare(traits, self._traits[other])
            if likeness:
                found.append(Match(other, *likeness))
        return sorted(found, key=lambda match: (match.certainty != "same", -match.score))

    def _was_refused(self, who: Id, other: Id) -> bool:
        return self._is_refused is not None and (
            self._is_refused(who, other) or self._is_refused(other, who)
        )

    def _candidates(self, traits: Traits) -> list[Id]:
        seen: dict[Id, None] = {}
        for key in _keys(traits):
            seen.update(dict.fromkeys(self._found_by.get(key, ())))
        return list(seen)


def _keys(traits: Traits) -> Iterator[int]:
    for value in (*traits.emails, *traits.phones, *traits.profiles, *traits.uids):
        yield hash(value)
    for name in traits.names:
        yield hash(frozenset(name.split()))
