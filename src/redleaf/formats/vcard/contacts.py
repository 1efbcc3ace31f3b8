"""From the properties of a card to a Contact, so that nothing the card says is lost.

What fits into fields goes there. A unit that its fields cannot say wholly, and every property that
Redleaf does not know, stays in `extras` as it stood, in an order that reading a written card gives
again: those of fields first, in the order of the fields, then the unknown ones in that of the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf
from typing import Any

from redleaf.contacts.contact import Contact, Extra
from redleaf.contacts.names import NameParts
from redleaf.formats.vcard.labels import bare_label
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.sections import SINGLE_FIELDS, WRITERS, units_of
from redleaf.formats.vcard.units import Unit, is_said, start_of
from redleaf.formats.vcard.values import text_of

ORIGIN = "vcard"
_LABEL = "X-ABLABEL"
_FIELDS = {field: at for at, field in enumerate(WRITERS)}


def contact_of(properties: Sequence[Property]) -> Contact:
    """The Contact of a card; its `key` is still empty."""
    properties = with_labels(properties)
    units = units_of(properties)
    values = _values(units)
    bonds = _Bonds(properties, units)
    raw = [each for unit in _in_order(bonds.units, values) for each in unit.properties]
    parts: NameParts = values.get("parts", NameParts())
    name = values.pop("name", "") or parts.joined
    return Contact(name, extras=tuple(map(_extra, [*raw, *bonds.rest])), **values)


def with_labels(properties: Sequence[Property]) -> list[Property]:
    """The same, each with what an X-ABLabel of its group says of it."""
    labels: dict[str, str] = {}
    for each in properties:
        if each.group and each.key == _LABEL:
            labels.setdefault(each.group.casefold(), bare_label(text_of(each.value)))
    if not labels:
        return list(properties)
    return [
        replace(each, label=labels.get(each.group.casefold(), ""))
        if each.group and each.key != _LABEL
        else each
        for each in properties
    ]


def property_of(extra: Extra) -> Property:
    return Property(extra.name, extra.value, extra.params, extra.group)


def _extra(each: Property) -> Extra:
    return Extra(ORIGIN, each.name, each.value, each.params, each.group)


def _values(units: Sequence[Unit]) -> dict[str, Any]:
    """The fields of the Contact; the same item twice is one item."""
    items: dict[str, dict[Any, None]] = defaultdict(dict)
    for unit in units:
        items[unit.field].update(dict.fromkeys(unit.items))
    values: dict[str, Any] = {field: tuple(some) for field, some in items.items() if some}
    for field in SINGLE_FIELDS & values.keys():
        values[field] = values[field][0]
    if "identities" in values:  # the name of a card in another program is nobody's first identity
        values["identities"] = tuple(sorted(values["identities"], key=lambda i: i.kind == "uid"))
    return values


class _Bonds:
    """What has to stay as it stood: `units`, and `rest`, which belongs to no unit.

    A group is a bond: when one of its properties stays, all of them do.
    """

    def __init__(self, properties: Sequence[Property], units: Sequence[Unit]) -> None:
        self._members: dict[str, list[Unit]] = defaultdict(list)
        self._bound: set[str] = set()
        self._kept: dict[int, Unit] = {}
        in_units = {id(each) for unit in units for each in unit.properties}
        unknown = [each for each in properties if id(each) not in in_units]
        for unit in units:
            for group in _groups(unit.properties):
                self._members[group].append(unit)
        self._bind(_groups(each for each in unknown if each.key != _LABEL))
        for unit in units:
            if unit.items and not is_said(unit, WRITERS[unit.field]):
                self._keep(unit)
        self.units = list(self._kept.values())
        self.rest = [each for each in unknown if each.key != _LABEL or self._stays(each)]

    def _keep(self, unit: Unit) -> None:
        if id(unit) not in self._kept:
            self._kept[id(unit)] = unit
            self._bind(_groups(unit.properties))

    def _bind(self, groups: Iterable[str]) -> None:
        waiting = [group for group in groups if group not in self._bound]
        self._bound.update(waiting)
        while waiting:
            for unit in self._members[waiting.pop()]:
                if id(unit) not in self._kept:
                    self._kept[id(unit)] = unit
                    fresh = [each for each in _groups(unit.properties) if each not in self._bound]
                    self._bound.update(fresh)
                    waiting += fresh

    def _stays(self, label: Property) -> bool:
        """A label goes when everything that it is the label of has taken it over."""
        group = label.group.casefold()
        return group in self._bound or group not in self._members


def _groups(properties: Iterable[Property]) -> list[str]:
    return list(dict.fromkeys(each.group.casefold() for each in properties if each.group))


def _in_order(units: Iterable[Unit], values: dict[str, Any]) -> list[Unit]:
    """In the order in which they will be written: of the fields, and of the items in them."""
    places: dict[str, dict[Any, int]] = {}
    for field, items in values.items():
        known = [items] if field in SINGLE_FIELDS else items
        places[field] = {item: at for at, item in enumerate(known)}

    def place(unit: Unit) -> tuple[int, float]:
        at = start_of(unit, places[unit.field]) if unit.items else inf
        return _FIELDS[unit.field], at

    return sorted(units, key=place)
