"""All fields of a Contact that a card can say, in the order in which a card is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from redleaf.formats.vcard import about, days, kin, names, pictures, places, reach, work
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.units import Unit, Write

_READERS: tuple[Callable[[Sequence[Property]], Iterator[Unit]], ...] = (
    names.units,
    work.units,
    reach.units,
    places.units,
    days.units,
    kin.units,
    about.units,
)


def _always(write: Callable[[Any], list[Property]]) -> Write:
    """Of what is written alike in every version."""
    return lambda item, _version: write(item)


WRITERS: dict[str, Write] = {
    "kind": about.write_kind,
    "name": _always(names.write_name),
    "parts": _always(names.write_parts),
    "other_names": _always(names.write_other),
    "roles": _always(work.write_role),
    "headline": _always(partial(about.write_single, "headline")),
    "identities": reach.write_identity,
    "addresses": places.write_address,
    "occasions": days.write_occasion,
    "relations": kin.write_relation,
    "tags": _always(about.write_tag),
    "language": _always(partial(about.write_single, "language")),
    "register": _always(partial(about.write_single, "register")),
    "relation": _always(partial(about.write_single, "relation")),
    "introduced_by": _always(partial(about.write_single, "introduced_by")),
    "notes": _always(about.write_note),
    "photos": pictures.written,
}
SINGLE_FIELDS = frozenset(("name", "parts", *about.SINGLE_FIELDS))


def units_of(properties: Sequence[Property]) -> list[Unit]:
    """The units of a card by the order of their first property; without those that are empty."""
    place = {id(each): at for at, each in enumerate(properties)}
    found = [unit for read in _READERS for unit in read(properties) if unit.properties]
    return sorted(found, key=lambda unit: min(place[id(each)] for each in unit.properties))
