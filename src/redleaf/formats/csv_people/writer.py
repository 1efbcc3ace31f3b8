"""The table of people that other programs read: Google's own columns, safe for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from redleaf.contacts.contact import Address, Contact, Role
from redleaf.formats.csv_people.people import ORIGIN
from redleaf.formats.csv_people.protection import protected

_NAMES = (
    "First Name", "Middle Name", "Last Name", "Name Prefix", "Name Suffix", "Nickname", "File As",
    "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes",
    "Photo", "Labels",
)  # fmt: skip
_ADDRESS = (
    ("Formatted", "whole"), ("Street", "street"), ("City", "city"), ("PO Box", "box"),
    ("Region", "region"), ("Postal Code", "postal_code"), ("Country", "country"),
    ("Extended Address", "extended"),
)  # fmt: skip
_SEVERAL = " ::: "
_Cells = list[tuple[str, str]]


def write_people_csv(contacts: Iterable[Contact]) -> str:
    """The contacts as a table in Google's new form, which most programs read.

    The name as written stands in "File As"; where nobody took it apart, as the first name too.
    Every cell is in quotes, and one that a spreadsheet would run has an apostrophe in front, which
    Redleaf takes away when it reads the table again. What Google has no column for stands in
    custom fields. Pictures are not in it, only where they lie.
    """
    rows = [dict(_cells(each)) for each in contacts]
    header = _header(rows)
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([protected(row.get(name, "")) for name in header] for row in rows)
    return text.getvalue()


def _header(rows: Sequence[dict[str, str]]) -> list[str]:
    """The fixed columns, then as many numbered ones as the fullest row needs, kind by kind."""
    numbered = dict.fromkeys(name for row in rows for name in row if name not in _NAMES)
    return [*_NAMES, *sorted(numbered, key=_place)]


_KINDS = ("E-mail", "Phone", "Address", "Website", "IM", "Organization", "Relation", "Event",
          "Custom Field")  # fmt: skip


def _place(name: str) -> tuple[int, int, int, str]:
    what, _, part = name.partition(" - ")
    kind, _, number = what.rpartition(" ")
    parts = ["Label", "Value", *(each for each, _ in _ADDRESS)]
    return (_KINDS.index(kind), int(number), parts.index(part) if part in parts else 99, part)


def _cells(contact: Contact) -> Iterator[tuple[str, str]]:
    parts = contact.parts
    role = contact.roles[0] if contact.roles else Role()
    notes = "\n\n".join(contact.notes)
    birthday = next((each.on for each in contact.occasions if each.kind == "birthday"), "")
    yield "First Name", parts.given if parts else contact.name
    yield "Middle Name", parts.additional
    yield "Last Name", parts.family
    yield "Name Prefix", parts.prefix
    yield "Name Suffix", parts.suffix
    yield "Nickname", next((each.text for each in contact.other_names), "")
    yield "File As", contact.name
    yield "Organization Name", role.organisation
    yield "Organization Title", role.title
    yield "Organization Department", role.department
    yield "Birthday", birthday
    yield "Notes", notes
    yield "Photo", next((each.uri for each in contact.photos), "")
    yield "Labels", _SEVERAL.join(contact.tags)
    yield from _identities(contact)
    yield from _addresses(contact.addresses)
    yield from _others(contact, birthday)


def _identities(contact: Contact) -> Iterator[tuple[str, str]]:
    for kind, column in (("email", "E-mail"), ("phone", "Phone")):
        found = sorted(contact.identities_of(kind), key=lambda each: not each.is_preferred)
        yield from _labelled(column, [(each.label, each.shown) for each in found])
    links = [
        (each.label or each.network, each.shown)
        for each in contact.identities
        if each.kind in ("profile", "website")
    ]
    yield from _labelled("Website", links)
    messengers = contact.identities_of("messenger")
    yield from _labelled("IM", [(each.network, each.shown) for each in messengers])


def _labelled(column: str, values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for number, (label, value) in enumerate(values, 1):
        yield f"{column} {number} - Label", label
        yield f"{column} {number} - Value", value


def _addresses(addresses: Sequence[Address]) -> Iterator[tuple[str, str]]:
    for number, address in enumerate(addresses, 1):
        yield f"Address {number} - Label", address.label
        for column, part in _ADDRESS:
            yield f"Address {number} - {column}", getattr(address, part)


def _others(contact: Contact, birthday: str) -> Iterator[tuple[str, str]]:
    relations = [(each.kind, each.name) for each in contact.relations]
    events = [(each.kind, each.on) for each in contact.occasions if each.on != birthday]
    yield from _labelled("Relation", relations)
    yield from _labelled("Event", events)
    yield from _labelled("Custom Field", _custom(contact))


def _custom(contact: Contact) -> Iterator[tuple[str, str]]:
    for role in contact.roles[1:]:
        yield "role", ", ".join(filter(None, (role.title, role.department, role.organisation)))
    for other in contact.other_names[1:]:
        yield other.kind, other.text
    for name in ("headline", "language", "relation", "introduced_by"):
        if value := getattr(contact, name):
            yield name, value
    for extra in contact.extras:
        if extra.origin == ORIGIN:
            yield extra.name, extra.value
