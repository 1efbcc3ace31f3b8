"""Any number of notes scored in order, on all cores, in a memory that does not grow with them."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from multiprocessing.pool import AsyncResult, Pool
from typing import Any

from redleaf.batch.row_files import Row
from redleaf.errors import RedleafError
from redleaf.judging.checking import read
from redleaf.judging.scorers import Scoring, shipped_weights
from redleaf.judging.verdict import judge

CHUNK = 256
# A short list is scored sooner here than another process starts.
_WORTH_A_PROCESS = 2 * CHUNK
_DIGITS = 4

Scored = dict[str, Any]
Progress = Callable[[int], None]


def score_rows(rows: Iterable[Row], *, workers: int | None = None) -> Iterator[list[Scored]]:
    """The rows of the JSON contract (docs/json.md), in the order of `rows`, some at a time.

    `workers` is the number of processes, by default one a core; 1 scores here. A row that cannot
    be read or scored comes as `{"id": …, "error": "…"}`, and the others still come.
    """
    chunks = _chunks(iter(rows))
    first = list(islice(chunks, _WORTH_A_PROCESS // CHUNK))
    count = workers or os.cpu_count() or 1
    if count == 1 or sum(map(len, first)) < _WORTH_A_PROCESS:
        yield from map(score_chunk, first)
        yield from map(score_chunk, chunks)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(count, _leave_interrupts_to_the_parent) as pool:
        yield from _in_order(pool, (*first,), chunks, most=2 * count)


def score_chunk(rows: Sequence[Row]) -> list[Scored]:
    """Score some rows; in numpy where it is installed, with the same numbers without it."""
    try:
        from redleaf.batch import margins
    except ImportError:
        return [_alone(row) for row in rows]
    verdicts: list[str] = []
    glimpses = []
    errors: dict[int, str] = {}
    for at, row in enumerate(rows):
        try:
            verdict, note, findings = _judged(row)
            glimpses.append(margins.glimpse(note, findings))
            verdicts.append(verdict)
        except Exception as error:
            errors[at] = _told(error)
    scorings = iter(margins.score_many(glimpses, shipped_weights()))
    told = iter(verdicts)
    return [
        _failed(row, errors[at]) if at in errors else _scored(row, next(told), next(scorings))
        for at, row in enumerate(rows)
    ]


def _alone(row: Row) -> Scored:
    from redleaf.judging.scorers import score

    try:
        verdict, note, findings = _judged(row)
        return _scored(row, verdict, score(note, findings))
    except Exception as error:
        return _failed(row, _told(error))


def _judged(row: Row) -> tuple[str, Any, Any]:
    if row.error:
        raise RedleafError(row.error)
    reading, findings = read(row.text, network=row.network)
    return judge(reading, findings)[0], reading.note, findings


def _told(error: Exception) -> str:
    # One note that trips the checker must not take the other millions with it.
    if isinstance(error, RedleafError):
        return str(error)
    return f"the text could not be scored ({type(error).__name__})."


def _failed(row: Row, error: str) -> Scored:
    return {"id": row.id, "error": error}


def _scored(row: Row, verdict: str, scoring: Scoring) -> Scored:
    return {
        "id": row.id,
        "verdict": verdict,
        "p": {name: round(p, _DIGITS) for name, p in scoring.p.items()},
        "courtesy": round(scoring.courtesy, _DIGITS),
        "specificity": round(scoring.specificity, _DIGITS),
        "asks": round(scoring.asks, _DIGITS),
        "gives": round(scoring.gives, _DIGITS),
        "spam": round(scoring.spam, _DIGITS),
    }


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _in_order(
    pool: Pool, first: Iterable[list[Row]], rest: Iterator[list[Row]], *, most: int
) -> Iterator[list[Scored]]:
    """At most `most` chunks are under way: `Pool.imap` would read the whole file ahead."""
    under_way: deque[AsyncResult[list[Scored]]] = deque()
    for chunk in (*first,):
        under_way.append(pool.apply_async(score_chunk, (chunk,)))
    for chunk in rest:
        if len(under_way) >= most:
            yield under_way.popleft().get()
        under_way.append(pool.apply_async(score_chunk, (chunk,)))
    while under_way:
        yield under_way.popleft().get()


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
