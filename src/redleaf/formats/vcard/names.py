"""Names: FN as written, N in parts, and every other name of the same person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redleaf.contacts.names import NameParts, OtherName
from redleaf.formats.vcard.android import android_fields
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.units import Unit, filled
from redleaf.formats.vcard.values import components_of, escape, structure, text_of, texts_of

_MAIDEN = ("X-MAIDENNAME", "X-MAIDEN-NAME", "X-MAIDEN", "X-EVOLUTION-MAIDEN-NAME")
_PHONETIC = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
_OWN = "X-REDLEAF-NAME"


def units(properties: Sequence[Property]) -> Iterator[Unit]:
    structured = filled(properties, ["N"])
    yield from _whole_names(properties, has_parts=any(map(_parts, structured)))
    yield from _names_in_parts(structured)
    for each in properties:
        if each.key == "NICKNAME":
            yield _named(each, "nickname", texts_of(each.value))
        elif each.key in _MAIDEN:
            yield _named(each, "maiden", [text_of(each.value)])
        elif each.key == _OWN:
            yield _named(each, each.first("TYPE") or "other", [text_of(each.value)])
        elif each.key == "X-ANDROID-CUSTOM" and android_fields(each, "nickname"):
            yield _named(each, "nickname", android_fields(each, "nickname")[:1])
    yield from _phonetic(properties)


def write_name(name: str) -> list[Property]:
    return [Property("FN", escape(name))]


def write_parts(parts: NameParts) -> list[Property]:
    texts = (parts.family, parts.given, parts.additional, parts.prefix, parts.suffix)
    return [Property("N", structure(texts))]


def write_other(other: OtherName) -> list[Property]:
    if other.kind == "nickname":
        return [Property("NICKNAME", escape(other.text))]
    if other.kind == "maiden":
        return [Property("X-MAIDENNAME", escape(other.text))]
    return [Property(_OWN, escape(other.text), (("TYPE", other.kind),))]


def _whole_names(properties: Sequence[Property], *, has_parts: bool) -> Iterator[Unit]:
    """The first FN is the name. One that was only made up from something else is none."""
    by_text: dict[str, list[Property]] = {}
    for each in filled(properties, ["FN"]):
        is_derived = each.first("DERIVED").upper() == "TRUE" and not has_parts
        text = _on_one_line(text_of(each.value))
        by_text.setdefault("" if is_derived else text, []).append(each)
    yield Unit("name", (), tuple(by_text.pop("", ())))
    for at, (text, same) in enumerate(by_text.items()):
        if at == 0:
            yield Unit("name", (text,), tuple(same))
        else:
            yield Unit("other_names", (OtherName(_kind(same[0]), text),), tuple(same))


def _names_in_parts(properties: Sequence[Property]) -> Iterator[Unit]:
    by_parts: dict[NameParts, list[Property]] = {}
    for each in properties:
        by_parts.setdefault(_parts(each), []).append(each)
    yield Unit("parts", (), tuple(by_parts.pop(NameParts(), ())))
    for at, (parts, same) in enumerate(by_parts.items()):
        if at == 0:
            yield Unit("parts", (parts,), tuple(same))
        else:
            other = OtherName(_kind(same[0]), parts.joined)
            yield Unit("other_names", (other,), tuple(same))


def _parts(each: Property) -> NameParts:
    texts = components_of(each.value)
    joined = [" ".join(text) for text in texts[:4]] + [", ".join(text) for text in texts[4:5]]
    joined = list(map(_on_one_line, joined))
    family, given, additional, prefix, suffix = (*joined, *[""] * (5 - len(joined)))
    return NameParts(given, family, additional, prefix, suffix)


def _on_one_line(text: str) -> str:
    return " ".join(text.splitlines())


def _kind(each: Property) -> str:
    """Why there is a second name: how it is said (RFC 9554), another script, or no reason."""
    if each.first("PHONETIC"):
        return "phonetic"
    return "script" if any(map(each.first, ("ALTID", "LANGUAGE", "SCRIPT"))) else "other"


def _named(each: Property, kind: str, texts: Sequence[str]) -> Unit:
    return Unit("other_names", tuple(OtherName(kind, text) for text in texts if text), (each,))


def _phonetic(properties: Sequence[Property]) -> Iterator[Unit]:
    """The parts of how the name is said make one name; each part stays what it was."""
    found = filled(properties, _PHONETIC)
    spoken = sorted(found, key=lambda each: _PHONETIC.index(each.key))
    text = " ".join(text for each in spoken if (text := text_of(each.value)))
    if found:
        items = (OtherName("phonetic", text),) if text else ()
        yield Unit("other_names", items, tuple(found))
