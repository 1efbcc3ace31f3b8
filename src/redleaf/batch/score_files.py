"""Where scored rows go: beside the file that is wanted, until all are there; then by its name.

What is written up to a moment is a file of whole rows with perhaps a piece of one behind them, so
a run that was ended in whatever way can go on: `kept_in` tells what is there. Half a Parquet file
cannot be read at all; its rows wait in Arrow's stream format, and become Parquet at the end.
"""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from redleaf.batch.layouts import CsvLayout, JsonlLayout, Layout, TableLayout
from redleaf.batch.row_files import format_of
from redleaf.errors import FileError

# So many of the rows that are kept are scored again, to see that they would come out the same.
COMPARED = 64


class Kept(NamedTuple):
    """Whole rows that are there already: how many, how many of them errors, where they end, and
    the payload of the last."""

    rows: int = 0
    failed: int = 0
    size: int = 0
    last: Any = b""

    @property
    def compared(self) -> int:
        return min(COMPARED, self.rows)


class Output(Protocol):
    """Takes payloads of a layout. `finish` gives the file its name."""

    def write(self, payload: Any) -> None: ...

    def finish(self) -> None: ...

    def close(self) -> None: ...


def layout_of(kind: str, *, has_whole_ids: bool) -> Layout:
    """How the rows of `.jsonl`, `.csv` or `.parquet` are laid out."""
    if kind == ".parquet":
        return TableLayout(has_whole_ids=has_whole_ids)
    return CsvLayout() if kind == ".csv" else JsonlLayout()


def part_of(path: Path) -> Path:
    """Where the rows wait until all are there."""
    return path.with_name(f"{path.name}.part")


def kept_in(path: Path, *, kind: str, has_whole_ids: bool = False) -> Kept:
    """The whole rows in a file of that kind; nothing when there is no file."""
    if not path.exists():
        return Kept()
    if kind == ".parquet":
        from redleaf.batch.parquet_scores import kept_in_stream

        return kept_in_stream(path, has_whole_ids=has_whole_ids)
    with path.open("rb") as file:
        return _kept_lines(file, is_csv=kind == ".csv")


def open_output(path: Path, kept: Kept, *, has_whole_ids: bool = False) -> Output:
    """An output by the file's extension, that goes on behind what is kept of it.

    Raises FileError when it cannot be written.
    """
    kind = format_of(path)
    if kind == ".parquet":
        from redleaf.batch.parquet_scores import ParquetOutput

        return ParquetOutput(path, kept, has_whole_ids=has_whole_ids)
    return LinesOutput(path, kept, head=CsvLayout.head if kind == ".csv" else b"")


class StreamOutput:
    """JSONL for whoever reads on the other end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, payload: bytes) -> None:
        self._file.write(payload)
        self._file.flush()

    def finish(self) -> None:
        self._file.flush()

    def close(self) -> None:
        return None


class LinesOutput:
    """A file that is written beside its place until it is whole; what is kept of it stays."""

    def __init__(self, path: Path, kept: Kept, *, head: bytes) -> None:
        self._path = path
        with written(path):
            part = part_of(path)
            self._file = part.open("r+b" if part.exists() else "w+b")
            self._file.truncate(kept.size)
            self._file.seek(kept.size)
        if not kept.size:
            self.write(head)

    def write(self, payload: bytes) -> None:
        with written(self._path):
            self._file.write(payload)
            self._file.flush()

    def finish(self) -> None:
        with written(self._path):
            os.fsync(self._file.fileno())
            self._file.close()
            part_of(self._path).replace(self._path)

    def close(self) -> None:
        # What could not be written has been told already.
        with contextlib.suppress(OSError):
            self._file.close()


@contextlib.contextmanager
def written(path: Path) -> Iterator[None]:
    """Raises FileError, with what can be done, when the file cannot be written."""
    try:
        yield
    except OSError as error:
        raise FileError(
            f"it cannot be written: {error.strerror or error}. What is there already stays.",
            place=str(path),
        ) from None


def _kept_lines(file: BinaryIO, *, is_csv: bool) -> Kept:
    size, rows, failed = 0, 0, 0
    last: deque[bytes] = deque(maxlen=COMPARED)
    for record in _records(file, is_csv=is_csv):
        size += len(record)
        if is_csv and not rows and record == CsvLayout.head and size == len(record):
            continue
        rows += 1
        failed += not record.endswith(b",\n") if is_csv else b', "error": ' in record
        last.append(record)
    return Kept(rows, failed, size, b"".join(last))


def _records(file: BinaryIO, *, is_csv: bool) -> Iterator[bytes]:
    """Whole records; a line break inside quotes ends none, and what has no end is left out."""
    record = b""
    for line in file:
        record = record + line if record else line
        if record.endswith(b"\n") and not (is_csv and record.count(b'"') % 2):
            yield record
            record = b""
