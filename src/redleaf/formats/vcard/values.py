"""The text of a value: what a backslash stands for, and where a list or a structure is cut."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ESCAPED = re.compile(r"\\([nN,;:\\\"=])")
_TO_ESCAPE = re.compile(r"[\\,;\r\n]")
_LINE_ENDS = re.compile(r"\r\n?|\n")
_PIECES = {sep: re.compile(rf"\\.|{sep}|[^\\{sep}]+|\\", re.DOTALL) for sep in ",;"}


def unescape(value: str) -> str:
    """The text that a value stands for. A backslash before any other letter is a backslash."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def escape(text: str) -> str:
    """The value that stands for a text, on one line, safe within a list and a structure."""
    if _TO_ESCAPE.search(text) is None:
        return text
    for sign in "\\,;":
        text = text.replace(sign, "\\" + sign)
    return on_one_line(text)


def on_one_line(value: str) -> str:
    """The same value with its line ends written as backslash and n."""
    return _LINE_ENDS.sub(r"\\n", value) if "\n" in value or "\r" in value else value


def cut(value: str, separator: str) -> list[str]:
    """The pieces between separators that no backslash precedes, still escaped."""
    if "\\" not in value:
        return value.split(separator)
    pieces = [""]
    held: list[str] = []
    for found in _PIECES[separator].finditer(value):
        if found[0] == separator:
            pieces[-1] = "".join(held)
            pieces.append("")
            held.clear()
        else:
            held.append(found[0])
    pieces[-1] = "".join(held)
    return pieces


def text_of(value: str) -> str:
    return unescape(value).strip()


def texts_of(value: str, separator: str = ",") -> list[str]:
    """The texts of a list, the empty ones left out."""
    return [text for piece in cut(value, separator) if (text := text_of(piece))]


def components_of(value: str) -> list[list[str]]:
    """The components of a structure, each a list of texts; those that are empty at the end go."""
    if "," in value or "\\" in value:
        components = [texts_of(piece) for piece in cut(value, ";")]
    else:
        components = [[text] if text else [] for text in map(str.strip, value.split(";"))]
    while components and not components[-1]:
        components.pop()
    return components


def pieces_of(value: str) -> list[str]:
    """The components of a structure that knows no lists (ORG); empty ones at the end go."""
    pieces = [text_of(piece) for piece in cut(value, ";")]
    while pieces and not pieces[-1]:
        pieces.pop()
    return pieces


def structure(components: Iterable[str]) -> str:
    return ";".join(escape(each) for each in components)
