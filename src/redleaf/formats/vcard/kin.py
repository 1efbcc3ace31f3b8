"""RELATED and its many older spellings: who belongs to this person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redleaf.contacts.contact import Relation
from redleaf.formats.vcard.android import android_fields
from redleaf.formats.vcard.labels import label_of
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.units import Unit
from redleaf.formats.vcard.values import escape, text_of

_ANY = re.compile(
    r"X-(?:EVOLUTION-|MS-|KADDRESSBOOK-X-|MOZILLA-)?"
    r"(SPOUSE|PARTNER|MANAGER|ASSISTANT|CHILD|CHILDREN)S?(?:-?NAME)?"
)
_WORDS = re.compile(r"[\w -]+")
_LINK = re.compile(r"(?:urn|https?|mailto|tel|cid|xmpp|data|ldap):\S+", re.IGNORECASE)
# Android numbers its kinds from one, in the order of the alphabet.
_ANDROID = dict(enumerate(
    "assistant brother child partner father friend manager mother parent partner referred-by "
    "relative sister spouse".split(), 1,
))  # fmt: skip


def units(properties: Sequence[Property]) -> Iterator[Unit]:
    for each in properties:
        kind = _kind(each)
        text = text_of(each.value)
        if each.key == "X-ANDROID-CUSTOM":
            kind, text = _android(each)
        # A link to another card is not a name: it is kept as it stood.
        if kind and not _LINK.fullmatch(text):
            yield Unit("relations", (Relation(kind, text),) if text else (), (each,))


def write_relation(relation: Relation, version: str) -> list[Property]:
    if version == "4.0" and _WORDS.fullmatch(relation.kind):
        params = (("TYPE", relation.kind), ("VALUE", "text"))
        return [Property("RELATED", escape(relation.name), params)]
    label = relation.kind if relation.kind != "other" else ""
    return [Property("X-ABRELATEDNAMES", escape(relation.name), label=label)]


def _kind(each: Property) -> str:
    if each.key in ("RELATED", "X-ABRELATEDNAMES"):
        return label_of(each).casefold() or "other"
    found = _ANY.fullmatch(each.key)
    return found[1].lower().removesuffix("ren") if found else ""


def _android(each: Property) -> tuple[str, str]:
    name, number, label = (*android_fields(each, "relation"), "", "", "")[:3]
    kind = _ANDROID.get(int(number), "") if number.isdecimal() and len(number) < 4 else ""
    return (kind or label.casefold() or "other", name) if name else ("", "")
