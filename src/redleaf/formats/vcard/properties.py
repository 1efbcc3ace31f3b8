"""One property of a card: `group.NAME;PARAM=value:value`, in vCard 2.1, 3.0 and 4.0 alike.

A property is kept in the spelling of vCard 3.0: letters decoded, quoted-printable undone, line
ends written as backslash and n, names of parameters in capitals, bare ones of 2.1 with their name.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redleaf.formats.vcard.charsets import Tell, decoded
from redleaf.formats.vcard.lines import Line
from redleaf.formats.vcard.values import on_one_line

Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Property:
    """`value` is before unescaping; `label` is what an X-ABLabel of its group says of it.

    `key` is the name in capitals, by which it is told from others.
    """

    name: str
    value: str
    params: Params = ()
    group: str = ""
    line: int = 0
    label: str = ""
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.name.upper())

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.params if key == name]

    def first(self, name: str) -> str:
        return next((value for key, value in self.params if key == name), "")


_HEAD = re.compile(r'((?:[^":]++|"[^"]*+")*+):', re.DOTALL)
_PARTS = re.compile(r'(?:[^";]++|"[^"]*+"|")+')
_PIECES = re.compile(r'(?:\\.|[^",\\]++|"[^"]*+"|["\\])+')
# X- names of some phones hold spaces ("X-GOOGLE TALK").
_TO_CUT = re.compile(r'[,"\\]')
_NAME = re.compile(r"(?:(?P<group>[\w-]+(?:\.[\w-]+)*)\.)?(?P<name>[Xx]-[\w /&+-]*\w|[\w-]+)", re.A)
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 70  # within a line that is not folded
_CARET = re.compile(r"\^([n'^])")
_BAD_QUOTED = re.compile(rb"=(?![0-9A-Fa-f]{2})")
_ENCODINGS = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT")
_PLACES = ("URL", "URI", "CID", "CONTENT-ID", "INLINE")


def property_of(line: Line, version: str, tell: Tell) -> Property | None:
    """The property that a line is, or None when it is not one. Never raises."""
    whole = line.text.decode("utf-8", "surrogateescape")
    found = _HEAD.match(whole)
    head, value = (found[1], whole[found.end() :]) if found else _torn(whole)
    name = _NAME.fullmatch(head.partition(";")[0].strip())
    if name is None or len(name[0]) > _LONGEST_NAME:
        return None
    params = tuple(_params(_mended(head, tell))) if ";" in head else ()
    asked = dict(params)
    params = tuple(each for each in params if each[0] not in ("CHARSET", "ENCODING"))
    encoding = asked.get("ENCODING", "").upper()
    value = _value(value, encoding, asked.get("CHARSET", ""), tell)
    key = name["name"].upper()
    if value[:13].lower() == "data:;base64,":  # how bytes without a media type go into 4.0
        value, encoding = value[13:], "B"
    if encoding in ("BASE64", "B") or is_data(value):
        value, is_plain = _unpacked(key, value, asked.get("CHARSET", ""), tell)
        params += () if is_plain else (("ENCODING", "b"),)
    if version == "2.1" and key in ("N", "ADR"):  # which knows no lists: a comma is a comma
        value = re.sub(r"(?<!\\),", r"\\,", value)
    return Property(name["name"], on_one_line(value), params, name["group"] or "", line.number)


def _torn(whole: str) -> tuple[str, str]:
    """Name and value where a quotation mark is never closed."""
    head, colon, value = whole.partition(":")
    return (head, value) if colon else ("", "")


def _params(head: str) -> Iterator[tuple[str, str]]:
    for part in _PARTS.findall(head.partition(";")[2]):
        name, sign, values = part.partition("=")
        name = _NOT_IN_NAMES.sub("", name).upper()
        if not sign:
            yield from _bare(part.strip())
        else:
            pieces = _PIECES.findall(values) if _TO_CUT.search(values) else [values]
            for value in pieces:
                yield from _param(name, value.strip())


def _bare(value: str) -> Iterator[tuple[str, str]]:
    name = value.upper()
    if name in _ENCODINGS:
        yield "ENCODING", name
    elif name in _PLACES:
        yield "VALUE", name
    elif name:
        yield from _param("TYPE", value)


def _param(name: str, value: str) -> Iterator[tuple[str, str]]:
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1]
    if "^" in value:
        value = _CARET.sub(lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], value)
    if name == "TYPE":
        # 'TYPE="home,voice"' and 'TYPE=HOME,TYPE=VOICE' are both out there.
        for each in value.split(","):
            kind = each.strip()
            yield name, kind[5:] if kind[:5].upper() == "TYPE=" else kind
    else:
        yield name, value


def _value(value: str, encoding: str, charset: str, tell: Tell) -> str:
    if encoding in ("QUOTED-PRINTABLE", "Q"):
        data = value.encode("utf-8", "surrogateescape")
        if _BAD_QUOTED.search(data.rstrip(b"=")):
            tell("this is not whole quoted-printable; what could be read was kept")
        # A semicolon that was encoded is part of a text, not of the structure.
        data = data.replace(b"=5C=3B", b"\\;").replace(b"=3B", b"\\;")
        return decoded(binascii.a2b_qp(data), charset, tell)
    if charset or not value.isascii():
        return decoded(value.encode("utf-8", "surrogateescape"), charset, tell)
    return value


def _mended(head: str, tell: Tell) -> str:
    return decoded(head.encode("utf-8", "surrogateescape"), "", tell)


def is_data(value: str) -> bool:
    """Whether a value is a link that holds its bytes in base64; no space in it means anything."""
    return value[:5].lower() == "data:" and ";base64" in value[:99].lower()


def _unpacked(key: str, value: str, charset: str, tell: Tell) -> tuple[str, bool]:
    """The value of base64, and whether it is that no more: some programs pack names so."""
    value = "".join(value.split())
    if is_data(value):  # a link, whatever the parameter says
        return value, True
    if key not in TEXTS:
        return value, False
    try:
        data = binascii.a2b_base64(value)
    except ValueError:  # binascii.Error is one; letters beyond ASCII raise another
        tell("this is not whole base64; it was kept as it stands")
        return value, True
    return decoded(data, charset, tell), True


TEXTS = frozenset(
    "FN N NICKNAME ORG TITLE ROLE NOTE EMAIL TEL ADR LABEL URL CATEGORIES BDAY UID".split()
)


def types_of(each: Property) -> list[str]:
    """Its TYPE words in lower case."""
    return [word.lower() for word in each.all("TYPE") if word]
