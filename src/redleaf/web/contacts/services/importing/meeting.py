"""Whom the entries of a file meet in the store.

Who in the store may be meant is found by identities and by names, in rows read as they stand; only
those few are then held against the entries with all that is known of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from redleaf.contacts import contact as record
from redleaf.contacts.matching import AddressBook
from redleaf.contacts.matching.name_words import read_name
from redleaf.contacts.matching.sounds import skeleton
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Identity
from redleaf.web.contacts.records import sort_name
from redleaf.web.contacts.rows import in_chunks, rows_of_contacts
from redleaf.web.contacts.services.importing.identity_keys import TELLING, Key, key_of, keys_of
from redleaf.web.contacts.services.importing.plan import Entry, Near
from redleaf.web.contacts.services.importing.reading import records_by_id

# In a larger file only those are asked about whose names are equal: that many questions nobody
# answers, and who else may be the same is found by `redleaf people merge`.
_MOST_BY_LIKENESS = 3_000
_MOST_LIKE = 5_000
_MOST_NEAR = 5
_CHUNK = 2_000
Told = Callable[[float], None]


def meet(owner: User, entries: Sequence[Entry], told: Told) -> None:
    """Give every entry those of the store that it may be, strongest first."""
    if not entries or not Contact.objects.filter(owner=owner).exists():
        return
    shared = _sharing_identities(owner, entries)
    told(0.2)
    names = _Names(owner, {each for found in shared.values() for each in found})
    open_entries = [
        at for at in range(len(entries)) if not _is_settled(entries[at], shared.get(at, {}), names)
    ]
    told(0.4)
    alike = names.alike([entries[at] for at in open_entries])
    book = _book(owner, {*alike, *(c for at in open_entries for c in shared.get(at, ()))})
    told(0.6)
    for number, at in enumerate(open_entries if len(book) else ()):
        entries[at].near = tuple(_near(book, entries[at]))
        if not number % _CHUNK:
            told(0.6 + 0.4 * number / len(open_entries))


def _sharing_identities(owner: User, entries: Sequence[Entry]) -> dict[int, dict[UUID, int]]:
    """For entries by their place: who in the store shares identities with them, and how many."""
    under: dict[Key, list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        for key in dict.fromkeys(keys_of(entry.contact)):
            under[key].append(at)
    found: dict[int, dict[UUID, int]] = defaultdict(dict)
    rows = Identity.objects.filter(owner=owner, kind__in=TELLING).order_by()
    columns = rows.values_list("contact_id", "kind", "network", "value")
    for contact_id, kind, network, value in columns.iterator(chunk_size=_CHUNK) if under else ():
        for at in under.get(key_of(kind, network, value), ()):
            found[at][contact_id] = found[at].get(contact_id, 0) + 1
    return found


class _Names:
    """The names of everybody in the store: as written of `wanted`, as words of all."""

    def __init__(self, owner: User, wanted: set[UUID]) -> None:
        self._people = Contact.objects.filter(owner=owner).order_by()
        self.written: dict[UUID, str] = {}
        # With the owner beside the ids, SQLite would go through all of the owner's for each chunk.
        for chunk in in_chunks(list(wanted), _CHUNK):
            self.written.update((_uuid(row_id), name) for row_id, name in _named(chunk))

    def alike(self, entries: Sequence[Entry]) -> set[UUID]:
        """Whose name is equal to that of an entry, or like it where the entries are few."""
        equal = {sort_name(entry.contact) for entry in entries} - {""}
        if not equal:
            return set()
        heard = set(_heard(entry.contact.called for entry in entries))
        is_few = len(entries) <= _MOST_BY_LIKENESS
        found: set[UUID] = set()
        like: set[UUID] = set()
        rows = self._people.values_list("id", "name", "sort_name")
        for contact_id, name, sorts_as in rows.iterator(chunk_size=_CHUNK):
            if sorts_as in equal:
                found.add(contact_id)
            elif is_few and not heard.isdisjoint(_heard([name or sorts_as])):
                like.add(contact_id)
        return found | like if len(like) <= _MOST_LIKE else found


def _named(contact_ids: Sequence[UUID]) -> list[tuple[Any, ...]]:
    return rows_of_contacts(
        "SELECT id, name FROM contacts_contact WHERE id IN ({ids})", contact_ids
    )


def _uuid(row_id: UUID | str) -> UUID:
    return row_id if isinstance(row_id, UUID) else UUID(row_id)


def _heard(names: Iterable[str]) -> Iterator[str]:
    """How the words of names sound: whose names are alike have one of them in common."""
    for name in names:
        for words in read_name(name).names:
            yield from (skeleton(word) for word in words.split())


def _is_settled(entry: Entry, sharing: dict[UUID, int], names: _Names) -> bool:
    """Whether the entry is plainly somebody known: of that name, with all its identities."""
    identities = set(keys_of(entry.contact))
    is_own = any(kind in ("email", "profile", "uid") for kind, *_ in identities)
    if len(sharing) != 1 or not is_own or _may_be_contradicted(entry.contact):
        return False
    ((contact_id, count),) = sharing.items()
    if count < len(identities) or names.written[contact_id] != entry.contact.name:
        return False
    entry.near = (Near(contact_id, True, 1.0, ("the same name and identities",)),)
    return True


def _may_be_contradicted(contact: record.Contact) -> bool:
    return bool(contact.parts.suffix) or any(e.kind == "birthday" for e in contact.occasions)


def _near(book: AddressBook[UUID], entry: Entry) -> Iterator[Near]:
    for match in book.matches(entry.contact)[:_MOST_NEAR]:
        yield Near(match.id, match.certainty == "same", match.score, match.reasons)


def _book(owner: User, ids: set[UUID]) -> AddressBook[UUID]:
    """These contacts of the store."""
    book: AddressBook[UUID] = AddressBook()
    for known in records_by_id(owner, sorted(ids)):
        book.add(UUID(known.key), known)
    return book
