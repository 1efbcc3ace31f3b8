"""A table from anybody's spreadsheet: its encoding, its delimiter, its header, its rows.

Nothing about people is known here but what a header looks like; the cells come as they stand.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from redleaf.contacts.harvest import Problem
from redleaf.errors import FileError
from redleaf.formats.csv_people.cells import is_data
from redleaf.formats.csv_people.encodings import decoded
from redleaf.formats.csv_people.headers import known_share
from redleaf.formats.csv_people.vocabulary import fold_header
from redleaf.formats.limits import Limits
from redleaf.formats.sniffing import is_zip, known_kind
from redleaf.formats.tables import TOO_LONG, Records

_DELIMITERS = (",", ";", "\t", "|")
_SAID = re.compile(r"\s*\"?sep=(?P<sign>.)\"?\r?\n?", re.IGNORECASE)
_HEADER_LINES = 40
_HEAD_CHARS = 200_000
_SAMPLE_ROWS = 60
_HALF = 0.5
# What looks binary for its zeros may be UTF-16 without a mark.
_MAY_BE_WIDE = known_kind(b"\0")
_MOST_COLUMNS = 1_000


@dataclass(slots=True)
class Sheet:
    """A table that was opened. Iterate `rows()` once; `problems` fills while you do.

    `header` is [] for a table without one. `is_exact` tells that every header is in quotes: who
    writes so means the spaces within. `sample` are some of the first rows.
    """

    file: str
    text: str
    encoding: str
    delimiter: str
    limits: Limits
    quote: str = '"'
    header: list[str] = field(default_factory=list)
    is_exact: bool = False
    width: int = 0
    sample: list[list[str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _begins_at: int = 0

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line where it begins, filled up to `width` cells.

        A row that is too long cannot be told apart and is a problem; one that is too short is read
        as far as it goes, and is a problem where its like are longer.
        """
        count = 0
        usual = self._usual_width()
        for line, cells in self._records():
            if not any(cells) or (self.header and _bare(cells) == self.header):
                continue
            if count >= self.limits.rows:
                self.skip(line, f"only the first {self.limits.rows:,} rows were read.")
                return
            count += 1
            while len(cells) > self.width and not cells[-1]:
                cells.pop()
            if len(cells) > self.width:
                self.skip(line, _wrong_width(len(cells), self.width, "it was not read"))
                continue
            if len(cells) < usual:
                self.skip(line, _wrong_width(len(cells), usual, "it was read as far as it goes"))
            yield line, cells + [""] * (self.width - len(cells))

    def skip(self, line: int, reason: str) -> None:
        self.problems.append(Problem(self.file, line, reason))

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        lines = _lines(self.text, self._begins_at, self.limits.line_chars)
        least = 1 if len(self.header) < 2 else 2
        records = Records(
            lines, self.delimiter, self.limits, self.skip, fewest=least, quote=self.quote
        )
        return records.read()

    def _usual_width(self) -> int:
        """How many cells most rows have; programs leave out empty ones at the end."""
        widths = Counter(len(each) for each in self.sample)
        return min(self.width, widths.most_common(1)[0][0]) if widths else self.width


def open_sheet(data: bytes, file: str, limits: Limits, *, named: Collection[str] = ()) -> Sheet:
    """The table in `data`. A row with one of the cells `named` is its header, whatever it says.

    Raises FileError for another kind of file, and when there is nothing in it.
    """
    kind = "an archive or a workbook" if is_zip(data) else known_kind(data[:512])
    if kind not in ("", _MAY_BE_WIDE):
        raise FileError(f"this is {kind}, not a table; a spreadsheet can save it as CSV.")
    text, encoding = decoded(data)
    if "\n" not in text:
        text = text.replace("\r", "\n")  # the Macs of the last century
    if not text.strip("\ufeff\0 \r\n\t,;|"):
        raise FileError("there is nothing in this table.")
    said = _SAID.match(text)
    sheet = Sheet(file, text, encoding, said["sign"] if said else "", limits)
    begins_at = said.end() if said else 0
    head = text[begins_at : begins_at + _HEAD_CHARS]
    sheet.quote = "'" if _has_single_quotes(head) else '"'
    candidates = [sheet.delimiter] if said else _DELIMITERS
    shapes = [_shape(head, delimiter, sheet.quote, named) for delimiter in candidates]
    best = max(shapes, key=lambda each: each.rank)
    _take(sheet, best, begins_at)
    return sheet


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table looks like when it is cut at one delimiter."""

    delimiter: str
    rows: list[list[str]]
    header_at: int
    known: int

    @property
    def rank(self) -> tuple[int, float, int]:
        widths = Counter(len(row) for row in self.rows[max(0, self.header_at) :])
        width, count = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
        evenness = count / sum(widths.values()) if width > 1 else 0.0
        return (self.known, round(evenness, 1), width)


def _shape(head: str, delimiter: str, quote: str, named: Collection[str]) -> _Shape:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(_ends(head, 0), delimiter=delimiter, quotechar=quote):
            rows.append(row)
            if len(rows) > _SAMPLE_ROWS:
                break
    except csv.Error:
        pass
    at, known = _header_in(rows, {fold_header(each) for each in named} - {""})
    return _Shape(delimiter, rows, at, known)


def _header_in(rows: list[list[str]], named: AbstractSet[str]) -> tuple[int, int]:
    """The place of the header and how many of its words are known; -1 for a table without one."""
    best = (-1, 0)
    for at, row in enumerate(rows[:_HEADER_LINES]):
        filled = [cell for cell in row if cell.strip()]
        if named and not named.isdisjoint(map(fold_header, filled)):
            return at, len(filled)
        if any(is_data(cell) for cell in filled):
            break  # people begin here: what comes after is no header
        known, share = known_share(filled) if filled else (0, 0.0)
        if known > best[1] and (share > _HALF or (known > 1 and share == _HALF) or known > 2):
            best = at, known
    if best[1]:
        return best
    return (0, 0) if _is_unlike_the_rest(rows) else best


def _is_unlike_the_rest(rows: list[list[str]]) -> bool:
    """Whether the first row has words where all others have addresses, numbers or days."""
    if len(rows) < 2 or any(is_data(cell) for cell in rows[0]) or not all(rows[0]):
        return False
    columns = list(zip(*(row for row in rows[1:] if len(row) == len(rows[0])), strict=True))
    return any(all(is_data(cell) for cell in column) for column in columns)


def _take(sheet: Sheet, shape: _Shape, begins_at: int) -> None:
    sheet.delimiter = shape.delimiter
    sheet.sample = [row for row in shape.rows[shape.header_at + 1 : -1 or None] if any(row)]
    if len(shape.rows) <= _SAMPLE_ROWS:
        sheet.sample = [row for row in shape.rows[shape.header_at + 1 :] if any(row)]
    header = shape.rows[shape.header_at] if shape.header_at >= 0 else []
    sheet.header = _bare(header)
    sheet.width = max([len(sheet.header), *(len(row) for row in sheet.sample if not sheet.header)])
    usual = Counter(len(row) for row in sheet.sample).most_common(1)
    if usual and usual[0][1] > 0.5 * len(sheet.sample):
        sheet.width = max(sheet.width, usual[0][0])
    sheet._begins_at = begins_at
    if sheet.width > _MOST_COLUMNS:
        raise FileError(f"this table has {sheet.width:,} columns, more than a list of people has.")
    if sheet.header:
        _skip_to_rows(sheet, shape, begins_at)


def _skip_to_rows(sheet: Sheet, shape: _Shape, begins_at: int) -> None:
    """Move behind the header, which may hold line ends in its quotes."""
    at = begins_at
    reader = csv.reader(
        _ends(sheet.text, begins_at), delimiter=shape.delimiter, quotechar=sheet.quote
    )
    for _ in range(shape.header_at + 1):
        next(reader, None)
    for _ in range(reader.line_num):
        at = sheet.text.find("\n", at) + 1 or len(sheet.text)
    line = sheet.text[begins_at:at]
    sheet.is_exact = line.count(sheet.quote) >= 2 * len(sheet.header) and line.startswith('"')
    sheet._begins_at = at


def _ends(text: str, at: int) -> Iterator[str]:
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end


def _lines(text: str, at: int, most: int) -> Iterator[tuple[int, str]]:
    """Lines from `at` with their numbers; one past the limit comes as TOO_LONG."""
    number = text.count("\n", 0, at)
    for line in _ends(text, at):
        number += 1
        yield number, line if len(line) <= most else TOO_LONG


def _has_single_quotes(head: str) -> bool:
    """Whether cells are quoted with ' as some programs do; only where " is nowhere to be seen."""
    if '"' in head:
        return False
    opened = re.findall(r"(?:^|[,;\t|])'(?![=+\-@\uff1d\uff0b\uff0d\uff20])", head, re.MULTILINE)
    closed = re.findall(r"(?<=[^,;\t|\s])'(?:[,;\t|\r]|$)", head, re.MULTILINE)
    return bool(opened) and len(opened) == len(closed)


def _bare(cells: list[str]) -> list[str]:
    bare = [cell.strip().strip("\ufeff") for cell in cells]
    while bare and not bare[-1]:
        bare.pop()
    return bare


def _wrong_width(found: int, expected: int, what: str) -> str:
    columns = "column" if found == 1 else "columns"
    return f"has {found} {columns} where {expected} belong; {what}."
