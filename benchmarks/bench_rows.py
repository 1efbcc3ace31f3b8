"""`redleaf score` as people start it: notes a second of one processor, and memory of all processes.

The rows are invented by tools/demo/letters.py, no two alike. Memory is what all processes hold
together, read twice a second from /proc; measured on a file and on one four times as long, which
tells whether it grows. Give a number of rows to measure a file of that length: 5000000 takes its
time.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Measure
from tools.demo.letters import Letters

_ROWS = 8_000
_EVERY_SECONDS = 0.5
_PAGE_KB = resource.getpagesize() // 1024


class Run(NamedTuple):
    """Processor seconds of all processes, and the most that they held at one moment."""

    seconds: float
    megabytes: float


def main(names: Sequence[str]) -> None:
    lengths = [int(name) for name in names] or [_ROWS, 4 * _ROWS]
    with tempfile.TemporaryDirectory() as folder:
        runs = [run(rows, Path(folder)) for rows in lengths]
    least = runs[0]
    # What starting costs is in every run, and is no part of a rate.
    more = (runs[-1].seconds - least.seconds, lengths[-1] - lengths[0])
    spent, rows = more if len(runs) > 1 else (least.seconds, lengths[0])
    Measure("score, notes a second of one processor", rows / spent, "", 6000, at_least=True,
            beside="rspamd about 1,000, SpamAssassin 23").say()  # fmt: skip
    for length, each in zip(lengths, runs, strict=True):
        what = f"score, all processes on {length:,} rows"
        Measure(what, each.megabytes, "MB", 300, against=least.megabytes,
                against_what=f"{lengths[0]:,} rows").say()  # fmt: skip


def run(rows: int, folder: Path) -> Run:
    source = folder / f"{rows}.jsonl"
    with source.open("w") as file:
        file.writelines(json.dumps({"id": at, "text": note}) + "\n" for at, note in notes(rows))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    argv = [sys.executable, "-m", "redleaf", "score", str(source), "-o", f"{source}.out.jsonl"]
    process = subprocess.Popen(argv)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(kilobytes, family(process.pid))))
        time.sleep(_EVERY_SECONDS)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, most / 1024)


def notes(count: int) -> Iterator[tuple[int, str]]:
    letters = Letters(random.Random(7))
    kinds = ("personal", "template", "campaign", "pitch")
    for at in range(count):
        note = letters.note(kinds[at % len(kinds)])
        note = note.replace("{given}", "Mara").replace("{company}", "Tidewise")
        yield at, f"{note} You will find me at stand {at}."


def family(pid: int) -> list[int]:
    """A process and all it has started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(each for child in children for each in family(int(child)))]


def kilobytes(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE_KB
    except OSError:
        return 0


if __name__ == "__main__":
    main(sys.argv[1:])
