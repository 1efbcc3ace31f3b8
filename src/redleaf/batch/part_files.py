"""A part file: scored rows beside the file that is wanted, until all are there.

What is written up to a moment is whole rows with perhaps a piece of one behind them, so a run that
was ended in whatever way can go on.
"""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from redleaf.batch.layouts import CsvLayout
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


def part_of(path: Path) -> Path:
    """Where the rows wait until all are there."""
    return path.with_name(f"{path.name}.part")


def kept_lines(file: BinaryIO, *, is_csv: bool) -> Kept:
    """The whole rows in a file of JSONL or CSV that may have been cut short anywhere."""
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


def _records(file: BinaryIO, *, is_csv: bool) -> Iterator[bytes]:
    """Whole records; a line break inside quotes ends none, and what has no end is left out."""
    record = b""
    for line in file:
        record = record + line if record else line
        if record.endswith(b"\n") and not (is_csv and record.count(b'"') % 2):
            yield record
            record = b""
