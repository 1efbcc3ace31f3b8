"""Rows of `id`, `text` and perhaps `network` from JSONL, CSV and Parquet, one at a time.

A row that cannot be read comes as a Row with its error; the rows after it still come.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from redleaf.errors import FileError

# A note has a few hundred characters. What is longer than this is no note, and would not fit
# into a memory that stays the same.
LONGEST_ROW = 4_000_000
FORMATS = (".jsonl", ".csv", ".parquet")
_PARQUET_ROWS = 512


class Row(NamedTuple):
    """One row: its id as it was given, or its number in the file; `error` says why it is unread."""

    id: str | int | None
    text: str = ""
    network: str = ""
    error: str = ""


def format_of(path: Path) -> str:
    """`.jsonl`, `.csv` or `.parquet`. Raises FileError for any other extension."""
    suffix = path.suffix.lower()
    if suffix == ".ndjson":
        return ".jsonl"
    if suffix not in FORMATS:
        raise FileError("name a file that ends in .jsonl, .csv or .parquet.", place=str(path))
    return suffix


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file, by its extension. Raises FileError when it is no such file."""
    reader = _READERS[format_of(path)]
    try:
        with path.open("rb") as file:
            yield from reader(file, str(path))
    except OSError as error:
        raise FileError(f"it cannot be read: {error.strerror}.", place=str(path)) from None


def read_jsonl(file: BinaryIO, place: str) -> Iterator[Row]:  # noqa: ARG001 (one shape for all)
    number = 0
    while line := file.readline(LONGEST_ROW + 1):
        number += 1
        if len(line) > LONGEST_ROW and not line.endswith(b"\n"):
            _skip_line(file)
            yield Row(number, error=f"line {number} is longer than {LONGEST_ROW:,} bytes.")
        elif line.strip():
            yield _json_row(line, number)


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(LONGEST_ROW)) and not rest.endswith(b"\n"):
        pass


def _json_row(line: bytes, number: int) -> Row:
    try:
        row: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Row(number, error=f"line {number} is not UTF-8.")
    except (ValueError, RecursionError):
        return Row(number, error=f"line {number} is not JSON.")
    if not isinstance(row, dict):
        return Row(number, error=f"line {number} is not an object with id and text.")
    return _row(row.get("id"), row.get("text"), row.get("network"), number)


def _read_csv(file: BinaryIO, place: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_ROW)
    lines = csv.reader(_decoded(file))
    header = [name.strip().lower() for name in next(lines, [])]
    if "text" not in header:
        raise FileError("the first line has to name the columns, text among them.", place=place)
    number = 0
    while True:
        number += 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, error=f"row {number} cannot be read: {error}.")
            continue
        if cells:
            yield _csv_row(dict(zip(header, cells, strict=False)), number)


def _decoded(file: BinaryIO) -> Iterator[str]:
    """Its lines as text; bytes that are not UTF-8 stay to be told with their row."""
    start = "\ufeff"
    while line := file.readline(LONGEST_ROW):
        yield line.decode("utf-8", "surrogateescape").removeprefix(start)
        start = ""


def _csv_row(cells: dict[str, str], number: int) -> Row:
    return _row(cells.get("id") or None, cells.get("text"), cells.get("network"), number)


def _read_parquet(file: BinaryIO, place: str) -> Iterator[Row]:
    arrow, parquet = arrow_parts(place)
    try:
        opened = parquet.ParquetFile(file)
        names = [name for name in ("id", "text", "network") if name in opened.schema_arrow.names]
        if "text" not in names:
            raise FileError("it has no column called text.", place=place)
        number = 0
        for batch in opened.iter_batches(batch_size=_PARQUET_ROWS, columns=names):
            for row in batch.to_pylist():
                number += 1
                yield _row(row.get("id"), row["text"], row.get("network"), number)
    except arrow.ArrowException as error:
        raise FileError(f"it is not Parquet that can be read: {error}.", place=place) from None


def arrow_parts(place: str) -> tuple[Any, Any]:
    """pyarrow.lib and pyarrow.parquet. Raises FileError that tells how to get them."""
    try:
        import pyarrow.lib
        import pyarrow.parquet
    except ImportError:
        raise FileError(
            "Parquet needs one more part: pip install 'redleaf[batch]'.", place=place
        ) from None
    return pyarrow.lib, pyarrow.parquet


def _row(key: object, text: object, network: object, number: int) -> Row:
    if key is None or isinstance(key, bool) or not isinstance(key, str | int):
        key = number
    problem = _problem(text, network)
    if isinstance(key, str) and not _is_sound(key):
        return Row(number, error="the id is not UTF-8.")
    if problem:
        return Row(key, error=problem)
    return Row(key, str(text), str(network or ""))


def _problem(text: object, network: object) -> str:
    if not isinstance(text, str):
        return "there is no text." if text is None else "the text is not in quotes."
    if not (network is None or isinstance(network, str)):
        return "the network is not a name in quotes."
    return "" if _is_sound(text) else "the text is not UTF-8."


def _is_sound(text: str) -> bool:
    """Whether it can be written as UTF-8: half a letter from a broken encoding cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


_READERS: dict[str, Callable[[BinaryIO, str], Iterator[Row]]] = {
    ".jsonl": read_jsonl,
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
