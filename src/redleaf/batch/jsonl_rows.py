"""Rows of JSONL: one object a line, in UTF-8 or UTF-16."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, BinaryIO

from redleaf.batch.encodings import begun, encoding_of
from redleaf.batch.rows import LONGEST_ROW, Columns, Record, Row, row_of

# A tab or a line break that nobody escaped is understood all the same.
_decode = json.JSONDecoder(strict=False).decode
_KEYS_NAMED = 6


class JsonlRows:
    """A record is a line's number and its bytes: they are looked at where they are scored."""

    has_whole_ids = False

    def __init__(self, file: BinaryIO, columns: Columns, *, size: int = 0) -> None:
        self._file, start = begun(file)
        self._encoding = encoding_of(start)
        self.row_of = partial(row_of_line, columns=columns)
        self.size = size

    def records(self, *, after: int = 0) -> Iterator[Record]:
        if self._encoding in ("utf-8", "utf-8-sig"):
            return islice(_numbered(self._file.readline), after, None)
        return islice(self._decoded(), after, None)

    def position(self) -> int:
        return self._file.tell() if self.size else 0

    def _decoded(self) -> Iterator[Record]:
        text = io.TextIOWrapper(self._file, self._encoding, errors="replace", newline="\n")
        try:
            yield from _numbered(lambda limit: text.readline(limit).encode())
        finally:
            text.detach()  # or it would close the file with itself


def row_of_line(record: Record, columns: Columns) -> Row:
    """The row on one line; with an error when there is none that can be read."""
    number, line = record[:2]
    if len(record) > 2:
        return Row(number, error=f"this line is longer than {LONGEST_ROW:,} bytes.")
    try:
        found: Any = _decode(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        return Row(number, error="this line is not UTF-8.")
    except json.JSONDecodeError as error:
        return Row(number, error=f"this line is not JSON: {error.msg}, column {error.colno}.")
    except ValueError:
        return Row(number, error="a number in this line is too long to be read.")
    except RecursionError:
        return Row(number, error="this line is nested too deeply.")
    if type(found) is not dict:
        return Row(number, error="this line is not an object with a text.")
    text, key = found.get(columns.text), found.get(columns.id)
    if text is None:
        return row_of(number, None, key, None)._replace(error=_no_text(found, columns))
    if b"\\u" in line:
        text, key = _mended(text), _mended(key)
    return row_of(number, text, key, found.get(columns.network))


def _numbered(read: Callable[[int], bytes]) -> Iterator[Record]:
    number = 0
    while line := read(LONGEST_ROW + 1):
        number += 1
        if len(line) > LONGEST_ROW and not line.endswith(b"\n"):
            _skip_line(read)
            # Longer than a line's record, and so told apart from it.
            yield number, b"", "too long"
        elif not line.isspace():
            yield number, line


def _no_text(found: dict[str, Any], columns: Columns) -> str:
    if columns.text in found:
        return "there is no text."
    keys = ", ".join(json.dumps(name)[1:41].rstrip('"') for name in islice(found, _KEYS_NAMED))
    return f"there is no {columns.text}: what there is are {keys or 'no names at all'}."


def _mended(value: Any) -> Any:
    """Half a letter, as a text cut between two UTF-16 units leaves it, becomes �."""
    if not isinstance(value, str) or value.isascii():
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _skip_line(read: Callable[[int], bytes]) -> None:
    while (rest := read(LONGEST_ROW)) and not rest.endswith(b"\n"):
        pass
