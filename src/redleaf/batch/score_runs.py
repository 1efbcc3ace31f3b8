"""A run of `redleaf score`: rows in, scored rows out; it can go on where it was cut short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from redleaf.batch.part_files import Kept, part_of
from redleaf.batch.processes import in_order
from redleaf.batch.row_files import format_of
from redleaf.batch.rows import Record, RowSource
from redleaf.batch.score_files import Output, kept_in, layout_of, open_output
from redleaf.batch.scored_chunks import MOST_KINDS, ChunkScorer, Reply, chunks_of
from redleaf.errors import FileError

# Rows that are written, rows and size read so far of the size in all (see RowSource).
Tell = Callable[[int, int], None]


class Outcome(NamedTuple):
    """What a run came to: all rows there are, how many of them are errors, and which, and the
    networks that are not known."""

    rows: int
    failed: int
    errors: Counter[str]
    networks: Counter[str]


class How(NamedTuple):
    """`network` is that of rows that name none, `jobs` the number of processes."""

    network: str = ""
    jobs: int = 1
    resume: bool = False
    overwrite: bool = False


def score_to_file(source: RowSource, path: Path, how: How, tell: Tell) -> Outcome:
    """Score all rows into a file, which takes its name when the last is written.

    With `resume` the rows stay that a run before has written. Raises FileError when there is
    something at `path` that was not asked to go, or that is of other rows.
    """
    kind = format_of(path)
    begun = _begun(path, how)
    if begun == path and kind == ".parquet":
        return Outcome(0, 0, Counter(), Counter())
    kept = kept_in(begun, kind=kind, has_whole_ids=source.has_whole_ids) if begun else Kept()
    replies = _replies(source, kept, kind, how)
    if kept.rows and begun:
        _refuse_unless_same(next(replies, None), kept, begun)
        if begun == path:
            path.replace(part_of(path))
    output = open_output(path, kept, has_whole_ids=source.has_whole_ids)
    return _written(replies, output, kept, source, tell)


def score_to_stream(source: RowSource, output: Output, how: How, tell: Tell) -> Outcome:
    """Score all rows into JSONL that somebody reads as it comes."""
    return _written(_replies(source, Kept(), ".jsonl", how), output, Kept(), source, tell)


def _begun(path: Path, how: How) -> Path | None:
    """The file that holds rows of a run before, when they are to be kept."""
    part = part_of(path)
    found = next((each for each in (part, path) if each.exists() and each.stat().st_size), None)
    if how.overwrite:
        part.unlink(missing_ok=True)
        return None
    if found and not how.resume:
        what = "a run that was cut short left it" if found == part else "it is there already"
        raise FileError(
            f"{what}. --resume goes on with it, --overwrite begins again.", place=str(found)
        )
    return found


def _replies(source: RowSource, kept: Kept, kind: str, how: How) -> Iterator[Reply]:
    """What becomes of the rows; when some are kept, the last of those come first, once more."""
    records = _readable(source, kept.rows - kept.compared)
    again = list(islice(records, kept.compared))
    chunks = chain([again] if kept.rows else [], chunks_of(records))
    scorer = ChunkScorer(
        source.row_of, layout_of(kind, has_whole_ids=source.has_whole_ids), network=how.network
    )
    return in_order(chunks, scorer, jobs=how.jobs)


def _readable(source: RowSource, after: int) -> Iterator[Record]:
    try:
        yield from source.records(after=after)
    except OSError as error:
        raise FileError(f"it cannot be read any further: {error.strerror or error}.") from None


def _refuse_unless_same(again: Reply | None, kept: Kept, begun: Path) -> None:
    if again is None or again.payload != kept.last:
        raise FileError(
            "its last rows would not come out the same: it is of another file, of other options or "
            "of another version. --overwrite begins again.",
            place=str(begun),
        )


def _written(
    replies: Iterator[Reply], output: Output, kept: Kept, source: RowSource, tell: Tell
) -> Outcome:
    rows, failed = kept.rows, kept.failed
    errors: Counter[str] = Counter()
    networks: Counter[str] = Counter()
    try:
        for reply in replies:
            output.write(reply.payload)
            rows += reply.rows
            failed += reply.errors.total()
            _add(errors, reply.errors)
            _add(networks, reply.networks)
            tell(rows, source.position())
        output.finish()
    finally:
        output.close()
    return Outcome(rows, failed, errors, networks)


def _add(counts: Counter[str], more: Counter[str]) -> None:
    """A column that holds something else names a new network in every row: memory has an end."""
    for name, count in more.items():
        counts[name if name in counts or len(counts) < MOST_KINDS else "others"] += count
