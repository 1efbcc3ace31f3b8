"""Where scored rows go: beside the file that is wanted, until all are there; then by its name.

Half a Parquet file cannot be read at all: its rows wait in Arrow's stream format, and become
Parquet at the end.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, Protocol

from redleaf.batch.layouts import CsvLayout, JsonlLayout, Layout, TableLayout
from redleaf.batch.parquet_scores import ParquetOutput, kept_in_stream
from redleaf.batch.part_files import Kept, LinesOutput, kept_lines
from redleaf.batch.row_files import format_of


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


def kept_in(path: Path, *, kind: str, has_whole_ids: bool = False) -> Kept:
    """The whole rows in a file of that kind; nothing when there is no file."""
    if not path.exists():
        return Kept()
    if kind == ".parquet":
        return kept_in_stream(path, has_whole_ids=has_whole_ids)
    with path.open("rb") as file:
        return kept_lines(file, is_csv=kind == ".csv")


def open_output(path: Path, kept: Kept, *, has_whole_ids: bool = False) -> Output:
    """An output by the file's extension, that goes on behind what is kept of it.

    Raises FileError when it cannot be written.
    """
    kind = format_of(path)
    if kind == ".parquet":
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
