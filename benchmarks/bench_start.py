"""Cold starts: what `redleaf` costs before it has an answer, as a multiple of an empty Python.

Every start runs on one core, in turn with `python -c pass`, so that what else the machine does
falls on all alike; the medians of their processor time (user and system) are compared. Compiled
modules are kept, as they are after the first start on anybody's machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from benchmarks.measure import Measure

ROUNDS = 25
EMPTY = "python -c pass"
NOTES = {
    "a personal note": "Hi Mara, your talk on river ice in Tartu stayed with me. I tried your "
    "drill on the lake behind our school last Friday, and the pupils measured 31 cm before the "
    "battery froze. Shall I send the Inari logs? They go back to 1987. Best, Ines",
    "a pitch": "Hi Mara, I came across your profile and was impressed by your background. We help "
    "founders like you to scale their revenue with AI. Would you be open to a quick 15 minute call "
    "next week to explore synergies? Here is my calendar: https://calendly.com/ines",
    "a note in German": "Liebe Frau Holm, Ihr Vortrag über Flusseis in Tartu hat mich noch lange "
    "beschäftigt. Letzten Freitag haben wir mit Ihrem Bohrer auf dem See hinter der Schule "
    "gemessen: 31 cm. Soll ich Ihnen die Zahlen aus Inari schicken? Viele Grüße, Ines",
}
COMMANDS: dict[str, tuple[Sequence[str], str, float | None]] = {
    EMPTY: (("-c", "pass"), "", None),
    "import redleaf": (("-c", "import redleaf"), "", 1.5),
    **{
        f"redleaf check - ({what})": (("-m", "redleaf", "check", "-"), note, 6.0)
        for what, note in NOTES.items()
    },
    "redleaf check - --format json": (
        ("-m", "redleaf", "check", "-", "--format", "json"),
        NOTES["a personal note"],
        None,
    ),
    "redleaf --version": (("-m", "redleaf", "--version"), "", None),
}
MOST_MEGABYTES = 40.0


class Start(NamedTuple):
    """Processor time and largest memory of one process from its start to its end."""

    milliseconds: float
    megabytes: float


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    starts: dict[str, list[Start]] = {what: [] for what in COMMANDS}
    for number in range(ROUNDS + 1):
        for what, (arguments, note, _) in COMMANDS.items():
            start = started(arguments, note)
            # The first round only makes what the others find on the disk.
            if number:
                starts[what].append(start)
    empty = median(start.milliseconds for start in starts.pop(EMPTY))
    Measure(EMPTY, empty, "ms").say()
    for what, each in starts.items():
        taken = median(start.milliseconds for start in each)
        Measure(f"{what}, processor time", taken / empty, f"x {EMPTY}", COMMANDS[what][2]).say()
    peak = max(start.megabytes for what in starts for start in starts[what] if "check" in what)
    Measure("redleaf check -, largest memory", peak, "MB", MOST_MEGABYTES).say()


def started(arguments: Sequence[str], note: str) -> Start:
    """Run a fresh Python to its end, in an empty folder: no settings lie nearby.

    Linux counts what this process holds towards the memory of those that it starts, so this one
    loads little.
    """
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as text:
        text.write(note.encode())
        text.seek(0)
        process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=text,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=env,
        )
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return Start((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
