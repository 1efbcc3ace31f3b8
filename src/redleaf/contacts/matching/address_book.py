"""AddressBook: everybody known, found by whatever a contact has in common with them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching.comparing import compare, names_in, spare_rarity
from redleaf.contacts.matching.crowd import AddressCrowd
from redleaf.contacts.matching.keys import firm_keys, identity_keys, initial_keys, name_keys
from redleaf.contacts.matching.name_likeness import INITIAL_RARITY
from redleaf.contacts.matching.traits import Traits, traits_of

Id = TypeVar("Id", bound=Hashable)
Refused = Callable[[Id, Id], bool]

# More people than this under one key are not one person written in several ways: a switchboard,
# the mailbox of a team. Who is among them is found by another key.
_MOST_UNDER_A_KEY = 40


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

    `is_refused` tells the pairs of ids of whom the user said that they are two people. `crowd` is
    given where all who will come have been counted before; it is then not counted on.
    """

    def __init__(
        self, *, is_refused: Refused[Id] | None = None, crowd: AddressCrowd | None = None
    ) -> None:
        self._is_refused = is_refused
        self._traits: dict[Id, Traits] = {}
        self._counts = crowd is None
        self._crowd = crowd or AddressCrowd()
        # A list only where several share a key: most are alone under theirs.
        self._found_by: dict[int, Id | list[Id]] = {}

    def __len__(self) -> int:
        return len(self._traits)

    def __contains__(self, who: object) -> bool:
        return who in self._traits

    def traits(self, who: Id) -> Traits:
        """What is kept of a contact. Raises KeyError for an unknown id."""
        return self._traits[who]

    def add(self, who: Id, contact: Contact | Traits) -> None:
        """Take in a contact, or only its traits; what was known under that id is replaced."""
        self.remove(who)
        traits = contact if isinstance(contact, Traits) else traits_of(contact)
        self._traits[who] = traits
        if self._counts:
            self._crowd.count(traits, +1)
        for key in _offered(traits):
            found = self._found_by.get(key)
            if found is None:
                self._found_by[key] = who
            elif isinstance(found, list):
                found.append(who)
            else:
                self._found_by[key] = [found, who]

    def remove(self, who: Id) -> None:
        """Forget a contact; nothing happens where it is not known."""
        traits = self._traits.pop(who, None)
        if traits is None:
            return
        if self._counts:
            self._crowd.count(traits, -1)
        for key in _offered(traits):
            found = self._found_by[key]
            if isinstance(found, list) and len(found) > 1:
                found.remove(who)
            else:
                del self._found_by[key]

    def matches(self, contact: Contact | Traits, *, who: Id | None = None) -> list[Match[Id]]:
        """Whom `contact` may be, strongest first.

        `who` is its own id where it has one: itself and refused pairs are left out.
        """
        traits = contact if isinstance(contact, Traits) else traits_of(contact)
        found = []
        for other in self._candidates(traits):
            if who is not None and (other == who or self._was_refused(who, other)):
                continue
            likeness = compare(traits, self._traits[other], self._crowd)
            if likeness:
                found.append(Match(other, *likeness))
        return sorted(found, key=lambda match: (match.certainty != "same", -match.score))

    def _was_refused(self, who: Id, other: Id) -> bool:
        return self._is_refused is not None and (
            self._is_refused(who, other) or self._is_refused(other, who)
        )

    def _candidates(self, traits: Traits) -> Iterable[Id]:
        """Everybody who shares a key, each once, in the order in which they came."""
        seen: dict[Id, None] = {}
        for key in self._sought(traits):
            found = self._found_by.get(key)
            if isinstance(found, list):
                if len(found) <= _MOST_UNDER_A_KEY:
                    seen.update(dict.fromkeys(found))
            elif found is not None:
                seen[found] = None
        return seen

    def _sought(self, traits: Traits) -> Iterator[int]:
        """The keys of those whom it may be; a common name alone leads to nobody."""
        yield from _plain_keys(traits)
        for name in names_in(traits):
            spare = spare_rarity(name, traits, self._crowd)
            if spare >= 0:
                yield from name_keys(name, spare)
                yield from self._sought_by_initials(name, spare)

    def _sought_by_initials(self, name: Sequence[str], spare: float) -> Iterator[int]:
        """An initial says little: behind it the rest of the name has to be rare."""
        yield from initial_keys([name], side="whole", seeks=True)
        for first in name:
            if len(first) > 1 and spare >= self._crowd.rarity(first) - INITIAL_RARITY:
                yield from initial_keys([name], side="of", seeks=False, first=first)


# Who has just been looked for is mostly added next, under the same keys.
@lru_cache(maxsize=64)
def _plain_keys(traits: Traits) -> tuple[int, ...]:
    """The keys that ask neither for a rare name nor for a side."""
    return (*identity_keys(traits), *firm_keys(traits, names_in(traits)))


def _offered(traits: Traits) -> set[int]:
    """The keys under which a contact can be found."""
    names = names_in(traits)
    return {
        *_plain_keys(traits),
        *(key for name in names for key in name_keys(name)),
        *initial_keys(names, side="of", seeks=True),
        *initial_keys(names, side="whole", seeks=False),
    }
