"""`make bench`: pages are kept, read again, and compared."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.bench_scores import auc_margin, spearman_margin
from benchmarks.measure import Measure
from tools.train.ranking import auc, spearman

GOOD = Measure("asks, letters", 0.9, "AUC", 0.89, at_least=True, beside="plain .85", rows=400)
SMALL = Measure(
    "spam, jars", 0.61, "AUC", None, at_least=True, rows=12, weak="few rows", margin=0.2
)


def test_a_page_that_was_kept_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "RESULTS", tmp_path)
    assert run.read_page(run.last_page()) == {}
    run.keep(run.table([GOOD], {}), dt.date(2026, 11, 1))
    kept = run.keep(run.table([GOOD, SMALL], {}), dt.date(2026, 11, 2))
    assert run.last_page() == kept
    assert run.read_page(kept) == {
        "asks, letters": "0.900 AUC",
        "spam, jars": "0.610 ± 0.200 AUC",
    }
    assert "Commit " in kept.read_text("utf-8")


def test_it_tells_what_moved_and_what_is_chance() -> None:
    before = {"asks, letters": "0.920 AUC", "spam, jars": "0.560 ± 0.200 AUC"}
    told = run.changes([GOOD, SMALL], before)
    assert "worse   asks, letters: 0.920 AUC -> 0.900 AUC" in told
    assert "better  spam, jars: 0.560 ± 0.200 AUC -> 0.610 ± 0.200 AUC, within what chance" in told
    assert "nothing has moved" in run.changes([GOOD], {"asks, letters": "0.900 AUC"})
    assert "No page was kept" in run.changes([GOOD], {})


def test_a_row_says_its_bar_and_what_stands_beside_it() -> None:
    missed = Measure("gives, sheds", 0.7, "AUC", 0.8, at_least=True)
    fast = Measure("start", 12.0, "ms", 20.0, against=6.0, against_what="bare Python")
    page = run.table([GOOD, missed, fast], {"start": "14 ms"})
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines()]
    assert lines[2] == ["asks, letters", "0.900 AUC", "", "≥ 0.89", "plain .85", "400"]
    assert lines[3][3] == "missed: 0.8"
    assert lines[4] == ["start", "12 ms", "14 ms", "≤ 20", "2.0 x bare Python", ""]


def test_weak_figures_are_told_to_be_weak() -> None:
    assert run.weak([GOOD, SMALL]) == ["Weak figures, and why:\n\n- few rows: spam, jars."]


def test_a_part_of_a_benchmark_can_be_named() -> None:
    ((script, part),) = run.scripts(["scores/asks"])
    assert (script.name, part) == ("bench_scores.py", "asks")
    with pytest.raises(SystemExit, match="no benchmark called skores"):
        run.scripts(["skores"])


def test_orders_are_compared_as_books_say() -> None:
    assert auc([0, 1, 0, 1], [0.1, 0.9, 0.5, 0.5]) == 0.875
    assert spearman([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(0.8)
    # Hanley and McNeil 1982, table: an area of .90 with 50 and 50 cases has an error of about .03.
    assert auc_margin(0.9, [1.0] * 50 + [0.0] * 50) / 1.96 == pytest.approx(0.0315, abs=0.002)
    assert spearman_margin(0.5, 403) == pytest.approx(0.0757, abs=0.002)
