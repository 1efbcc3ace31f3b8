"""Pictures of cards, as they are kept: small JPEGs that hold pixels and nothing about a camera."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass

MOST_BYTES = 200_000
LONGEST_SIDE = 1_000
# Sides of a card: more of them are no card of one person.
MOST_OF_ONE = 4
_MARK = 0xFF
_BEGIN, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
# The header of JFIF, Adobe's word on colours, tables, frames, restarts. Comments, and the segments
# in which cameras and programs write place, time, owner and a preview, are not among them.
_PLAIN = frozenset((0xE0, 0xEE, 0xDB, 0xC0, 0xC1, 0xC2, 0xC4, 0xDD, _SCAN))
# Nothing longer than what JFIF itself and Adobe need; a preview could hide in either.
_LONGEST_HEADER = {0xE0: 16, 0xEE: 14}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of one side of a card, in base64; `person` is the key of whom it is of.

    Every picture from outside has to pass `is_kept` before it is stored or shown.
    """

    person: str
    base64: str
    width: int
    height: int

    @property
    def is_kept(self) -> bool:
        """Whether it is a JPEG of at most `MOST_BYTES` with no word about where it comes from."""
        sides = (self.width, self.height)
        if not all(0 < side <= LONGEST_SIDE for side in sides):
            return False
        if len(self.base64) > MOST_BYTES * 4 // 3 + 4:
            return False
        try:
            return _size(base64.b64decode(self.base64, validate=True)) == sides
        except (binascii.Error, ValueError, IndexError):
            return False


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height that a plain JPEG says it has; None for any other bytes."""
    if len(data) > MOST_BYTES or not (data.startswith(_BEGIN) and data.endswith(_END)):
        return None
    size = None
    for kind, at, length in _segments(data):
        if kind not in _PLAIN or length > _LONGEST_HEADER.get(kind, length):
            return None
        if kind in (0xC0, 0xC1, 0xC2):
            size = (int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7]))
    return size


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """What each segment is, where its mark stands, and its length without the mark."""
    at = len(_BEGIN)
    while at < len(data) - len(_END):
        if data[at] != _MARK:
            raise ValueError
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        yield kind, at, length
        at += 2 + length
        if kind == _SCAN:
            at = _behind_scan(data, at)
    if at != len(data) - len(_END):
        raise ValueError


def _behind_scan(data: bytes, at: int) -> int:
    """Where the next mark stands: in a scan FF 00 is a byte, FF D0 to FF D7 only keep the step."""
    while True:
        at = data.index(_MARK, at)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
