"""`make bench`: run every benchmarks/bench_*.py, print what it measured, keep it.

Each script runs in a process of its own, so that one's memory is not counted as another's.
The numbers of the day go to benchmarks/results/; give names to run only those (`start check`).
Ends with 1 when a bar does not hold.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Measure

HERE = Path(__file__).parent
HEAD = ("what", "value", "bar", "ratio")


def main(names: Sequence[str]) -> int:
    measures: list[Measure] = []
    for script in scripts(names):
        print(f"{script.stem} ...", file=sys.stderr, flush=True)
        measures += run(script)
    print(table(measures))
    if not names:
        kept = keep(measures, dt.datetime.now().astimezone().date())
        print(f"Kept in {kept.relative_to(HERE.parent)}", file=sys.stderr)
    return 0 if all(measure.holds for measure in measures) else 1


def scripts(names: Sequence[str]) -> list[Path]:
    found = sorted(HERE.glob("bench_*.py"))
    unknown = set(names) - {path.stem.removeprefix("bench_") for path in found}
    if unknown:
        sys.exit(f"There is no benchmark called {', '.join(sorted(unknown))}.")
    return [path for path in found if not names or path.stem.removeprefix("bench_") in names]


def run(script: Path) -> Iterator[Measure]:
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{script.stem}"],
        cwd=HERE.parent,
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{script.name} ended with {done.returncode}.")
    for line in done.stdout.splitlines():
        yield Measure(**json.loads(line))


def table(measures: Sequence[Measure]) -> str:
    rows = [HEAD, *(row(measure) for measure in measures)]
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(HEAD))]
    lines = ["| " + " | ".join(map(str.ljust, cells, widths)) + " |" for cells in rows]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def row(measure: Measure) -> tuple[str, str, str, str]:
    bar = "" if measure.bar is None else f"{_sign(measure)} {measure.bar:g}"
    ratio = "" if measure.ratio is None else f"{measure.ratio:.1f} x {measure.against_what}"
    return (measure.what, f"{measure.value:.3g} {measure.unit}", bar, ratio)


def _sign(measure: Measure) -> str:
    if measure.at_least:
        return "≥" if measure.holds else "missed:"
    return "≤" if measure.holds else "passed:"


def keep(measures: Sequence[Measure], day: dt.date) -> Path:
    """Write the day's page. Ratios and bars travel between machines; seconds alone do not."""
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    page = HERE / "results" / f"{day:%Y-%m-%d}.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"# {day:%Y-%m-%d}\n\n{machine}.\n\n{table(measures)}\n", "utf-8")
    return page


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
