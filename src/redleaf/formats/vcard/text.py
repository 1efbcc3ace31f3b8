"""Properties as the text of a card: groups, parameters, folding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redleaf.formats.vcard.labels import wrapped_label
from redleaf.formats.vcard.properties import Params, Property
from redleaf.formats.vcard.values import escape

_FOLD_OCTETS = 75
_TO_QUOTE = re.compile(r"[:;,\s\\]")
_TO_CARET = re.compile(r'\r\n?|[\n^"]')


def card_text(items: Iterable[list[Property]], version: str) -> str:
    """One card. Each list is what is written of one item: what it calls it stands in one group."""
    properties = _grouped(list(items))
    lines = ["BEGIN:VCARD", f"VERSION:{version}"]
    lines += (_line(each, version) for each in properties)
    lines.append("END:VCARD")
    return "\r\n".join(_folded(line) for line in lines) + "\r\n"


def _grouped(items: list[list[Property]]) -> Iterator[Property]:
    """The properties, those that bear a label in a group with their X-ABLabel."""
    taken = {each.group.casefold() for properties in items for each in properties}
    number = 0
    for properties in items:
        label = next((each.label for each in properties if each.label and not each.group), "")
        group = ""
        while label and (not group or group in taken):
            number += 1
            group = f"item{number}"
        for each in properties:
            yield replace(each, group=group) if label and not each.group else each
        if label:
            yield Property("X-ABLabel", escape(wrapped_label(label)), group=group)


def _line(each: Property, version: str) -> str:
    params, value = each.params, each.value
    if version == "4.0" and ("ENCODING", "b") in params:
        params = tuple(param for param in params if param[0] != "ENCODING")
        value = f"data:;base64,{value}"
    group = f"{each.group}." if each.group else ""
    return f"{group}{each.name}{''.join(_params(params))}:{value}"


def _params(params: Params) -> Iterator[str]:
    last: str | None = None
    for name, value in params:
        # Neighbours of the same name make a list: "TYPE=home,fax".
        yield f",{_quoted(value)}" if name == last else f";{name}={_quoted(value)}"
        last = name


def _quoted(value: str) -> str:
    """A parameter's value by RFC 6868, in quotes where it holds a sign of the grammar."""
    text = _TO_CARET.sub(lambda found: {'"': "^'", "^": "^^"}.get(found[0], "^n"), value)
    return f'"{text}"' if _TO_QUOTE.search(text) else text


def _folded(line: str) -> str:
    """In pieces of at most 75 octets, the space of a fold counted, none cut within a character."""
    if not line.isascii():
        return "\r\n ".join(_pieces(line))
    if len(line) <= _FOLD_OCTETS:
        return line
    starts = range(_FOLD_OCTETS, len(line), _FOLD_OCTETS - 1)
    rest = (line[at : at + _FOLD_OCTETS - 1] for at in starts)
    return "\r\n ".join((line[:_FOLD_OCTETS], *rest))


def _pieces(line: str) -> Iterator[str]:
    start = size = 0
    most = _FOLD_OCTETS
    for at, sign in enumerate(line):
        width = len(sign.encode("utf-8", "replace"))
        if size + width > most:
            yield line[start:at]
            start, size, most = at, 0, _FOLD_OCTETS - 1
        size += width
    yield line[start:]
