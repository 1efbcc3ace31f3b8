"""A warm check, note by note, of some 250 characters each, and two prose checkers beside it.

The others are measured when they are there (HOW tells how they get there), in turns with Redleaf,
on the same notes and by the same clock: the time of one processor.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Measure, spread
from tools.demo.letters import Letters

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "build" / "peers" / "bin" / "python"
HOW = "python -m venv build/peers && build/peers/bin/pip install proselint==0.16.0 harper-py==0.2.0"
NOTES = 600
# The others need only a median, and one of them takes long.
FOR_OTHERS = 120
LENGTH = 250
# Whatever else the machine does takes from all alike; the quietest of so many turns counts.
TURNS = 3


def notes() -> list[str]:
    """Invented notes of every kind, no two alike, half of them to warm up with."""
    letters = Letters(random.Random(7))
    kinds = ("personal", "template", "campaign", "pitch")
    found = []
    for number in range(NOTES):
        parts = [letters.note(kind) for kind in kinds[number % 4 :] + kinds]
        text = " ".join(parts).replace("{given}", f"Mara{number}")
        found.append(text.replace("{company}", f"Tidewise {number}")[:LENGTH].strip())
    return found


def measured(python: str | Path, checker: str, texts: list[str]) -> tuple[float, float] | None:
    """Median and 99th percentile in processor milliseconds; None where it does not run."""
    done = subprocess.run(
        [str(python), str(Path(__file__).with_name("timed_checks.py")), checker],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return spread(json.loads(done.stdout)) if done.returncode == 0 else None


def turns(texts: list[str]) -> dict[str, list[tuple[float, float]]]:
    """What each checker takes, turn by turn."""
    found: dict[str, list[tuple[float, float]]] = {}
    for _ in range(TURNS):
        for checker in ("redleaf", *others()):
            python = sys.executable if checker == "redleaf" else PEERS
            times = measured(python, checker, texts if checker == "redleaf" else texts[:FOR_OTHERS])
            if times:
                found.setdefault(checker, []).append(times)
    return found


def others() -> tuple[str, ...]:
    return ("proselint", "harper") if PEERS.exists() else ()


def main() -> None:
    if not others():
        print(f"No other checker is there to compare with. {HOW}", file=sys.stderr)
    found = turns(notes())
    medians = {checker: min(median for median, _ in times) for checker, times in found.items()}
    median, last = medians.pop("redleaf"), min(last for _, last in found["redleaf"])
    Measure(f"check, one warm note of {LENGTH} characters, median", median, "ms", 0.4).say()
    Measure("check, one warm note, 99th percentile", last, "ms", 1.0).say()
    for checker, other in medians.items():
        what = f"check, one warm note, against {checker}"
        Measure(what, median, "ms", other, other, checker).say()


if __name__ == "__main__":
    main()
