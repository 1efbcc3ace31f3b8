"""CSV as strangers hand it in: rows with their line numbers, and the rows that cannot be read.

A program that re-saved the file may have changed its encoding (a mark in front, UTF-16,
Windows-1252) and its delimiter (`;`, tab). A quote that is never closed costs its own row only.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import IO

from redleaf.contacts.harvest import Problem
from redleaf.formats.limits import DEFAULT_LIMITS, Limits
from redleaf.formats.sniffing import utf16_of

_HEADER_LINES = 40
DELIMITERS = (",", ";", "\t")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
# A long note may fill a cell; the bound of a row is ours.
csv.field_size_limit(DEFAULT_LIMITS.line_chars)
_BROKEN_MOST = 200  # each broken quote may cost a look ahead of `record_lines`


@dataclass(slots=True)
class Table:
    """A CSV whose header was found. Iterate `rows()` once; `problems` fills while you do."""

    file: str
    columns: tuple[str, ...]
    header: list[str]
    delimiter: str
    lines: Iterator[tuple[int, str]]
    limits: Limits
    problems: list[Problem] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line where it begins; cells in the order of `columns`."""
        width = len(self.columns)
        count = 0
        records = Records(self.lines, self.delimiter, self.limits, self.skip, fewest=width)
        for line, cells in records.read():
            if not any(cells):
                continue
            while len(cells) > width and not cells[-1]:
                cells.pop()
            if len(cells) != width:
                self.skip(line, _wrong_width(len(cells), width))
            elif count >= self.limits.rows:
                self.skip(line, f"only the first {self.limits.rows:,} rows were read.")
                return
            elif cells != self.header:  # two files put together have two headers
                count += 1
                yield line, cells

    def skip(self, line: int, reason: str) -> None:
        self.problems.append(Problem(self.file, line, reason))

    def column(self, name: str) -> Callable[[list[str]], str]:
        """A function from a row to its trimmed cell in column `name`; "" without the column."""
        if name not in self.columns:
            return lambda _: ""
        at = self.columns.index(name)
        return lambda cells: cells[at].strip()


def find_table(
    raw: IO[bytes],
    file: str,
    wanted: Callable[[frozenset[str]], bool],
    limits: Limits,
    *,
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> Table | None:
    """The table of `raw` whose header satisfies `wanted`, or None when no line does.

    `wanted` gets the column names in lower case without spaces and underscores; `renamed` gives
    another spelling for some of them. Lines above the header are passed over: the number of lines
    LinkedIn writes there has changed over the years.
    """
    lines = _lines(raw, limits)
    for number, line in lines:
        if number > _HEADER_LINES:
            return None
        for delimiter in DELIMITERS:
            header = split_row(line, delimiter) or []
            while header and not header[-1].strip():
                header.pop()
            columns = tuple(renamed.get(each, each) for each in folded_header(header))
            if wanted(frozenset(columns)):
                return Table(file, columns, header, delimiter, lines, limits)
    return None


def folded_header(cells: Sequence[str]) -> tuple[str, ...]:
    """Column names in the spelling in which tables are asked for them."""
    return tuple(re.sub(r"[\s_\ufeff]+", "", cell).lower() for cell in cells)


def _wrong_width(found: int, expected: int) -> str:
    columns = "column" if found == 1 else "columns"
    return f"has {found} {columns} where the header has {expected}."


def _lines(raw: IO[bytes], limits: Limits) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, from 1. One past the limit comes as TOO_LONG."""
    buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(_Raw(raw))
    wide = utf16_of(buffered.peek(2_000)[:2_000])
    text = io.TextIOWrapper(
        buffered,
        encoding=wide or "utf-8-sig",
        errors="replace" if wide else "surrogateescape",
    )
    number = 0
    while line := text.readline(limits.line_chars):
        number += 1
        rest = line
        while not rest.endswith("\n") and (rest := text.readline(limits.line_chars)):
            line = TOO_LONG
        if _NOT_UTF8.search(line):
            # Excel on Windows re-saves in its own code page; a whole line is in one encoding.
            line = line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        yield number, line


TOO_LONG = "\0"  # what a line past the limit comes as


class _Raw(io.RawIOBase):
    """Any readable file, as a raw one that BufferedReader takes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Records:
    """Physical lines joined to records where a quoted cell holds line ends.

    When the joining fails (a quote that is never closed, or one that closes in the middle of a
    later row), the first line alone is given up and reading goes on with the second. A record of
    several lines has at least `fewest` cells. `skip` is told the line of what is given up, and why.
    """

    def __init__(
        self,
        lines: Iterator[tuple[int, str]],
        delimiter: str,
        limits: Limits,
        skip: Callable[[int, str], None],
        *,
        fewest: int = 1,
        quote: str = '"',
    ) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._limits = limits
        self._skip = skip
        self._fewest = fewest
        self._quote = quote
        self._again: list[tuple[int, str]] = []  # lines to be read once more, the next one last
        self._broken = 0

    def read(self) -> Iterator[tuple[int, list[str]]]:
        while line := self._next():
            number, text = line
            if text == TOO_LONG:
                self._skip(number, f"is longer than {self._limits.line_chars:,} signs.")
                continue
            if text.count(self._quote) % 2 == 0:
                cells = self._split(text)
            else:
                cells = self._alone(text) or self._join(line)
            if cells is not None:
                yield number, cells
            else:
                self._skip(number, "the quotes in this row do not match.")
                if self._broken > _BROKEN_MOST:
                    self._skip(number + 1, "too many broken rows; the rest was left out.")
                    return

    def _next(self) -> tuple[int, str] | None:
        return self._again.pop() if self._again else next(self._lines, None)

    def _alone(self, text: str) -> list[str] | None:
        """A row with an inch sign in a cell without quotes: whole, though its quotes are odd."""
        cells = self._split(text, strict=True)
        return cells if cells is not None and len(cells) >= self._fewest else None

    def _join(self, first: tuple[int, str]) -> list[str] | None:
        taken = [first]
        chars = len(first[1])
        limits = self._limits
        while len(taken) < limits.record_lines and chars < limits.line_chars:
            line = self._next()
            if line is None:
                break
            taken.append(line)
            if line[1] == TOO_LONG:
                break
            chars += len(line[1])
            if line[1].count(self._quote) % 2:  # the quotes are balanced now
                cells = self._split("".join(text for _, text in taken), strict=True)
                if cells is not None and len(cells) >= self._fewest:
                    return cells
                break
        self._again.extend(reversed(taken[1:]))
        self._broken += 1
        return None

    def _split(self, record: str, *, strict: bool = False) -> list[str] | None:
        return split_row(record, self._delimiter, quote=self._quote, strict=strict)


def split_row(
    record: str, delimiter: str, *, quote: str = '"', strict: bool = False
) -> list[str] | None:
    """The cells of one record, or None when its quotes do not match."""
    try:
        reader = csv.reader([record], delimiter=delimiter, quotechar=quote, strict=strict)
        return next(reader, [])
    except csv.Error:
        return None
