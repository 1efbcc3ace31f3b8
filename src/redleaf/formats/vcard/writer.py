"""Contacts as vCards: 3.0 for other programs, or 4.0.

Reading what is written gives the same contacts again. What stood in a card that was read and has no
field here is written as it stood; where a field was changed since, the old property is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from redleaf.contacts.contact import Contact
from redleaf.contacts.names import NameParts
from redleaf.formats.vcard.contacts import ORIGIN, property_of, with_labels
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.sections import SINGLE_FIELDS, WRITERS, units_of
from redleaf.formats.vcard.text import card_text
from redleaf.formats.vcard.units import Unit, merged, start_of
from redleaf.formats.vcard.values import escape
from redleaf.formats.vcard.work import in_groups

VERSIONS = ("3.0", "4.0")


def write_vcards(contacts: Iterable[Contact], *, version: str = "3.0") -> str:
    """One text with a card for each contact, lines ended and folded as the standard asks.

    3.0 is what most programs read. Of memory only the contact is in it: no encounters, no promises.
    Raises ValueError for another `version`.
    """
    if version not in VERSIONS:
        raise ValueError(f"a vCard is written as {' or '.join(VERSIONS)}, not as {version!r}")
    return "".join(card_text(_items(contact, version), version) for contact in contacts)


def _items(contact: Contact, version: str) -> Iterator[list[Property]]:
    kept = _Kept(contact)
    for field in WRITERS:
        items = _items_of(contact, field)
        if not items and field not in _NEVER_LEFT_OUT:
            continue
        written = [
            kept.starting_at(field, at) or _new(kept, field, item, version)
            for at, item in enumerate(items)
        ]
        if field == "name" and not items:
            yield _made_up_name(contact)
        elif field == "parts" and version == "3.0" and not items:
            yield [Property("N", ";;;;")]
        elif field == "roles":
            yield from in_groups(contact.roles, written, kept.ids)
        elif field in ("tags", "other_names"):
            yield from _in_lists(written)
        else:
            yield from written
    yield from ([each] for each in kept.rest)


_UNSAID = ("", "person", NameParts())
# Of these the standard asks for a line also where nothing is known.
_NEVER_LEFT_OUT = frozenset(("name", "parts"))


def _items_of(contact: Contact, field: str) -> tuple[Any, ...]:
    value = getattr(contact, field)
    if field == "name":
        value = value or contact.parts.joined
    if field not in SINGLE_FIELDS:
        return tuple(value)
    return () if value in _UNSAID else (value,)


def _new(kept: _Kept, field: str, item: Any, version: str) -> list[Property]:
    return [] if kept.says(field, item) else WRITERS[field](item, version)


def _made_up_name(contact: Contact) -> list[Property]:
    """The standard asks for an FN; RFC 9554 marks one that nobody gave."""
    return [Property("FN", escape(contact.called), (("DERIVED", "TRUE"),))]


def _in_lists(written: Sequence[list[Property]]) -> Iterator[list[Property]]:
    for each in merged(each for properties in written for each in properties):
        yield [each]


class _Kept:
    """The properties that stood in the card: with the items they say, and `rest`, with none."""

    def __init__(self, contact: Contact) -> None:
        self._starting: dict[tuple[str, int], list[Unit]] = defaultdict(list)
        self._said: set[tuple[str, Any]] = set()
        self.rest: list[Property] = []
        self.ids: set[int] = set()
        extras = [property_of(each) for each in contact.extras if each.origin == ORIGIN]
        if extras:
            self._sort(contact, with_labels(extras))

    def starting_at(self, field: str, at: int) -> list[Property]:
        """The properties of the units that are written at this item; they count as written."""
        if not self._starting:
            return []
        units = self._starting.get((field, at), [])
        self._said.update((field, each) for unit in units for each in unit.items)
        return [each for unit in units for each in unit.properties]

    def says(self, field: str, item: Any) -> bool:
        return (field, item) in self._said

    def _sort(self, contact: Contact, extras: list[Property]) -> None:
        # The name that counts stands before the kept ones, or another one would be taken for it.
        firsts = [
            each
            for field in ("name", "parts", "kind", "headline", "language")
            for item in _items_of(contact, field)
            for each in WRITERS[field](item, "4.0")
        ]
        new = {id(each) for each in firsts}
        places = {
            field: {item: at for at, item in enumerate(_items_of(contact, field))}
            for field in WRITERS
        }
        leaving: set[int] = set()
        for unit in units_of([*firsts, *extras]):
            old = tuple(each for each in unit.properties if id(each) not in new)
            place = places[unit.field]
            if old and unit.items and place.keys() >= set(unit.items):
                start = start_of(unit, place)
                self._starting[unit.field, start].append(Unit(unit.field, unit.items, old))
                leaving.update(map(id, old))
            elif unit.items and unit.field not in _OFTEN:
                leaving.update(map(id, old))
        self.ids = set(map(id, extras))
        self.rest = [each for each in extras if id(each) not in leaving]


# Of these a card may hold more than Redleaf knows a place for.
_OFTEN = frozenset(("kind", "headline", "language"))
