"""What else a card says of somebody: kind, language, ROLE, notes, tags, pictures, and our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redleaf.formats.vcard import pictures
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.units import Unit, filled
from redleaf.formats.vcard.values import escape, text_of, texts_of

_KINDS = {"org": "organisation", "organization": "organisation", "group": "group"}
_SAID_BY = ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS")
# One of each; another one is kept as it stands.
_SINGLE = {
    "LANG": "language",
    "ROLE": "headline",
    "X-REDLEAF-REGISTER": "register",
    "X-REDLEAF-RELATION": "relation",
    "X-REDLEAF-INTRODUCED-BY": "introduced_by",
}
_NAMES = {field: name for name, field in _SINGLE.items()}
SINGLE_FIELDS = (*_NAMES, "kind")


def units(properties: Sequence[Property]) -> Iterator[Unit]:
    yield from _kinds(properties)
    for name, field in _SINGLE.items():
        yield from _single(filled(properties, [name]), field)
    for each in properties:
        if each.key == "NOTE":
            text = text_of(each.value)
            yield Unit("notes", (text,) if text else (), (each,))
        elif each.key == "CATEGORIES":
            yield Unit("tags", tuple(dict.fromkeys(texts_of(each.value))), (each,))
        elif each.key == "PHOTO":
            photo = pictures.photo_of(each)
            if photo or not each.value.strip():
                yield Unit("photos", (photo,) if photo else (), (each,))


def write_kind(kind: str, version: str) -> list[Property]:
    if version == "4.0":
        return [Property("KIND", "group" if kind == "group" else "org")]
    if kind == "group":
        return [Property("X-ADDRESSBOOKSERVER-KIND", "group")]
    return [Property("X-ABShowAs", "COMPANY")]


def write_single(field: str, text: str) -> list[Property]:
    return [Property(_NAMES[field], escape(text))]


def write_note(note: str) -> list[Property]:
    return [Property("NOTE", escape(note))]


def write_tag(tag: str) -> list[Property]:
    return [Property("CATEGORIES", escape(tag))]


def _kinds(properties: Sequence[Property]) -> Iterator[Unit]:
    said: dict[str, list[Property]] = {}
    for each in filled(properties, _SAID_BY):
        text = text_of(each.value).casefold()
        if each.key == "X-ABSHOWAS":
            kind = "organisation" if text == "company" else ""
        else:
            kind = _KINDS.get(text, "" if text in ("individual", "") else text)
        said.setdefault(kind, []).append(each)
    yield Unit("kind", (), tuple(said.pop("", ())))
    for kind, same in list(said.items())[:1]:
        if kind in _KINDS.values():
            yield Unit("kind", (kind,), tuple(same))


def _single(properties: Sequence[Property], field: str) -> Iterator[Unit]:
    """The preferred one, and all that say the same."""
    ranked = sorted(properties, key=lambda each: _rank(each.first("PREF")))
    texts = [text for each in ranked if (text := text_of(each.value))]
    if texts:
        same = tuple(each for each in properties if text_of(each.value) == texts[0])
        yield Unit(field, (texts[0],), same)
    empty = tuple(each for each in properties if not text_of(each.value))
    yield Unit(field, (), empty)


def _rank(pref: str) -> int:
    return int(pref) if pref.isascii() and pref.isdecimal() and len(pref) < 4 else 101
