"""JSON of any size, a member at a time: one object whose values are lists, read as a stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any, NoReturn

from redleaf.errors import FileError

_SPACE = re.compile(r"[ \t\r\n]*")
_FIRST_CHARS = 1 << 16
# One member of a list; a contact with its pictures stays far below.
_MOST_CHARS = 40_000_000


def members_of(text: IO[str]) -> Iterator[tuple[str, Any]]:
    """Every value of the object as (name, value), and of a list every member as (name, member).

    Raises FileError when this is no such JSON.
    """
    yield from _Reading(text).members()


class _Reading:
    """The text read so far and not yet used, and how far it is used."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self._waiting = ""
        self._at = 0
        self._is_over = False
        self._decoder = json.JSONDecoder(parse_constant=_refuse)

    def members(self) -> Iterator[tuple[str, Any]]:
        self._take("{")
        if self._next() == "}":
            return
        while True:
            name = self._value()
            if not isinstance(name, str):
                _refuse()
            self._take(":")
            if self._next() == "[":
                yield from ((name, member) for member in self._list())
            else:
                yield name, self._value()
            if self._next() != ",":
                break
            self._take(",")
        self._take("}")

    def _list(self) -> Iterator[Any]:
        self._take("[")
        if self._next() == "]":
            self._take("]")
            return
        while True:
            yield self._value()
            if self._next() != ",":
                break
            self._take(",")
        self._take("]")

    def _value(self) -> Any:
        self._next()
        more = _FIRST_CHARS
        while True:
            try:
                value, end = self._decoder.raw_decode(self._waiting, self._at)
            except json.JSONDecodeError:
                end = len(self._waiting)
            # A number may go on in what is not read yet.
            if end < len(self._waiting):
                self._at = end
                return value
            if self._is_over or len(self._waiting) - self._at > _MOST_CHARS:
                _refuse()
            self._read(more)
            more *= 2

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            _refuse()
        self._at += 1

    def _next(self) -> str:
        """The next sign that is no space, left where it is; "" at the end."""
        while True:
            found = _SPACE.match(self._waiting, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._waiting):
                return self._waiting[self._at]
            if self._is_over:
                return ""
            self._read(_FIRST_CHARS)

    def _read(self, count: int) -> None:
        piece = self._text.read(count)
        self._is_over = not piece
        self._waiting = self._waiting[self._at :] + piece
        self._at = 0


def _refuse(_: str = "") -> NoReturn:
    raise FileError("this is not whole, or not JSON as an export has it.")
