"""BDAY, ANNIVERSARY and every other day of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redleaf.contacts.contact import Occasion
from redleaf.formats.vcard.android import android_fields
from redleaf.formats.vcard.dates import day_of, without_year
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.units import Unit
from redleaf.formats.vcard.values import escape, text_of

KINDS = {
    "BDAY": "birthday",
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary",
    "DEATHDATE": "death",
    "X-DEATHDATE": "death",
}
# Apple's own way to leave a year unsaid, which vCard 3.0 cannot.
OMIT = "X-APPLE-OMIT-YEAR"
_NO_YEAR = "1604"
_ANDROID = {"1": "anniversary", "3": "birthday"}


def units(properties: Sequence[Property]) -> Iterator[Unit]:
    alternatives: set[tuple[str, str]] = set()
    for each in properties:
        read = _read(each)
        if read is None:
            continue
        kind, text = read
        altid = each.first("ALTID")
        if altid and (each.key, altid) in alternatives:
            continue
        alternatives.add((each.key, altid))
        day = without_year(day_of(text), each.first(OMIT)) or text
        yield Unit("occasions", (Occasion(kind, day),) if day else (), (each,))


def write_occasion(occasion: Occasion, version: str) -> list[Property]:
    name, label = _name(occasion.kind, version)
    value = occasion.on
    if day_of(value) != value:
        return [Property(name, escape(value), (("VALUE", "text"),), label=label)]
    if version == "4.0":
        # Basic form: the only one of a whole day that RFC 6350 allows.
        value = value.replace("-", "") if value.count("-") == 2 and value[0] != "-" else value
        value = value[:4] + value[5:] if value.startswith("--") else value
    elif value.startswith("--"):
        value = _NO_YEAR + value[1:]
        return [Property(name, value, ((OMIT, _NO_YEAR),), label=label)]
    return [Property(name, value, label=label)]


def _read(each: Property) -> tuple[str, str] | None:
    """The kind of day and the text that stands there; None for other properties."""
    if each.key in KINDS:
        return KINDS[each.key], text_of(each.value)
    if each.key == "X-ABDATE":
        return each.label.casefold() or "other", text_of(each.value)
    fields = android_fields(each, "contact_event")
    if fields:
        day, number, label = (*fields, "", "")[:3]
        return _ANDROID.get(number, label.casefold() or "other"), day
    return None


def _name(kind: str, version: str) -> tuple[str, str]:
    if kind == "birthday":
        return "BDAY", ""
    if kind == "death":
        return "DEATHDATE", ""
    if kind == "anniversary" and version == "4.0":
        return "ANNIVERSARY", ""
    return "X-ABDATE", kind if kind != "other" else ""
