"""Files of rows: JSONL, CSV and Parquet, told apart by how their names end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from redleaf.batch.rows import Columns, RowSource
from redleaf.errors import FileError

FORMATS = (".jsonl", ".csv", ".parquet")


def format_of(path: Path) -> str:
    """`.jsonl`, `.csv` or `.parquet`. Raises FileError for any other extension."""
    suffix = path.suffix.lower()
    if suffix == ".ndjson":
        return ".jsonl"
    if suffix not in FORMATS:
        raise FileError("name a file that ends in .jsonl, .csv or .parquet.", place=str(path))
    return suffix


@contextmanager
def opened_rows(path: Path, columns: Columns) -> Iterator[RowSource]:
    """The rows of a file, by its extension. Raises FileError when it is no such file."""
    kind = format_of(path)
    with _opened(path) as file:
        if kind == ".parquet":
            from redleaf.batch.parquet_rows import ParquetRows

            yield ParquetRows(file, columns, str(path))
        elif kind == ".csv":
            from redleaf.batch.csv_rows import CsvRows

            yield CsvRows(file, columns, str(path), size=path.stat().st_size)
        else:
            yield rows_of_stream(file, columns, size=path.stat().st_size)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise FileError("there is no such file.", place=str(path)) from None
    except IsADirectoryError:
        raise FileError("this is a folder; name a file in it.", place=str(path)) from None
    except OSError as error:
        raise FileError(f"it cannot be read: {error.strerror}.", place=str(path)) from None


def rows_of_stream(file: BinaryIO, columns: Columns, *, size: int = 0) -> RowSource:
    """JSONL from anything that is open."""
    from redleaf.batch.jsonl_rows import JsonlRows

    return JsonlRows(file, columns, size=size)
