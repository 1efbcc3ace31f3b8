"""`make bench`: run every benchmarks/bench_*.py, print what it measured, keep it.

Each script runs in a process of its own, so that one's memory is not counted as another's. Give
names to run only those (`start check`), with the part of one behind a slash (`scores/asks`). The
numbers of a run of everything are kept in benchmarks/results/, one page a day; the column `before`
tells what the page that was kept last has. Ends with 1 when a bar does not hold.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.measure import Measure

HERE = Path(__file__).parent
RESULTS = HERE / "results"
HEAD = ("what", "value", "before", "bar", "beside it", "rows")
# So much of a digit is noise of the machine or of the last place that is shown.
_SAME = 0.02


def main(names: Sequence[str]) -> int:
    before = read_page(last_page())
    measures: list[Measure] = []
    pictures: list[str] = []
    for script, part in scripts(names):
        print(f"{script.stem.removeprefix('bench_')} ...", file=sys.stderr, flush=True)
        told, picture = run(script, part)
        measures += told
        pictures += [picture] if picture else []
    page = "\n\n".join([table(measures, before), *weak(measures), *pictures])
    print(page)
    print(changes(measures, before), file=sys.stderr)
    if not names:
        kept = keep(page, dt.datetime.now().astimezone().date())
        print(f"Kept in {kept.relative_to(HERE.parent)}", file=sys.stderr)
    return 0 if all(measure.holds for measure in measures) else 1


def scripts(names: Sequence[str]) -> list[tuple[Path, str]]:
    """The scripts to run, each with the part of it that is wanted, or nothing."""
    found = {path.stem.removeprefix("bench_"): path for path in sorted(HERE.glob("bench_*.py"))}
    wanted = [name.partition("/") for name in names] or [(name, "", "") for name in found]
    unknown = {name for name, *_ in wanted} - found.keys()
    if unknown:
        known = ", ".join(found)
        sys.exit(f"There is no benchmark called {', '.join(sorted(unknown))}; there are {known}.")
    return [(found[name], part) for name, _, part in wanted]


def run(script: Path, part: str) -> tuple[list[Measure], str]:
    """What a script measured, and whatever else it printed, for the page."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{script.stem}", *filter(None, [part])],
        cwd=HERE.parent,
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{script.name} ended with {done.returncode}.")
    lines = done.stdout.splitlines()
    told = [Measure(**json.loads(line)) for line in lines if line.startswith("{")]
    return told, "\n".join(line for line in lines if not line.startswith("{")).strip()


def table(measures: Sequence[Measure], before: Mapping[str, str]) -> str:
    rows = [HEAD, *(row(measure, before) for measure in measures)]
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(HEAD))]
    lines = ["| " + " | ".join(map(str.ljust, cells, widths)) + " |" for cells in rows]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def row(measure: Measure, before: Mapping[str, str]) -> tuple[str, ...]:
    bar = "" if measure.bar is None else f"{_sign(measure)} {measure.bar:g}"
    ratio = "" if measure.ratio is None else f"{measure.ratio:.1f} x {measure.against_what}"
    what = f"{measure.what} (weak)" if measure.weak else measure.what
    rows = f"{measure.rows:,}" if measure.rows else ""
    then = before.get(measure.what, "")
    return (what, _value(measure), then, bar, measure.beside or ratio, rows)


def weak(measures: Sequence[Measure]) -> list[str]:
    """Why little can be read from some of the figures."""
    reasons: dict[str, list[str]] = {}
    for measure in measures:
        if measure.weak:
            reasons.setdefault(measure.weak, []).append(measure.what)
    lines = [f"- {reason}: {'; '.join(whats)}." for reason, whats in reasons.items()]
    return ["Weak figures, and why:\n\n" + "\n".join(lines)] if lines else []


def changes(measures: Sequence[Measure], before: Mapping[str, str]) -> str:
    """What is better or worse than on the page that was kept last."""
    moved = [told for measure in measures if (told := _change(measure, before.get(measure.what)))]
    if not before:
        return "No page was kept before this one."
    return "\n".join(["Against the page kept last:", *(moved or ["  nothing has moved"])])


def _change(measure: Measure, then: str | None) -> str:
    if not then:
        return ""
    old = float(then.split()[0].replace(",", ""))
    moved = measure.value - old
    if abs(moved) <= max(_SAME * abs(old) if not measure.rows else 0.0005, 1e-9):
        return ""
    better = (moved > 0) == measure.at_least
    noise = ", within what chance does" if abs(moved) < measure.margin else ""
    told = f"{measure.what}: {then} -> {_value(measure)}{noise}"
    return f"  {'better' if better else 'worse '}  {told}"


def _value(measure: Measure) -> str:
    spread = f" ± {measure.margin:.3f}" if measure.margin else ""
    size = abs(measure.value)
    form = ",.0f" if size >= 1000 or size == 0 else ".3g" if size >= 1 else ".3f"
    number = format(measure.value, form)
    return f"{number}{spread} {measure.unit}".strip()


def _sign(measure: Measure) -> str:
    if measure.at_least:
        return "≥" if measure.holds else "missed:"
    return "≤" if measure.holds else "passed:"


def last_page() -> Path | None:
    return max(RESULTS.glob("[0-9]*.md"), default=None)


def read_page(page: Path | None) -> dict[str, str]:
    """The values on a page that was kept, by what was measured."""
    found: dict[str, str] = {}
    for cells in _rows_of(page.read_text("utf-8")) if page else ():
        if cells[0] != HEAD[0] and not cells[0].startswith("-"):
            found[cells[0].removesuffix(" (weak)")] = cells[1]
    return found


def _rows_of(page: str) -> Iterator[list[str]]:
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == len(HEAD):
            yield cells


def keep(page: str, day: dt.date) -> Path:
    """Write the day's page. Ratios and bars travel between machines; seconds alone do not."""
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    kept = RESULTS / f"{day:%Y-%m-%d}.md"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(f"# {day:%Y-%m-%d}\n\n{_commit()}. {machine}.\n\n{page}\n", "utf-8")
    return kept


def _commit() -> str:
    commit = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no", "src", "tools/train")
    return f"Commit {commit}{', with changes since' if changed else ''}"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=HERE, capture_output=True, text=True)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
