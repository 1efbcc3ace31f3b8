"""Rows of Parquet, read some pages at a time; needs the extra `batch`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from redleaf.batch.csv_rows import refuse_missing, row_of_cells
from redleaf.batch.rows import LONGEST_ROW, Columns, Record
from redleaf.errors import FileError

_ROWS_A_TIME = 1024
# Without a buffer, a column of a whole row group would be read at once.
_BUFFER_BYTES = 1 << 20


class ParquetRows:
    """A record is a row's number, its text, id, network, and what is wrong with it.

    Raises FileError when it is no Parquet or has no column of texts.
    """

    def __init__(self, file: BinaryIO, columns: Columns, place: str) -> None:
        arrow, parquet = arrow_parts(place)
        self._errors = (arrow.lib.ArrowException, OSError, ValueError)
        self._arrow = arrow
        self._place = place
        try:
            # The pages are read into memory that is given back to the system at once.
            arrow.set_memory_pool(arrow.system_memory_pool())
            self._file = parquet.ParquetFile(file, buffer_size=_BUFFER_BYTES, pre_buffer=False)
        except self._errors as error:
            raise self._unreadable(error) from None
        schema = self._file.schema_arrow
        refuse_missing(columns, [name in schema.names for name in columns], schema.names, place)
        self._names = [
            columns.text,
            *(n for n in (columns.id, columns.network) if n in schema.names),
        ]
        self._columns = columns
        self._refuse_other_than_text(schema.field(columns.text).type)
        ids = columns.id in schema.names and schema.field(columns.id).type
        self.has_whole_ids = not ids or arrow.types.is_signed_integer(ids)
        self.row_of = row_of_cells
        self.size = self._file.metadata.num_rows
        self._number = 0

    def records(self, *, after: int = 0) -> Iterator[Record]:
        groups, self._number = self._groups_after(after)
        try:
            for batch in self._file.iter_batches(
                _ROWS_A_TIME, row_groups=groups, columns=self._names, use_threads=False
            ):
                for record in self._records_of(batch):
                    if record[0] > after:
                        yield record
        except self._errors as error:
            raise self._unreadable(error) from None

    def position(self) -> int:
        return self._number

    def _groups_after(self, after: int) -> tuple[list[int], int]:
        """The row groups that hold more than the first `after` rows, and how many stand before."""
        metadata = self._file.metadata
        group, before = 0, 0
        while group < metadata.num_row_groups:
            rows = metadata.row_group(group).num_rows
            if before + rows > after:
                break
            group, before = group + 1, before + rows
        return list(range(group, metadata.num_row_groups)), before

    def _records_of(self, batch: Any) -> Iterator[Record]:
        texts = self._texts(batch.column(self._columns.text))
        keys, networks = (
            self._plain(batch.column(name)) if name in self._names else [None] * len(texts)
            for name in (self._columns.id, self._columns.network)
        )
        for (text, error), key, network in zip(texts, keys, networks, strict=True):
            self._number += 1
            yield self._number, text, key, network, error

    def _texts(self, column: Any) -> list[tuple[str | None, str]]:
        try:
            texts = [(text, "") for text in column.to_pylist()]
        except UnicodeDecodeError:
            texts = [_decoded(part) for part in column.cast(self._arrow.binary()).to_pylist()]
        return [each if len(each[0] or "") <= LONGEST_ROW else (None, _TOO_LONG) for each in texts]

    def _plain(self, column: Any) -> list[Any]:
        """Texts and numbers as they are; days, decimals and the like as they are written."""
        try:
            values: list[Any] = column.to_pylist()
        except UnicodeDecodeError:
            return [_decoded(part)[0] for part in column.cast(self._arrow.binary()).to_pylist()]
        plain = (str, int, float, type(None), list, dict, bool)
        return [value if isinstance(value, plain) else str(value) for value in values]

    def _refuse_other_than_text(self, kind: Any) -> None:
        types = self._arrow.types
        held = kind.value_type if types.is_dictionary(kind) else kind
        asks = (types.is_string, types.is_large_string, types.is_string_view, types.is_null)
        if not any(ask(held) for ask in asks):
            raise FileError(
                f"its column {self._columns.text} holds {kind}, not text.", place=self._place
            )

    def _unreadable(self, error: Exception) -> FileError:
        told = str(error).split("\n")[0].rstrip(".")
        return FileError(f"it is not Parquet that can be read: {told}.", place=self._place)


_TOO_LONG = f"the text is longer than {LONGEST_ROW:,} characters."


def _decoded(part: bytes | None) -> tuple[str | None, str]:
    try:
        return (None if part is None else part.decode(), "")
    except UnicodeDecodeError:
        return None, "the text is not UTF-8."


def arrow_parts(place: str) -> tuple[Any, Any]:
    """pyarrow and pyarrow.parquet. Raises FileError that tells how to get them."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise FileError("Parquet needs one more part: pip install pyarrow.", place=place) from None
    return pyarrow, pyarrow.parquet
