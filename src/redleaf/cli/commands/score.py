"""`redleaf score`: verdict, probabilities and five scores for every row of a file of any size."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from redleaf.batch.row_files import format_of, opened_rows, rows_of_stream
from redleaf.batch.rows import Columns, RowSource
from redleaf.batch.score_files import StreamOutput
from redleaf.batch.score_runs import How, Outcome, score_to_file, score_to_stream
from redleaf.cli.progress import Progress
from redleaf.errors import FileError, RedleafError, UnknownName

_KINDS_TOLD = 3


@click.command("score")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("--output", "-o", metavar="OUT", help="Where to; standard output unless you say.")
@click.option("--text", default="text", metavar="COLUMN", help="The column of texts: text.")
@click.option("--id", "key", default="id", metavar="COLUMN", help="The column of ids: id.")
@click.option(
    "--network-column", default="network", metavar="COLUMN", help="That of networks: network."
)
@click.option("--network", default="", metavar="NAME", help="The network of rows that name none.")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Processes; one a core unless you say.")
@click.option("--resume", is_flag=True, help="Go on where a run that wrote OUT was cut short.")
@click.option("--overwrite", is_flag=True, help="Begin again, whatever there is of OUT.")
@click.option("--quiet", "-q", is_flag=True, help="Tell nothing but what went wrong.")
def command(
    file: str,
    output: str | None,
    text: str,
    key: str,
    network_column: str,
    network: str,
    jobs: int | None,
    resume: bool,
    overwrite: bool,
    quiet: bool,
) -> int:
    """Score every note in FILE: JSONL, CSV or Parquet by its ending, JSONL from standard input.

    Rows have a text, and may have an id and a network. One row comes out for each, in order, with
    the verdict, its probabilities, and courtesy, specificity, asks, gives and spam from 0 to 1. A
    row that cannot be read comes out with its error, and the others still come.

    OUT takes its name when it is whole. Until then its rows wait in OUT.part, and --resume goes on
    with them: what comes out is the same as if nothing had happened.

    Exit code: 0 all rows scored, 1 some could not be, 2 wrong use.
    """
    output = None if output == "-" else output
    _refuse_wrong_use(file, output, network, resume=resume, overwrite=overwrite)
    how = How(network, jobs or os.cpu_count() or 1, resume, overwrite)
    progress = Progress(quiet=quiet)
    with _source(file, Columns(key, text, network_column)) as source:
        try:
            outcome = _scored(source, output, how, progress)
        finally:
            progress.end()
    code = _told(outcome, output, progress)
    if hint := _hint(outcome, file):
        click.echo(hint, err=True)
    return code


def _refuse_wrong_use(
    file: str, output: str | None, network: str, *, resume: bool, overwrite: bool
) -> None:
    if (resume or overwrite) and not output:
        raise click.UsageError("--resume and --overwrite are about a file: name it with -o.")
    if resume and overwrite:
        raise click.UsageError("--resume goes on and --overwrite begins again: choose one.")
    for name in [name for name in (file, output) if name and name != "-"]:
        try:
            format_of(Path(name))
        except FileError as error:
            raise click.UsageError(str(error)) from None
    if output and file != "-" and Path(file).resolve() == Path(output).resolve():
        raise click.UsageError("OUT is the file that is read; name another.")
    if network:
        from redleaf.networks import network as named

        try:
            named(network)
        except UnknownName as error:
            raise click.BadParameter(str(error), param_hint="--network") from None


@contextmanager
def _source(file: str, columns: Columns) -> Iterator[RowSource]:
    if file == "-":
        yield rows_of_stream(sys.stdin.buffer, columns)
    else:
        with opened_rows(Path(file), columns) as source:
            yield source


def _scored(source: RowSource, output: str | None, how: How, progress: Progress) -> Outcome:
    def tell(rows: int, position: int) -> None:
        progress.tell(rows, position, source.size)

    try:
        if output:
            return score_to_file(source, Path(output), how, tell)
        return score_to_stream(source, StreamOutput(sys.stdout.buffer), how, tell)
    except KeyboardInterrupt:
        if not output:
            raise
        raise RedleafError(
            f"stopped after {progress.rows:,} rows; with --resume it goes on from there."
        ) from None


def _told(outcome: Outcome, output: str | None, progress: Progress) -> int:
    """Say how it went; the exit code."""
    if output and not outcome.rows and Path(output).exists():
        progress.say(f"{output} is there with all its rows.")
    if outcome.failed:
        rows = "1 row" if outcome.failed == 1 else f"{outcome.failed:,} rows"
        click.echo(f"redleaf: {rows} of {outcome.rows:,} could not be scored.", err=True)
        _say_most(outcome.errors.most_common())
    if outcome.networks:
        count = outcome.networks.total()
        rows = "1 row names" if count == 1 else f"{count:,} rows name"
        click.echo(
            f"redleaf: {rows} a network that is not known, and was judged without.", err=True
        )
        _say_most(outcome.networks.most_common())
    return 1 if outcome.failed else 0


def _hint(outcome: Outcome, file: str) -> str:
    """What may be behind it when not one row could be scored."""
    if not outcome.failed or outcome.failed < outcome.rows:
        return ""
    if "there is no text" in outcome.errors:
        return "--text names another column of texts."
    if file == "-":
        return "Standard input is read as JSONL; CSV and Parquet are read from files."
    return ""


def _say_most(counts: list[tuple[str, int]]) -> None:
    for what, count in counts[:_KINDS_TOLD]:
        click.echo(f"  {count:,}  {what}", err=True)
    if len(counts) > _KINDS_TOLD:
        others = sum(count for _, count in counts[_KINDS_TOLD:])
        click.echo(f"  {others:,}  of other kinds", err=True)
