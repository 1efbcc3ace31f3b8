"""How verdicts agree with labels, by where the texts come from.

    python -m benchmarks.verdicts [--show LABEL:VERDICT]

Reads ../shared/data/invitations and notes-written. Prints the confusion of labels and verdicts for
each provenance (really sent ones first), F1 for each verdict, and how many good notes are warned.
`--show personal:template` prints the texts labelled personal and called template.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from redleaf import check
from redleaf.judging import Report
from redleaf.rules import Severity

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = ("invitations/dev", "invitations/written-by-us", "notes-written/good", "notes-written/poor")
LABELS = ("default", "template", "pitch", "personal")
VERDICTS = (*LABELS, "unclear", "empty")
PROVENANCES = (
    "real-quoted", "claimed-real", "product", "product locale file", "guide", "fixture",
    "filled-by-us", "written",
)  # fmt: skip


class Judged(NamedTuple):
    """One labelled text and what the checker says of it."""

    label: str
    provenance: str
    language: str
    text: str
    report: Report


def judged() -> Iterator[Judged]:
    for name in FILES:
        with (SHARED / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["label"] not in LABELS:
                    continue
                text = row.get("rendered") or row["text"]
                provenance = "written" if row.get("written") else row["provenance"]
                yield Judged(row["label"], provenance, row["language"], text, check(text))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", default="")
    show = parser.parse_args().show
    rows = list(judged())
    for provenance in PROVENANCES:
        _print_confusion(provenance, [row for row in rows if row.provenance == provenance])
    _print_confusion("all", rows)
    _print_f1(rows)
    good = [row for row in rows if row.label == "personal"]
    loud = [row for row in good if _warned(row.report)]
    print(f"\npersonal notes with a warning or error: {len(loud)} of {len(good)}")
    if show:
        label, _, verdict = show.partition(":")
        for row in rows:
            if row.label == label and row.report.verdict == verdict:
                rules = ", ".join(finding.rule for finding in row.report.findings)
                print(f"- {row.provenance} {row.language}: {row.text!r}\n    {rules}")


def _print_confusion(title: str, rows: list[Judged]) -> None:
    if not rows:
        return
    right = sum(row.label == row.report.verdict for row in rows)
    print(f"\n{title}: {right} of {len(rows)} right ({right / len(rows):.1%})")
    print(f"{'label':<10}" + "".join(f"{verdict:>10}" for verdict in VERDICTS))
    counts = Counter((row.label, row.report.verdict) for row in rows)
    for label in LABELS:
        if any(row.label == label for row in rows):
            cells = "".join(f"{counts[label, verdict]:>10}" for verdict in VERDICTS)
            print(f"{label:<10}{cells}")


def _print_f1(rows: list[Judged]) -> None:
    print()
    scores = []
    for label in LABELS:
        hits = sum(row.label == label == row.report.verdict for row in rows)
        said = sum(row.report.verdict == label for row in rows)
        true = sum(row.label == label for row in rows)
        scores.append(2 * hits / (said + true) if said + true else 0.0)
        print(f"F1 {label:<10}{scores[-1]:.3f}")
    print(f"macro-F1     {sum(scores) / len(scores):.3f}")


def _warned(report: Report) -> bool:
    return report.has(Severity.WARNING) or report.has(Severity.ERROR)


if __name__ == "__main__":
    main()
