"""A unit: the properties of a card that together say some items of one field of a Contact.

What a field cannot say wholly (a sort key, a language, an alternative) must not be lost: such
properties are kept as they stood beside the field. Whether they must is not listed by hand but
found out: a unit is *said* by its items when writing them gives the same properties again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from redleaf.formats.vcard import pictures
from redleaf.formats.vcard.dates import day_of, has_time, without_year
from redleaf.formats.vcard.labels import NO_NOISE, NOISE
from redleaf.formats.vcard.properties import Property, types_of
from redleaf.formats.vcard.values import components_of, pieces_of, text_of, texts_of, unescape

# How a field is written: its items, one after another, in "3.0" or "4.0".
Write = Callable[[Any, str], list[Property]]


@dataclass(frozen=True, slots=True)
class Unit:
    """Without items, the properties say nothing that would have to be kept (an empty NOTE)."""

    field: str
    items: tuple[Any, ...]
    properties: tuple[Property, ...]


def is_said(unit: Unit, write: Write) -> bool:
    """Whether writing the items says all that the properties said."""
    if len(unit.properties) == len(unit.items) == 1:
        stood, written = unit.properties[0], write(unit.items[0], "3.0")
        if len(written) == 1 and _is_equal(stood, written[0]):
            return True
    meant = {_gist(each) for each in unit.properties}
    for version in ("3.0", "4.0"):
        written = merged([each for item in unit.items for each in write(item, version)])
        if meant == {_gist(each) for each in written}:
            return True
    return False


def _is_equal(one: Property, other: Property) -> bool:
    """Letter for letter: most properties are, and to compare what they say takes longer."""
    return (one.key, one.value, one.params, one.label) == (
        other.key,
        other.value,
        other.params,
        other.label,
    )


def start_of(unit: Unit, place: Mapping[Any, int]) -> int:
    """Where among the items of its field a unit is written, so that their order stays.

    That is the first of its items from which on they are neighbours in the same order: the ones
    before it were said by an earlier unit. `place` tells where each item of the field stands.
    """
    order = sorted((place[item], at) for at, item in enumerate(unit.items))
    start, said_at = order[-1]
    for earlier, at in reversed(order[:-1]):
        if earlier != start - 1 or at > said_at:
            break
        start, said_at = earlier, at
    return start


def merged(properties: Iterable[Property]) -> list[Property]:
    """Neighbours that are plain lists of the same thing, made one list."""
    done: list[Property] = []
    for name, some in groupby(properties, key=_list_name):
        if name:
            done.append(Property(name, ",".join(each.value for each in some)))
        else:
            done += some
    return done


def _list_name(each: Property) -> str:
    is_bare = not (each.params or each.group or each.label)
    return each.key if is_bare and each.key in _LISTS else ""


_LISTS = frozenset(("CATEGORIES", "NICKNAME"))
# Of the spelling of a value or a parameter, which nobody has to keep.
_SPELLING = ("TYPE", "VALUE", "ENCODING", "X-APPLE-OMIT-YEAR")


def _gist(each: Property) -> Hashable:
    """What a property says, in whatever way it is written."""
    key = each.key
    noise = NOISE.get(key, NO_NOISE) if key in ("EMAIL", "TEL") else NO_NOISE
    words = types_of(each)
    types = {word for word in words if word != "pref" and word not in noise}
    preferred = "pref" in words or ("PREF", "1") in each.params
    params = [
        (name, _label(value) if name == "LABEL" else value)
        for name, value in each.params
        if name not in _SPELLING and (name, value) != ("PREF", "1")
    ]
    value = _VALUES.get(key, _text)(each)
    if key == "PHOTO":
        types = {word for word in types if not pictures.is_media_type(word)}
        params = [(name, value) for name, value in params if name != "MEDIATYPE"]
    label = each.label.casefold()
    return (key, frozenset(types), preferred, frozenset(params), label, value)


def _label(value: str) -> str:
    return unescape(value).strip().strip('"')


def _text(each: Property) -> Hashable:
    return text_of(each.value)


def _components(each: Property) -> Hashable:
    return tuple(tuple(texts) for texts in components_of(each.value))


def _list(each: Property) -> Hashable:
    return frozenset(texts_of(each.value))


def _link(each: Property) -> Hashable:
    text = text_of(each.value)
    scheme, colon, rest = text.partition(":")
    return rest if colon and scheme.lower() in ("tel", "mailto") else text


def _day(each: Property) -> Hashable:
    text = text_of(each.value)
    day = without_year(day_of(text), each.first("X-APPLE-OMIT-YEAR"))
    return text if has_time(text) or not day else day


_VALUES: dict[str, Callable[[Property], Hashable]] = {
    **dict.fromkeys(("N", "ADR"), _components),
    "ORG": lambda each: tuple(pieces_of(each.value)),
    **dict.fromkeys(_LISTS, _list),
    **dict.fromkeys(("TEL", "EMAIL"), _link),
    **dict.fromkeys(("BDAY", "ANNIVERSARY", "X-ANNIVERSARY", "X-ABDATE", "DEATHDATE"), _day),
    "PHOTO": pictures.gist,
}


def filled(properties: Iterable[Property], keys: Iterable[str]) -> list[Property]:
    """Those of `properties` that have one of the `keys`."""
    wanted = frozenset(keys)
    return [each for each in properties if each.key in wanted]
