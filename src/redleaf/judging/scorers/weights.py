"""The weights: one file, mapped into memory, read where a unit or a bucket needs it.

Layout, little-endian: `RLW1`, the length of the header, the header (JSON), then four tables in
rows of one number a head: the known units' keys (uint32, sorted) and their rows (int16), the
letter buckets (int8) and the n-gram buckets (int8). The header has the heads, the scale of each
table, the weights of the dense numbers and the intercepts. `tools/train` writes it.
"""

from __future__ import annotations

import json
import mmap
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from redleaf.judging.scorers.features import (
    DENSE,
    LETTER_BITS,
    NGRAM_BITS,
    key_of,
    letter_buckets,
)
from redleaf.notes.data_files import path_beside

if TYPE_CHECKING:
    from os import PathLike

FILE = path_beside(__file__, "weights.bin")
MAGIC = b"RLW1"
SCORES = ("courtesy", "specificity", "asks", "gives", "spam")
VERDICTS = ("default", "template", "pitch", "personal")
# Two scores are heard in two ways, as far as a text is of the one kind or the other: who is in need
# asks in plain statements ("we have no water"), and a text message advertises unlike a mail.
SIDES = {"asks": ("asks in need", "in need"), "spam": ("spam by text", "by text")}
HEADS = (*SCORES, *VERDICTS, *(name for side in SIDES.values() for name in side))

_WIDTH = len(HEADS)
_LARGEST = 32767
# Rows are added as whole numbers, 32 bits a head; the bias keeps every lane above 0.
_UNIT_BIAS, _BYTE_BIAS = 1 << 15, 1 << 7
_LANES = 32 * _WIDTH
_BIASED = bytes((number + _BYTE_BIAS) % 256 for number in range(256))
# A unit's row is looked up once; a file of millions of rows meets more names than memory holds.
_KEPT_UNITS = 50_000

Made = TypeVar("Made")


class _Kept(dict[str, Made]):
    """What was made of units, made when it is first asked for."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, unit: str) -> Made:
        if len(self) >= _KEPT_UNITS:
            self.clear()
        made = self[unit] = self._make(unit)
        return made


class Weights:
    """The numbers of one file. Raises ValueError when the file is of another make."""

    def __init__(self, path: PathLike[str] | str = FILE) -> None:
        with open(path, "rb") as file:  # noqa: PTH123
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, length = self._map[:4], int.from_bytes(self._map[4:8], "little")
        header = json.loads(self._map[8 : 8 + length]) if magic == MAGIC else {}
        if header.get("heads") != list(HEADS) or header.get("dense_names") != list(DENSE):
            raise ValueError(f"{path} was trained for other scorers: python -m tools.train")
        self.unit_scale: list[float] = header["unit_scale"]
        self.ngram_scale: list[float] = header["ngram_scale"]
        self.dense: list[list[float]] = header["dense"]
        self.intercept: list[float] = header["intercept"]
        self._letter_factor: list[int] = header["letter_factor"]
        self._units_at, self._letters_at, self._ngrams_at = _places(8 + length, header["units"])
        view = memoryview(self._map)
        self._keys = view[8 + length : self._units_at].cast("I")
        self._rows = _Kept(lambda unit: self._known(unit) or self._spelled(unit))
        self._lanes = _Kept(self._lanes_of)

    def unit_row(self, unit: str) -> bytes:
        """The row of a unit as int16; one that is not known is judged by its letters."""
        return self._rows[unit]

    def unit_rows(self, units: Iterable[str]) -> bytes:
        """The rows of some units, one after another."""
        return b"".join(map(self._rows.__getitem__, units))

    def knows(self, unit: str) -> bool:
        """Whether the unit has a row of its own."""
        return self._known(unit) is not None

    def unit_sums(self, units: Sequence[str]) -> list[int]:
        total = sum(map(self._lanes.__getitem__, units))
        return _numbers(total, _UNIT_BIAS * len(units))

    def _lanes_of(self, unit: str) -> int:
        """The row of a unit as one number with a lane a head: such rows are added in one go."""
        row = array("h", self.unit_row(unit))
        return sum(number + _UNIT_BIAS << 32 * head for head, number in enumerate(row))

    def ngram_sums(self, buckets: Sequence[int]) -> list[int]:
        return self._bucket_sums(self._ngrams_at, buckets)

    def ngram_table(self) -> memoryview:
        """All n-gram rows, int8, one after another."""
        size = (1 << NGRAM_BITS) * _WIDTH
        return memoryview(self._map)[self._ngrams_at : self._ngrams_at + size].cast("b")

    def _bucket_sums(self, start: int, buckets: Sequence[int]) -> list[int]:
        cut = self._map
        begins = [start + bucket * _WIDTH for bucket in buckets]
        rows = b"".join([cut[begin : begin + _WIDTH] for begin in begins])
        lanes = bytearray(4 * len(rows))
        lanes[::4] = rows.translate(_BIASED)
        total = _folded(int.from_bytes(lanes, "little"), len(begins))
        return _numbers(total, _BYTE_BIAS * len(begins))

    def _known(self, unit: str) -> bytes | None:
        key = key_of(unit)
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return None
        begin = self._units_at + at * 2 * _WIDTH
        return self._map[begin : begin + 2 * _WIDTH]

    def _spelled(self, unit: str) -> bytes:
        sums = self._bucket_sums(self._letters_at, letter_buckets(unit))
        row = [
            max(-_LARGEST, min(_LARGEST, number * factor))
            for number, factor in zip(sums, self._letter_factor, strict=True)
        ]
        return array("h", row).tobytes()


def packed(
    header: Mapping[str, object], keys: bytes, units: bytes, letters: bytes, ngrams: bytes
) -> bytes:
    """The file's bytes; the header is padded so that the keys can be read as they lie."""
    told = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    told += b" " * (-len(told) % 8)
    return MAGIC + len(told).to_bytes(4, "little") + told + keys + units + letters + ngrams


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights that came with this version."""
    return Weights()


def _folded(rows: int, count: int) -> int:
    """The sum of `count` rows that stand behind one another: the halves added, and again."""
    while count > 1:
        count = (count + 1) // 2
        upper = rows >> count * _LANES
        rows = upper + (rows ^ upper << count * _LANES)
    return rows


def _numbers(total: int, bias: int) -> list[int]:
    """The number of each lane, less what the bias added."""
    lanes = memoryview(total.to_bytes(4 * _WIDTH, "little")).cast("I")
    return [lane - bias for lane in lanes]


def _places(start: int, units: int) -> tuple[int, int, int]:
    rows_at = start + 4 * units
    letters_at = rows_at + 2 * _WIDTH * units
    return rows_at, letters_at, letters_at + _WIDTH * (1 << LETTER_BITS)
