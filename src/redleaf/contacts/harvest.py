"""Harvest: all that one file gave, as plain records, and what in it could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from redleaf.contacts.contact import Contact, Identity
from redleaf.contacts.encounters import Encounter, Letter, Promise
from redleaf.contacts.invitations import Invitation
from redleaf.contacts.pictures import Picture


@dataclass(frozen=True, slots=True)
class Problem:
    """Something not in order: the file, the line where it begins (0: all of it), what it is.

    `is_loss` is whether it cost a record or a part of one; without it all was read or kept.
    """

    file: str
    line: int
    what: str
    is_loss: bool = True


@dataclass(slots=True)
class Harvest:
    """The records of one file, folder or archive. Filled by its reader, then only read.

    `format` is the name that `redleaf import --as` takes. `owner` are the identities that the file
    says are the user's own, and `owner_name` their name: they do not become a contact.
    `pictures` are those of cards. `remarks` are sentences about the whole file that the user
    should read.
    """

    format: str
    contacts: list[Contact] = field(default_factory=list)
    encounters: list[Encounter] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    invitations: list[Invitation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    owner: list[Identity] = field(default_factory=list)
    owner_name: str = ""
    pictures: list[Picture] = field(default_factory=list)

    @property
    def losses(self) -> list[Problem]:
        """The problems that cost something."""
        return [each for each in self.problems if each.is_loss]

    def __bool__(self) -> bool:
        return any((self.contacts, self.encounters, self.letters, self.promises, self.invitations))
