"""Rows of CSV as spreadsheets write it: comma, semicolon, tab or bar; UTF-8 or UTF-16."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from redleaf.batch.encodings import begun, encoding_of
from redleaf.batch.rows import LONGEST_ROW, Columns, Record, Row, row_of
from redleaf.errors import FileError

_LINE_ENDS = ("\n", "\r")
_DELIMITERS = (",", ";", "\t", "|")
# What csv says of quotes that do not pair up, in words that tell what to do. Read as they are, such
# rows would swallow the rows behind them, and nobody would know.
_UNPAIRED = {
    "unexpected end of data": "a quote opens in it and never closes; a quote within a text is "
    "written twice.",
    "expected after": "a quote closes before its text does; a quote within a text is written "
    "twice.",
}


class CsvRows:
    """A record is a row's number, its text, id, network, and what is wrong with it.

    Raises FileError when the first line names no column of texts.
    """

    has_whole_ids = False

    def __init__(self, file: BinaryIO, columns: Columns, place: str, *, size: int = 0) -> None:
        # The limit is csv's for the whole process, which is why nothing smaller is set here.
        csv.field_size_limit(LONGEST_ROW)
        self._file, start = begun(file)
        encoding = encoding_of(start)
        # Bytes that are no UTF-8 stay to be told with their row.
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        self._text = io.TextIOWrapper(self._file, encoding, errors=errors, newline="")
        self.row_of = row_of_cells
        self.size = size
        self._delimiter, header = self._begin(columns.text)
        if not header:
            raise FileError("it is empty; the first line has to name the columns.", place=place)
        self._width = len(header)
        self._places = [_place_of(name, header) for name in columns]
        refuse_missing(columns, [at >= 0 for at in self._places], header, place)

    def records(self, *, after: int = 0) -> Iterator[Record]:
        return islice(self._rows(), after, None)

    def position(self) -> int:
        return self._file.tell() if self.size else 0

    def _begin(self, wanted: str) -> tuple[str, list[str]]:
        """The delimiter and the names of the columns, read with the one that fits them best."""
        line = self._line_of_names()
        if line.lower().startswith("sep=") and len(line.rstrip("\r\n")) == 5:
            return line[4], _cells(self._line_of_names(), line[4])
        tried = [(each, _cells(line, each)) for each in _DELIMITERS]
        return max(tried, key=lambda each: (_place_of(wanted, each[1]) >= 0, len(each[1])))

    def _line_of_names(self) -> str:
        line = ""
        while len(line) < LONGEST_ROW and (more := self._text.readline(LONGEST_ROW)):
            line += more
            if line.count('"') % 2 == 0 and line.strip():
                break
        return line

    def _rows(self) -> Iterator[Record]:
        reader = csv.reader(_Lines(self._text), delimiter=self._delimiter, strict=True)
        key, text, network = self._places
        number = 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield number, None, None, None, _unreadable(error)
                continue
            if not cells:
                continue
            width = len(cells)
            yield (
                number,
                cells[text] if text < width else None,
                cells[key] if 0 <= key < width else None,
                cells[network] if 0 <= network < width else None,
                "" if width == self._width else self._misfit(cells),
            )

    def _misfit(self, cells: Sequence[str]) -> str:
        if any(cells[self._width :]):
            # A comma in a text without quotes would otherwise cut the text, and nobody would know.
            return f"this row has {len(cells)} cells for {self._width} columns: quote its text."
        return ""


def _unreadable(error: csv.Error) -> str:
    for sign, words in _UNPAIRED.items():
        if sign in str(error):
            return words
    return f"this row cannot be read: {error}."


class _Lines:
    """Lines of a bounded length. One that is longer is skipped and told; the next still comes."""

    def __init__(self, file: io.TextIOWrapper) -> None:
        self._read = file.readline

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._read(LONGEST_ROW)
        if not line:
            raise StopIteration
        if len(line) == LONGEST_ROW and not line.endswith(_LINE_ENDS):
            while line and not line.endswith(_LINE_ENDS):
                line = self._read(LONGEST_ROW)
            raise csv.Error(f"it is longer than {LONGEST_ROW:,} characters")
        return line


def row_of_cells(record: Record) -> Row:
    """The row of a table's record."""
    number, text, key, network, error = record
    row = row_of(number, text, None if key == "" else key, network)
    return row._replace(error=error) if error else row


def refuse_missing(
    columns: Columns, found: Sequence[bool], names: Sequence[str], place: str
) -> None:
    """Raises FileError, with the columns there are, when there is none of texts, or none of a name
    that somebody chose. Ids and networks that nobody spoke of may be missing."""
    for option, wanted, usual, is_there in zip(
        Columns._fields, columns, Columns(), found, strict=True
    ):
        if not is_there and (option == "text" or wanted != usual):
            have = ", ".join(name.strip()[:40] for name in names[:20])
            flag = "--network-column" if option == "network" else f"--{option}"
            raise FileError(
                f"there is no column called {wanted}; the columns are {have}. "
                f"{flag} names another.",
                place=place,
            )


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []


def _place_of(wanted: str, header: Sequence[str]) -> int:
    """Where the column stands; its case matters only when two differ by nothing else."""
    if wanted in header:
        return header.index(wanted)
    folded = [name.strip().casefold() for name in header]
    return folded.index(wanted.casefold()) if wanted.casefold() in folded else -1
