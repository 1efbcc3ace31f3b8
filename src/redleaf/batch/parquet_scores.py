"""Scored rows as Parquet: gathered in Arrow's stream format, which can be gone on with, and
written as Parquet when all are there. The same rows give the same bytes, however often the run was
cut short."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redleaf.batch.layouts import COLUMNS
from redleaf.batch.parquet_rows import arrow_parts
from redleaf.batch.part_files import COMPARED, Kept, LinesOutput, part_of, written
from redleaf.errors import FileError

_ROWS_A_GROUP = 65_536


class ParquetOutput:
    """Takes the columns of a TableLayout."""

    def __init__(self, path: Path, kept: Kept, *, has_whole_ids: bool) -> None:
        self._arrow, self._parquet = arrow_parts(str(path))
        self._path = path
        self._schema = schema_of(self._arrow, has_whole_ids=has_whole_ids)
        self._part = LinesOutput(path, kept, head=self._schema.serialize().to_pybytes())

    def write(self, payload: list[tuple[Any, ...]]) -> None:
        arrow = self._arrow
        arrays = [
            arrow.array(values, field.type)
            for values, field in zip(payload, self._schema, strict=True)
        ]
        batch = arrow.record_batch(arrays, schema=self._schema)
        self._part.write(batch.serialize().to_pybytes())

    def finish(self) -> None:
        """The stream as Parquet, in groups of rows that do not hang on how it came about."""
        part, ready = part_of(self._path), self._path.with_name(f"{self._path.name}.ready")
        self._part.close()
        with written(self._path), part.open("rb") as file:
            with self._parquet.ParquetWriter(ready, self._schema) as writer:
                for group in _groups(self._arrow, self._arrow.ipc.open_stream(file)):
                    writer.write_table(group, row_group_size=_ROWS_A_GROUP)
            ready.replace(self._path)
        part.unlink()

    def close(self) -> None:
        self._part.close()


def schema_of(arrow: Any, *, has_whole_ids: bool) -> Any:
    texts = dict.fromkeys(("id", "verdict", "error"), arrow.string())
    if has_whole_ids:
        texts["id"] = arrow.int64()
    return arrow.schema([(name, texts.get(name, arrow.float64())) for name in COLUMNS])


def kept_in_stream(path: Path, *, has_whole_ids: bool) -> Kept:
    """The whole batches of a stream that may have been cut short anywhere."""
    arrow, _ = arrow_parts(str(path))
    rows, failed, size = 0, 0, 0
    last: deque[tuple[Any, ...]] = deque(maxlen=COMPARED)
    with path.open("rb") as file:
        try:
            stream = arrow.ipc.open_stream(file)
            if stream.schema != schema_of(arrow, has_whole_ids=has_whole_ids):
                raise FileError("it was not written by this redleaf score.", place=str(path))
            size = file.tell()
            while True:
                batch = stream.read_next_batch()
                size = file.tell()
                rows += batch.num_rows
                failed += batch.num_rows - batch.column("error").null_count
                tail = batch.slice(max(0, batch.num_rows - COMPARED))
                last.extend(zip(*(column.to_pylist() for column in tail.columns), strict=True))
        except (StopIteration, OSError, arrow.lib.ArrowException):
            pass  # its end, or where it was cut short
    return Kept(rows, failed, size, list(zip(*last, strict=True)))


def _groups(arrow: Any, stream: Any) -> Iterator[Any]:
    waiting: list[Any] = []
    rows = 0
    for batch in stream:
        waiting.append(batch)
        rows += batch.num_rows
        if rows >= _ROWS_A_GROUP:
            table = arrow.Table.from_batches(waiting)
            yield table.slice(0, _ROWS_A_GROUP).combine_chunks()
            rest = table.slice(_ROWS_A_GROUP).combine_chunks()
            waiting, rows = rest.to_batches(), rest.num_rows
    yield arrow.Table.from_batches(waiting, stream.schema).combine_chunks()
