"""Cards of invented people, and a short way to read them."""

from __future__ import annotations

import io

from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.plain import from_plain
from redleaf.formats.limits import DEFAULT_LIMITS
from redleaf.formats.vcard import write_vcards
from redleaf.formats.vcard.reader import read_vcards


def harvest_of(text: str | bytes) -> Harvest:
    """What the reader makes of a file, here and not in the guard's child, which takes longer."""
    data = text.encode() if isinstance(text, str) else text
    plain = read_vcards(io.BytesIO(data), DEFAULT_LIMITS, lambda _: None, file="people.vcf")
    return from_plain(Harvest, plain)


def card(*lines: str, version: str = "3.0") -> str:
    """A card with these lines; it has a name where they give none."""
    named = any(line.startswith(("FN", "N:", "N;")) for line in lines)
    name = () if named else ("FN:Ana Ruiz", "N:Ruiz;Ana;;;")
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *name, *lines, "END:VCARD", ""))


def contact_of(*lines: str, version: str = "3.0") -> Contact:
    """The contact of a card that has nothing wrong with it."""
    harvest = harvest_of(card(*lines, version=version))
    assert harvest.problems == []
    (contact,) = harvest.contacts
    return contact


def problems_of(text: str | bytes) -> list[tuple[int, str]]:
    return [(each.line, each.what) for each in harvest_of(text).problems]


def assert_same_again(text: str | bytes) -> None:
    """Written and read again, in each version, the contacts are the same."""
    contacts = harvest_of(text).contacts
    for version in ("3.0", "4.0"):
        assert harvest_of(write_vcards(contacts, version=version)).contacts == contacts
