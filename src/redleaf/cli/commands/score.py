"""`redleaf score`: verdict, probabilities and five scores for every row of a file of any size."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import click

from redleaf.batch.row_files import Row, format_of, read_jsonl, read_rows
from redleaf.batch.score_files import JsonlWriter, Kept, Writer, kept_in, open_writer
from redleaf.batch.scoring import score_rows
from redleaf.errors import FileError

_TOLD_EVERY_SECONDS = 0.5


@click.command("score")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("--output", "-o", metavar="OUT", help="Where to; standard output unless you say.")
@click.option("--resume", is_flag=True, help="Go on where OUT was cut short.")
@click.option("--workers", type=click.IntRange(1), help="Processes; one a core unless you say.")
def command(file: str, output: str | None, resume: bool, workers: int | None) -> int:
    """Score every note in FILE: JSONL, CSV or Parquet by its ending, JSONL from standard input.

    Rows have a text, and may have an id and a network. One row comes out for each, in order, with
    the verdict, its probabilities, and courtesy, specificity, asks, gives and spam from 0 to 1. A
    row that cannot be read comes out with its error.

    Exit code: 0 all rows scored, 1 some could not be, 2 wrong use.
    """
    if resume and not output:
        raise click.UsageError("--resume goes on with a file: name it with -o.")
    if file != "-":
        _wrong_use_unless_known(file)
    if output:
        _wrong_use_unless_known(output)
        if file != "-" and Path(file).resolve() == Path(output).resolve():
            raise click.UsageError("OUT is the file that is read; name another.")
    kept = kept_in(Path(output)) if output and resume else None
    rows = _rows_after(_rows(file), kept)
    return _write(rows, output, kept, workers)


def _wrong_use_unless_known(name: str) -> None:
    try:
        format_of(Path(name))
    except FileError as error:
        raise click.UsageError(str(error)) from None


def _rows(file: str) -> Iterator[Row]:
    if file == "-":
        return read_jsonl(sys.stdin.buffer, "standard input")
    return read_rows(Path(file))


def _rows_after(rows: Iterator[Row], kept: Kept | None) -> Iterator[Row]:
    """The rows that are not in the output yet. Raises FileError when it holds another file's."""
    if kept is None or not kept.rows:
        # The first row is read before the output is opened: a file that cannot be read leaves none.
        first = next(rows, None)
        return chain([] if first is None else [first], rows)
    last = next(islice(rows, kept.rows - 1, None), None)
    if last is None or str(last.id) != kept.last_id:
        raise FileError("OUT holds rows of another file; write to a new one.", place="--resume")
    return rows


def _write(rows: Iterator[Row], output: str | None, kept: Kept | None, workers: int | None) -> int:
    writer: Writer = (
        open_writer(Path(output), after=kept) if output else JsonlWriter(sys.stdout.buffer)
    )
    told = _Progress(kept.rows if kept else 0)
    failed = 0
    complete = False
    try:
        for scored in score_rows(rows, workers=workers):
            writer.write(scored)
            failed += sum("error" in row for row in scored)
            told.more(len(scored))
        complete = True
    finally:
        told.end()
        if output:
            writer.close(complete=complete)
    if failed:
        rows_word = "row" if failed == 1 else "rows"
        click.echo(f"redleaf: {failed:,} {rows_word} could not be scored; see error.", err=True)
    return 1 if failed else 0


class _Progress:
    """A line on stderr that counts, when somebody looks at it."""

    def __init__(self, before: int) -> None:
        self._rows = before
        self._shown = sys.stderr.isatty()
        self._begun = self._last = time.monotonic()
        self._before = before

    def more(self, rows: int) -> None:
        self._rows += rows
        now = time.monotonic()
        if self._shown and now - self._last >= _TOLD_EVERY_SECONDS:
            self._last = now
            rate = (self._rows - self._before) / (now - self._begun)
            click.echo(f"\r{self._rows:,} rows, {rate:,.0f} a second ", nl=False, err=True)

    def end(self) -> None:
        if self._shown and self._last > self._begun:
            click.echo(err=True)
