"""Messages one after the other, out of a file that holds one, or an mbox of any size.

An mbox is read by the line, so that its size costs time and no memory. Of each message the
beginning is kept, which is all that Redleaf reads of it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

KEPT_BYTES = 2_000_000
_LONGEST_LINE = 65_536
_HEAD_BYTES = 65_536
_MARK = b"\xef\xbb\xbf"
# The lines between messages: From ana@example.org Mon Jan 5 10:00:00 2026, and their many kin.
_SEPARATOR = re.compile(
    rb"From (?:.{0,300}?\d{1,2}:\d\d(?::\d\d)?.{0,60}?\d{4}.{0,60}|\S{1,300}@\S{1,300}[ \t]*)\r?\n"
)
_HEADER_LINE = re.compile(rb">?[A-Za-z][A-Za-z0-9_-]*[ \t]*:|>?From |\r?\n")
_MBOX = re.compile(rb"[\r\n]*From [^\n]{3,}\n>?[A-Za-z][A-Za-z0-9_-]*[ \t]*:")
_CONTENT_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,10})[ \t]*\r?\n", re.IGNORECASE)


@dataclass(slots=True)
class Message:
    """The first bytes of a message and the line of its file where it begins; `end` in bytes."""

    data: bytes
    line: int = 1
    end: int = 0


def messages_of(raw: IO[bytes]) -> Iterator[Message]:
    """The messages of a file: those of an mbox, or the one that it is."""
    if is_mbox(_head(raw)):
        yield from _Mbox(raw).messages()
    else:
        data = raw.read(KEPT_BYTES)
        yield Message(data.removeprefix(_MARK).lstrip(b"\r\n"), end=len(data))


def is_mbox(head: bytes) -> bool:
    """Whether a file that begins so is an mbox."""
    return _MBOX.match(head.removeprefix(_MARK)) is not None


def _head(raw: IO[bytes]) -> bytes:
    """The first bytes, which are still to be read after that."""
    if isinstance(raw, io.BufferedReader):
        return raw.peek(_HEAD_BYTES)
    head = raw.read(_HEAD_BYTES)
    raw.seek(0)
    return head


@dataclass(slots=True)
class _Mbox:
    """An mbox being read. Up to `sure_until` a Content-Length says that no message begins."""

    raw: IO[bytes]
    kept: list[bytes] = field(default_factory=list)
    size: int = 0
    at: int = 0
    line: int = 1
    started: int = 1
    length: int = 0
    is_in_headers: bool = True
    sure_until: int = 0

    def messages(self) -> Iterator[Message]:
        while line := self.raw.readline(_LONGEST_LINE):
            if line.startswith(b"From ") and self.at >= self.sure_until and _SEPARATOR.match(line):
                following = self.raw.readline(_LONGEST_LINE)
                if _HEADER_LINE.match(following):
                    yield from self._cut()
                    self._take(line)
                    line = following
                    self.is_in_headers = True
                else:
                    self._take(line)
                    line = following
            if self.is_in_headers:
                self._look_for_length(line)
            self._take(line)
        yield from self._cut()

    def _take(self, line: bytes) -> None:
        if self.size < KEPT_BYTES:
            self.kept.append(line)
        self.size += len(line)
        self.at += len(line)
        self.line += line.endswith(b"\n")

    def _cut(self) -> Iterator[Message]:
        """What was read since the last separator, which itself is no part of a message."""
        if len(self.kept) > 1:
            yield Message(b"".join(self.kept[1:]), self.started, self.at)
        self.kept, self.size, self.length, self.started = [], 0, 0, self.line

    def _look_for_length(self, line: bytes) -> None:
        """Trust a Content-Length only when the next message begins where it says."""
        if line in (b"\n", b"\r\n"):
            self.is_in_headers = False
            text = self.at + len(line)
            if self.length and self._begins_at(text + self.length, text):
                self.sure_until = text + self.length
        elif line[:1] in b"cC" and (found := _CONTENT_LENGTH.match(line)):
            self.length = int(found[1])

    def _begins_at(self, place: int, back: int) -> bool:
        if not self.raw.seekable():
            return False
        self.raw.seek(place)
        behind = self.raw.read(8).lstrip(b"\r\n")
        self.raw.seek(back)
        return behind.startswith(b"From ")
