"""Content lines of a calendar: unfolded, numbered, taken apart into name, parameters and value.

Read as bytes and unfolded before they are decoded, because programs fold in the middle of a letter.
"""

from __future__ import annotations

import io
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from redleaf.formats.limits import MEGABYTE
from redleaf.formats.sniffing import utf16_of

# A longer line is an attachment or an attack; nothing that Redleaf keeps of an event is as long.
_LONGEST_LINE = 100_000
# Quoted parameters may hold ":" and ";". Possessive, so that an open quote costs one look only.
_HEAD = re.compile(r'[^":]*+(?:"[^"]*+"[^":]*+)*+:')
_PARAM = re.compile(r';\s*([^=;":\s]++)\s*=((?:"[^"]*+"|[^;"])*+)')
_NAME = re.compile(r"\s*([A-Za-z0-9_.\-]++)\s*$")
_CARETS = re.compile(r"\^([n'^])")
_ESCAPES = re.compile(r"\\(.)", re.DOTALL)


@dataclass(slots=True)
class Line:
    """One property as it stood: `name` and the names of `params` in capitals, `value` undecoded."""

    number: int
    name: str
    value: str
    params: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as text, without its escapes."""
        return _ESCAPES.sub(_unescaped, self.value) if "\\" in self.value else self.value


def numbered_lines(raw: IO[bytes]) -> Iterator[tuple[int, str]]:
    """Unfolded lines that are not blank, each with the number of its first line, from 1.

    A byte that is not UTF-8 turns the whole line into Windows-1252; UTF-16 is known by its mark,
    or by its zeros.
    """
    start, pieces, size = 0, list[bytes](), 0
    for number, physical in enumerate(_physical(raw), 1):
        if pieces and _is_soft_break(pieces):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(physical)
        elif physical[:1] in (b" ", b"\t"):
            if size < _LONGEST_LINE:
                pieces.append(physical[1:])
                size += len(physical)
        elif physical.strip():
            if pieces:
                yield start, _decoded(b"".join(pieces))
            start, pieces, size = number, [physical], len(physical)
    if pieces:
        yield start, _decoded(b"".join(pieces))


def parsed(number: int, text: str) -> Line | None:
    """The line taken apart, or None when it is no property."""
    plain = text.find(":")
    quote = text.find('"', 0, plain) if plain > 0 else -1
    head_end = plain
    if quote >= 0 and (found := _HEAD.match(text)):
        head_end = found.end() - 1
    if head_end <= 0:
        return None
    head, value = text[:head_end], text[head_end + 1 :]
    name, semicolon, rest = head.partition(";")
    named = _NAME.match(name)
    if named is None:
        return None
    line = Line(number, named.group(1).upper(), value)
    if semicolon:
        line.params = {key.upper(): _param(word) for key, word in _PARAM.findall(";" + rest)}
        if line.params.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
            line.value = _decoded(quopri.decodestring(value.encode()))
    return line


def _physical(raw: IO[bytes]) -> Iterator[bytes]:
    head = raw.read(MEGABYTE)
    rest: IO[bytes] = io.BufferedReader(_Chained(head, raw), MEGABYTE)
    if wide := utf16_of(head[:2_000]):
        text = (head + raw.read()).decode(wide, "replace")
        rest = io.BytesIO(text.encode("utf-8", "replace"))
    elif b"\n" not in head and b"\r" in head:  # an old Macintosh
        rest = io.BytesIO((head + raw.read()).replace(b"\r", b"\n"))
    first = True
    while line := rest.readline(_LONGEST_LINE):
        more = line
        while not more.endswith(b"\n") and (more := rest.readline(_LONGEST_LINE)):
            pass  # the end of a line that is too long is dropped
        yield (line.removeprefix(b"\xef\xbb\xbf") if first else line).rstrip(b"\r\n")
        first = False


class _Chained(io.RawIOBase):
    """What was read already, and then the rest of the file."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _is_soft_break(pieces: list[bytes]) -> bool:
    """Whether a quoted-printable value (vCalendar 1.0) goes on in the next line."""
    return pieces[-1].endswith(b"=") and b"QUOTED-PRINTABLE" in pieces[0][:200].upper()


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _param(value: str) -> str:
    """Without quotes, with the signs that RFC 6868 and some programs escape."""
    bare = value.replace('"', "").strip()
    if "^" in bare:
        bare = _CARETS.sub(lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], bare)
    return _ESCAPES.sub(_unescaped, bare) if "\\" in bare else bare


def _unescaped(found: re.Match[str]) -> str:
    sign = found[1]
    return "\n" if sign in "nN" else sign
