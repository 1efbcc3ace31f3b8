"""Verdicts against labels, really sent texts first; the confusions go to the page as they are.

What is learned is held out, as benchmarks/verdicts.py does it, which needs what the training needs
(docs/training.md). Without it the shipped weights judge, which have seen these notes, and no bar is
set. Nothing here quotes a text.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from math import sqrt

from benchmarks.measure import Measure
from benchmarks.verdicts import (
    PROVENANCES,
    SAID,
    SHARED,
    Judged,
    held_out_margins,
    judged,
    macro_f1,
    share_right,
)
from redleaf.judging.scorers import VERDICTS
from tools.train.sets import ENCODED

# What somebody has sent to somebody, as far as one can tell.
_REAL = ("real-quoted", "claimed-real")


def main() -> None:
    if not SHARED.is_dir():
        print("The labelled notes are not there: ../shared/data.", file=sys.stderr)
        return
    held_out = bool(find_spec("scipy")) and ENCODED.exists()
    rows = list(judged(held_out_margins() if held_out else {}))
    how = "held out" if held_out else "learned from them"
    say = _Saying(how, has_bars=held_out)
    say.share("really sent texts judged right", _from(rows, *_REAL), 0.90)
    say.share("texts quoted by who received them", _from(rows, "real-quoted"))
    say.share("all that was found", [row for row in rows if row.provenance != "written"])
    say.share("all that was written for Redleaf", _from(rows, "written"))
    say.value("macro-F1 of the four", macro_f1(rows), len(rows), 0.90)
    say.share("good personal notes called personal", _labelled(rows, "personal"), 0.95)
    defaults = _labelled(rows, "default")
    say.share("default texts, English", [row for row in defaults if row.language == "en"], 0.995)
    say.share("default texts, all languages", defaults, 0.97)
    personal = _labelled(rows, "personal")
    wrongly = sum(row.verdict == "default" for row in personal)
    Measure("verdicts, personal notes called default", wrongly, "", 0, rows=len(personal)).say()
    tables = [_confusion(name, _from(rows, name)) for name in PROVENANCES]
    told = "\n\n".join(table for table in (*tables, _confusion("all", rows)) if table)
    print(f"Verdicts by where the texts come from ({how}):\n\n```text\n{told}\n```")


class _Saying:
    def __init__(self, how: str, *, has_bars: bool) -> None:
        self._how, self._has_bars = how, has_bars

    def share(self, what: str, rows: list[Judged], bar: float | None = None) -> None:
        if rows:
            self.value(what, share_right(rows), len(rows), bar)

    def value(self, what: str, value: float, count: int, bar: float | None) -> None:
        Measure(
            f"verdicts, {what} ({self._how})", value, "", bar if self._has_bars else None,
            at_least=True, rows=count, margin=1.96 * sqrt(value * (1 - value) / count),
        ).say()  # fmt: skip


def _confusion(title: str, rows: Sequence[Judged]) -> str:
    if not rows:
        return ""
    counts = Counter((row.label, row.verdict) for row in rows)
    lines = [f"{title}, {len(rows)}", f"{'label':<10}" + "".join(f"{each:>10}" for each in SAID)]
    lines += [
        f"{label:<10}" + "".join(f"{counts[label, each]:>10}" for each in SAID)
        for label in VERDICTS
        if _labelled(rows, label)
    ]
    return "\n".join(lines)


def _from(rows: Sequence[Judged], *provenances: str) -> list[Judged]:
    return [row for row in rows if row.provenance in provenances]


def _labelled(rows: Sequence[Judged], label: str) -> list[Judged]:
    return [row for row in rows if row.label == label]


if __name__ == "__main__":
    main()
