"""Verdicts against labels, really sent texts first; the confusions go to the page as they are.

What is learned from these texts is told of each by folds that have not seen it, where
benchmarks/verdicts.py does so; it says how. Nothing here quotes a text.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from math import sqrt

from benchmarks.measure import Measure
from benchmarks.verdicts import LABELS, SHARED, Judged, judged

# What has been sent by somebody to somebody, as far as one can tell.
_REAL = ("real-quoted", "claimed-real")


def main() -> None:
    if not SHARED.is_dir():
        print("The labelled notes are not there: ../shared/data.", file=sys.stderr)
        return
    rows = list(judged())
    defaults = _labelled(rows, "default")
    _share("verdicts, really sent texts judged right", _from(rows, *_REAL), _is_right, 0.90)
    _share("verdicts, really sent and quoted by a receiver", _from(rows, "real-quoted"), _is_right)
    _share("verdicts, found in public places", [r for r in rows if not _is_written(r)], _is_right)
    _share("verdicts, written for Redleaf", [r for r in rows if _is_written(r)], _is_right)
    _say("verdicts, macro-F1 of the four", macro_f1(rows), len(rows), 0.90)
    _share("verdicts, good personal notes called personal", _labelled(rows, "personal"),
           _is_right, 0.95)  # fmt: skip
    english = [row for row in defaults if row.language == "en"]
    _share("verdicts, default texts, English", english, _is_right, 0.995)
    _share("verdicts, default texts, all languages", defaults, _is_right, 0.97)
    wrongly = [row for row in rows if row.label == "personal" and _verdict(row) == "default"]
    Measure("verdicts, personal notes called default", len(wrongly), "", 0,
            rows=len(_labelled(rows, "personal"))).say()  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.verdicts"], capture_output=True, text=True, check=True
    )
    print(f"Verdicts by where the texts come from:\n\n```text\n{done.stdout.strip()}\n```")


def macro_f1(rows: Sequence[Judged]) -> float:
    return sum(_f1(rows, label) for label in LABELS) / len(LABELS)


def _f1(rows: Sequence[Judged], label: str) -> float:
    hits = sum(row.label == label == _verdict(row) for row in rows)
    told = sum(row.label == label for row in rows) + sum(_verdict(row) == label for row in rows)
    return 2 * hits / told if told else 0.0


def _share(
    what: str, rows: Sequence[Judged], holds: Callable[[Judged], bool], bar: float | None = None
) -> None:
    if rows:
        _say(what, sum(map(holds, rows)) / len(rows), len(rows), bar)


def _say(what: str, value: float, count: int, bar: float | None) -> None:
    margin = 1.96 * sqrt(value * (1 - value) / count)
    Measure(what, value, "", bar, at_least=True, rows=count, margin=margin).say()


def _verdict(row: Judged) -> str:
    return row.report.verdict


def _is_right(row: Judged) -> bool:
    return row.label == _verdict(row)


def _is_written(row: Judged) -> bool:
    return row.provenance == "written"


def _from(rows: Sequence[Judged], *provenances: str) -> list[Judged]:
    return [row for row in rows if row.provenance in provenances]


def _labelled(rows: Sequence[Judged], label: str) -> list[Judged]:
    return [row for row in rows if row.label == label]


if __name__ == "__main__":
    main()
