"""Where scored rows go: JSONL, CSV or Parquet, in order; and how far a file cut short had come."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from redleaf.batch.row_files import arrow_parts, format_of
from redleaf.errors import FileError
from redleaf.judging.scorers import SCORES, VERDICTS

Scored = Mapping[str, Any]
_COLUMNS = ("id", "verdict", *(f"p_{name}" for name in VERDICTS), *SCORES, "error")


class Writer(Protocol):
    """Takes scored rows as in the JSON contract (docs/json.md)."""

    def write(self, rows: Sequence[Scored]) -> None: ...

    def close(self, *, complete: bool) -> None: ...


class Kept(NamedTuple):
    """What an output file already holds: whole rows, the id of the last, bytes up to its end."""

    rows: int = 0
    last_id: str = ""
    size: int = 0


def open_writer(path: Path, *, after: Kept | None = None) -> Writer:
    """A writer by the file's extension; with `after`, one that goes on behind what is kept."""
    kind = format_of(path)
    if kind == ".parquet":
        return _ParquetWriter(path)
    try:
        file = path.open("r+b" if after else "wb")
    except OSError as error:
        raise FileError(f"it cannot be written: {error.strerror}.", place=str(path)) from None
    if after:
        file.seek(after.size)
        file.truncate()
    begun = after is not None and after.size > 0
    return JsonlWriter(file) if kind == ".jsonl" else _CsvWriter(file, begun=begun)


def kept_in(path: Path) -> Kept:
    """The whole rows of an output file; nothing when there is no file.

    Raises FileError for Parquet, which cannot be continued.
    """
    kind = format_of(path)
    if kind == ".parquet":
        raise FileError(
            "a Parquet file cannot be continued; write .jsonl or .csv to be able to.",
            place=str(path),
        )
    if not path.exists():
        return Kept()
    rows, size, last = 0, 0, b""
    with path.open("rb") as file:
        for record in _records(file):
            size += len(record)
            rows, last = rows + 1, record
    if kind == ".csv":
        rows = max(0, rows - 1)
    return Kept(rows, _id_of(last, kind, str(path)) if rows else "", size)


def _records(file: BinaryIO) -> Iterator[bytes]:
    """Whole records; a line break inside quotes ends none, and what has no end is left out."""
    record = b""
    for line in file:
        record += line
        if record.endswith(b"\n") and (record.startswith(b"{") or record.count(b'"') % 2 == 0):
            yield record
            record = b""


def _id_of(record: bytes, kind: str, place: str) -> str:
    try:
        if kind == ".jsonl":
            return str(json.loads(record)["id"])
        return next(csv.reader(io.StringIO(record.decode())))[0]
    except (ValueError, KeyError, TypeError, IndexError):
        raise FileError("this was not written by redleaf score.", place=place) from None


class JsonlWriter:
    """One JSON object a line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, rows: Sequence[Scored]) -> None:
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
        self._file.write("".join(lines).encode())
        self._file.flush()

    def close(self, *, complete: bool) -> None:  # noqa: ARG002 (what is written stays)
        self._file.close()


class _CsvWriter:
    def __init__(self, file: BinaryIO, *, begun: bool) -> None:
        self._file = file
        if not begun:
            file.write((",".join(_COLUMNS) + "\n").encode())

    def write(self, rows: Sequence[Scored]) -> None:
        text = io.StringIO(newline="")
        csv.DictWriter(text, _COLUMNS, lineterminator="\n").writerows(map(_flat, rows))
        self._file.write(text.getvalue().encode())
        self._file.flush()

    def close(self, *, complete: bool) -> None:  # noqa: ARG002 (what is written stays)
        self._file.close()


class _ParquetWriter:
    """Writes beside the file and takes its name at the end: half a Parquet file reads as none."""

    def __init__(self, path: Path) -> None:
        import pyarrow

        _, parquet = arrow_parts(str(path))
        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        texts = dict.fromkeys(("id", "verdict", "error"), pyarrow.string())
        self._schema = pyarrow.schema([(n, texts.get(n, pyarrow.float64())) for n in _COLUMNS])
        self._table = pyarrow.Table
        try:
            self._writer = parquet.ParquetWriter(self._part, self._schema)
        except OSError as error:
            raise FileError(f"it cannot be written: {error.strerror}.", place=str(path)) from None

    def write(self, rows: Sequence[Scored]) -> None:
        flat = [{**_flat(row), "id": str(row["id"])} for row in rows]
        self._writer.write_table(self._table.from_pylist(flat, schema=self._schema))

    def close(self, *, complete: bool) -> None:
        self._writer.close()
        if complete:
            self._part.replace(self._path)
        else:
            self._part.unlink()


def _flat(row: Scored) -> dict[str, Any]:
    p = row.get("p", {})
    flat = {key: value for key, value in row.items() if key != "p"}
    return flat | {f"p_{name}": p[name] for name in p}
