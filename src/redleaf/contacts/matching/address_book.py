"""AddressBook: everybody known, found by whatever a contact has in common with them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from redleaf.contacts.contact import Contact
from redleaf.contacts.matching.comparing import compare, names_in
from redleaf.contacts.matching.crowd import AddressCrowd
from redleaf.contacts.matching.keys import identity_keys, initial_keys, name_keys
from redleaf.contacts.matching.traits import Traits, traits_of

Id = TypeVar("Id", bound=Hashable)
Refused = Callable[[Id, Id], bool]

# More people than this under one key are not one person written in several ways: a switchboard,
# the mailbox of a team. Who is among them is found by another key.
_MOST_UNDER_A_KEY = 200


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
        self._crowd = AddressCrowd()
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
        self._crowd.count(traits, -1)
        for key in _offered(traits):
            found = self._found_by[key]
            if isinstance(found, list) and len(found) > 1:
                found.remove(who)
            else:
                del self._found_by[key]

    def matches(
        self,
        contact: Contact | Traits,
        *,
        who: Id | None = None,
        among: Callable[[Id], bool] | None = None,
    ) -> list[Match[Id]]:
        """Whom `contact` may be, strongest first.

        `who` is its own id where it has one: itself and refused pairs are left out. `among` leaves
        out others too.
        """
        traits = contact if isinstance(contact, Traits) else traits_of(contact)
        found = []
        for other in self._candidates(traits):
            if who is not None and (other == who or self._was_refused(who, other)):
                continue
            if among is not None and not among(other):
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
        for key in _sought(traits):
            found = self._found_by.get(key)
            if isinstance(found, list):
                if len(found) <= _MOST_UNDER_A_KEY:
                    seen.update(dict.fromkeys(found))
            elif found is not None:
                seen[found] = None
        return seen


def _offered(traits: Traits) -> set[int]:
    """The keys under which a contact can be found."""
    names = names_in(traits)
    return {
        *identity_keys(traits),
        *name_keys(traits, names),
        *initial_keys(names, side="of", seeks=True),
        *initial_keys(names, side="whole", seeks=False),
    }


def _sought(traits: Traits) -> set[int]:
    """The keys under which those are looked for whom it may be."""
    names = names_in(traits)
    return {
        *identity_keys(traits),
        *name_keys(traits, names),
        *initial_keys(names, side="whole", seeks=True),
        *initial_keys(names, side="of", seeks=False),
    }
