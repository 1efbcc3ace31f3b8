"""Lines as they were meant: whatever a program folded, broke or encoded is joined again.

A vCard folds a long line by a line end and a space; quoted-printable by "=" at the end; some
programs write base64 over many lines without any sign. All ends of lines are taken, and UTF-16.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

_PIECE_BYTES = 262_144
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ONLY_BASE64 = re.compile(rb"[A-Za-z0-9+/=]+[ \t]*")
_HEAD = re.compile(rb'((?:[^":]++|"[^"]*+")*+):')
_IN_QUOTES = re.compile(rb'"[^"]*"')
_IN_BASE64 = re.compile(rb";\s*(?:ENCODING\s*=\s*)?\"?(?:BASE64|B)\"?\s*(?:;|$)")
_IS_DATA = re.compile(rb":data:[^,]{0,60};base64\\?,", re.IGNORECASE)
_IN_QUOTED = re.compile(rb";\s*(?:ENCODING\s*=\s*)?\"?(?:QUOTED-PRINTABLE|Q)\"?\s*(?:;|$)")
_FENCE = re.compile(rb"[ \t]*(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_LONGEST_HEAD = 4_096


@dataclass(frozen=True, slots=True)
class Line:
    """A whole line, and the number in the file at which it begins."""

    number: int
    text: bytes


def lines_of(file: IO[bytes]) -> Iterator[Line]:
    """The lines of a file, joined, without their ends; empty ones are left out."""
    open_line: _Open | None = None
    margin = b""
    for number, text in enumerate(_physical(_in_utf8(file)), 1):
        text = text.removeprefix(margin)
        if (open_line and open_line.takes(text)) or not text.strip():
            continue
        if open_line:
            yield open_line.closed()
        if _FENCE.fullmatch(text):
            # A card that was pasted with a margin: without it, every line would be a folded one.
            margin += text[: len(text) - len(text.lstrip())]
        open_line = _Open(number, text)
    if open_line:
        yield open_line.closed()


class _Open:
    """A line that may go on with the next one of the file."""

    def __init__(self, number: int, text: bytes) -> None:
        self._number = number
        self._pieces = [text]
        self._is_fence = _FENCE.fullmatch(text) is not None
        self._look_at_the_head(text)

    def takes(self, text: bytes) -> bool:
        """Whether `text` goes on with this line; then it is part of it."""
        last = self._pieces[-1]
        if self._is_fence:
            return False
        if self._is_quoted and last.rstrip(b" \t").endswith(b"="):
            if not _FENCE.fullmatch(text):
                self._pieces[-1] = last.rstrip(b" \t")[:-1]
                self._pieces.append(text)
                return True
        elif text.startswith((b" ", b"\t")):
            self._go_on(text.strip() if self._is_base64 else text[1:])
            return True
        elif self._is_base64 and _ONLY_BASE64.fullmatch(text):
            self._pieces.append(text.strip())
            return True
        return False

    def closed(self) -> Line:
        return Line(self._number, b"".join(self._pieces))

    def _go_on(self, text: bytes) -> None:
        self._pieces.append(text)
        if not self._has_head and len(self._pieces) < 99:
            self._look_at_the_head(b"".join(self._pieces))

    def _look_at_the_head(self, text: bytes) -> None:
        colon = text.find(b":")
        if colon >= 0 and b";" not in text[:colon] and b'"' not in text[:colon]:
            self._has_head, self._is_quoted = True, False
            self._is_base64 = _IS_DATA.match(text, colon) is not None
            return
        found = _HEAD.match(text, 0, _LONGEST_HEAD)
        self._has_head = found is not None
        head = found[1] if found else b""
        head = (_IN_QUOTES.sub(b"", head) if b'"' in head else head).upper()
        self._is_quoted = _IN_QUOTED.search(head) is not None
        is_data = _IS_DATA.match(text, len(found[1])) if found else None
        self._is_base64 = is_data is not None or _IN_BASE64.search(head) is not None


def _physical(pieces: Iterator[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    half = b""
    for piece in pieces:
        piece = half + piece
        half = b"\r" if piece.endswith(b"\r") else b""  # of "\r\n", perhaps
        piece = piece.removesuffix(b"\r")
        piece = piece.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        first, *others = piece.split(b"\n")
        held.append(first)
        if others:
            yield b"".join(held)
            yield from others[:-1]
            held = [others[-1]]
    yield b"".join(held)


def _in_utf8(file: IO[bytes]) -> Iterator[bytes]:
    start = file.read(_PIECE_BYTES)
    encoding = _encoding_of(start)
    for mark in _MARKS:
        start = start.removeprefix(mark)
    if not encoding:
        yield start
        yield from iter(lambda: file.read(_PIECE_BYTES), b"")
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while start:
        yield decoder.decode(start).encode()
        start = file.read(_PIECE_BYTES)
    yield decoder.decode(b"", final=True).encode()


def _encoding_of(start: bytes) -> str:
    """UTF-16 by its mark, or by the zeros that half of the bytes of "BEGIN" are; else ""."""
    if start.startswith(codecs.BOM_UTF16_LE) or start[1:4:2] == b"\0\0" != start[0:3:2]:
        return "utf-16-le"
    if start.startswith(codecs.BOM_UTF16_BE) or start[0:3:2] == b"\0\0" != start[1:4:2]:
        return "utf-16-be"
    return ""
