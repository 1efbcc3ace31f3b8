"""A vCard file, a folder or a zip of them, read behind the guard."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest, Problem
from redleaf.contacts.plain import to_plain
from redleaf.errors import FileError
from redleaf.formats.limits import MEGABYTE, Limits
from redleaf.formats.members import Members, open_members
from redleaf.formats.names import shown
from redleaf.formats.vcard.cards import Tell, cards_of
from redleaf.formats.vcard.contacts import contact_of
from redleaf.formats.vcard.faults import tell_faults
from redleaf.formats.vcard.lines import Line, lines_of

SUFFIXES = (".vcf", ".vcard", ".vcr")
# For a file, and more for each card found in it: a large address book is no attack.
_SECONDS = 5.0
_SECONDS_A_CARD = 0.01
_MOST_PROBLEMS = 5_000
_MOST_PICTURE_BYTES = 30 * MEGABYTE


def read_vcards(
    source: Path | IO[bytes], limits: Limits, tell: Callable[[float], None], *, file: str = ""
) -> dict[str, Any]:
    """`to_plain` of the Harvest of a file, to be run behind the guard. `file` is its name.

    Raises FileError for a file without a single line of a card.
    """
    members = open_members(source, limits)
    reading = _Reading(tell, members.size)
    for name in _cards_in(members):
        reading.read_member(members, name, shown(name or file))
    if not reading.has_cards:
        unopened = (each.what for each in reading.problems if not each.line)
        raise FileError(next(unopened, "there is no vCard in this."))
    # The contacts are plain already: the records of a large book would fill the memory twice.
    plain = to_plain(Harvest("vcard", problems=reading.problems))
    return {**plain, "contacts": reading.contacts} if reading.contacts else plain


def _cards_in(members: Members) -> list[str]:
    if members.is_single:
        return members.names
    return [name for name in members.names if name.lower().endswith(SUFFIXES)]


class _Reading:
    """The contacts of all files so far, as plain data, and their problems."""

    def __init__(self, tell: Callable[[float], None], size: int) -> None:
        self._tell, self._size, self._done = tell, size, 0
        self._started = time.process_time()
        self.contacts: list[dict[str, Any]] = []
        self.problems: list[Problem] = []
        self.has_cards = False
        self._keys: dict[str, int] = {}
        self._picture_bytes = 0

    def read_member(self, members: Members, name: str, file: str) -> None:
        """All cards of a file. What is damaged or cannot be opened becomes a problem."""
        try:
            with members.open(name) as opened:
                self.read(lines_of(opened), file)
        except FileError as error:
            if not error.place:
                raise  # a trap: nothing of this archive is to be trusted
            self._problem(Problem(file, 0, error.what))

    def read(self, lines: Iterator[Line], file: str) -> None:
        """The cards in `lines`. Raises FileError when they take longer than cards can."""

        def tell(line: int, what: str, *, is_loss: bool = True) -> None:
            self._problem(Problem(file, line, what, is_loss))

        for card in cards_of(self._watched(lines), tell):
            self.has_cards = True
            tell_faults(card, tell)
            if card.properties:
                contact = self._without_crowding(contact_of(card.properties), card.line, tell)
                self.contacts.append(self._with_key(contact))

    def _watched(self, lines: Iterator[Line]) -> Iterator[Line]:
        for at, line in enumerate(lines):
            self._done += len(line.text) + 2
            if at % 1_000 == 0:
                self._tell(min(1.0, self._done / max(1, self._size)))
                taken = time.process_time() - self._started
                if taken > _SECONDS + _SECONDS_A_CARD * len(self.contacts):
                    raise FileError(f"reading this took longer than {_SECONDS:g} seconds.")
            yield line

    def _problem(self, problem: Problem) -> None:
        if len(self.problems) == _MOST_PROBLEMS:
            what = "there is more that is not in order; it is not listed here."
            self.problems.append(replace(problem, what=what))
        elif len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)

    def _without_crowding(self, contact: Contact, line: int, tell: Tell) -> Contact:
        """The contact without its pictures where those of the file are too much for the memory."""
        size = sum(len(photo.base64) for photo in contact.photos)
        if not size or self._picture_bytes + size <= _MOST_PICTURE_BYTES:
            self._picture_bytes += size
            return contact
        tell(line, "the pictures in this file are too large together; this one was left out.")
        return replace(contact, photos=tuple(each for each in contact.photos if not each.base64))

    def _with_key(self, contact: Contact) -> dict[str, Any]:
        """Plain, with a key from what the card says: the same card has it in every file."""
        plain = to_plain(contact)
        uid = next((each.value for each in contact.identities if each.kind == "uid"), "")
        key = uid or _digest_of(plain)
        times = self._keys[key] = self._keys.get(key, 0) + 1
        plain["key"] = key if times == 1 else f"{key}-{times}"
        return plain


def _digest_of(plain: dict[str, Any]) -> str:
    said = json.dumps(plain, sort_keys=True).encode()
    return hashlib.blake2b(said, digest_size=8).hexdigest()
