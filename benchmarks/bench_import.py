"""30,000 LinkedIn connections: from the start of the command to what is committed, and memory.

Into an empty store, once more, undone, and into a store of 100,000 others. Memory is the most that
the command and the child that reads the file held at one moment together.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.connections import linkedin_zip
from benchmarks.measure import Measure

COUNT = 30_000
OTHERS = 100_000
_TABLES = ("contact", "identity", "role", "note", "tag", "encounter", "presence", "letter")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        export, others = Path(folder) / "export.zip", Path(folder) / "others.zip"
        linkedin_zip(export, COUNT, seed=1)
        linkedin_zip(others, OTHERS, seed=2)
        empty = Path(folder) / "empty"
        run(empty, "undo", "--list")
        before = digest(empty)
        say("new", *run(empty, "import", str(export)), bar=10.0)
        say("once more", *run(empty, "import", str(export)), bar=8.0)
        seconds, *_ = run(empty, "undo")
        Measure("import, 30,000 connections, undone", seconds, "s").say()
        changed = int(digest(empty) != before)
        Measure("import, tables that an undo leaves changed", changed, "", bar=0).say()
        full = Path(folder) / "full"
        run(full, "import", str(others))
        say("beside 100,000 others", *run(full, "import", str(export)), bar=10.0)


def say(what: str, seconds: float, megabytes: float, processor: float, *, bar: float) -> None:
    beside = f"{processor:.1f} s of processors"
    Measure(f"import, 30,000 connections, {what}", seconds, "s", bar, beside=beside).say()
    Measure(f"import, 30,000 connections, {what}, memory", megabytes, "MB", 300.0).say()


def run(home: Path, *arguments: str) -> tuple[float, float, float]:
    """Seconds by the clock, the most megabytes of the command and its children at one time, and
    the seconds of processors that they took together."""
    start, before = time.perf_counter(), os.times()
    command = [sys.executable, "-m", "redleaf", *arguments, "--home", str(home)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, held_by(process.pid))
        time.sleep(0.02)
    seconds, after = time.perf_counter() - start, os.times()
    processor = after.children_user + after.children_system
    return seconds, most, processor - before.children_user - before.children_system


def held_by(pid: int) -> float:
    """Megabytes that a process and its children hold; shared pages count in each."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        inner = [held_by(int(child)) for child in children.read_text().split()]
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000 + sum(inner)


def digest(home: Path) -> str:
    """The digest of all rows, in the order of their ids."""
    whole = hashlib.sha256()
    store = sqlite3.connect(home / "db.sqlite3")
    for table in _TABLES:
        rows = f"SELECT * FROM contacts_{table} ORDER BY id"  # noqa: S608 (our own tables)
        for row in store.execute(rows):
            whole.update(repr(row).encode())
    store.close()
    return whole.hexdigest()


if __name__ == "__main__":
    main()
