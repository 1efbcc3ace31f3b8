"""How verdicts agree with labels, by where the texts come from.

    python -m benchmarks.verdicts [--shipped] [--show LABEL:VERDICT]

Reads ../shared/data/invitations and notes-written. Prints the confusion of labels and verdicts for
each provenance (really sent ones first), F1 for each verdict, and how many good notes are warned.
What was learned is held out: each note is judged by weights that saw no note of its source, which
needs numpy, scipy and build/encoder.npz (docs/training.md). `--shipped` judges with the shipped
weights, which have seen these notes. `--show personal:template` prints the texts labelled personal
and called template.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from redleaf.judging.checking import read
from redleaf.judging.scorers.weights import HEADS, VERDICTS
from redleaf.judging.settings import DEFAULT
from redleaf.judging.verdict import judge
from redleaf.rules import Finding, Severity

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = ("invitations/dev", "invitations/written-by-us", "notes-written/good", "notes-written/poor")
SAID = (*VERDICTS, "unclear", "empty")
PROVENANCES = (
    "real-quoted", "claimed-real", "product", "product locale file", "guide", "fixture",
    "filled-by-us", "written",
)  # fmt: skip

Margins = dict[str, list[float]]


class Judged(NamedTuple):
    """One labelled text, what is said of it, and what of that is named."""

    label: str
    provenance: str
    language: str
    text: str
    verdict: str
    findings: tuple[Finding, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", default="")
    parser.add_argument("--shipped", action="store_true")
    asked = parser.parse_args()
    rows = list(judged({} if asked.shipped else held_out_margins()))
    for provenance in PROVENANCES:
        _print_confusion(provenance, [row for row in rows if row.provenance == provenance])
    _print_confusion("all", rows)
    print()
    for verdict, score in f1(rows).items():
        print(f"F1 {verdict:<10}{score:.3f}")
    print(f"macro-F1     {macro_f1(rows):.3f}")
    good = [row for row in rows if row.label == "personal"]
    print(f"\npersonal notes with a warning or error: {sum(map(_is_loud, good))} of {len(good)}")
    _show(rows, *asked.show.split(":", 1))


def judged(held_out: Margins) -> Iterator[Judged]:
    """Every labelled note, judged by the margins for its text, or by the shipped weights."""
    for name in FILES:
        with (SHARED / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["label"] in VERDICTS:
                    text = row.get("rendered") or row["text"]
                    reading, findings = read(text)
                    margins = held_out.get(text)
                    told = judge(reading, findings, roster=DEFAULT.roster, margins=margins)
                    origin = "written" if row.get("written") else row["provenance"]
                    named = (*findings, *told.findings)
                    yield Judged(row["label"], origin, row["language"], text, told.verdict, named)


def held_out_margins() -> Margins:
    """For each labelled text one margin a head, by weights that saw nothing of its source."""
    import numpy as np

    from tools.train.encoder import Encoder
    from tools.train.examples import examine_all
    from tools.train.heads import verdict
    from tools.train.heads.material import Material, fold_of
    from tools.train.sets import read_rows
    from tools.train.space import Space

    every = read_rows()
    rows = [every[place] for place in verdict.verdict(every).places]
    examples = examine_all([row.text for row in rows])
    encoder = Encoder()
    space = Space(examples, encoder)
    folds = np.array([fold_of(row.group) for row in rows])
    head = verdict.learn(Material(rows, examples, space.matrix(examples), folds, space, encoder))
    first = HEADS.index(VERDICTS[0])
    rest = len(HEADS) - first - len(VERDICTS)
    return {
        rows[place].text: [*[0.0] * first, *told, *[0.0] * rest]
        for place, told in zip(head.places, head.held_out.tolist(), strict=True)
    }


def f1(rows: list[Judged]) -> dict[str, float]:
    """F1 of each of the four verdicts."""
    scores = {}
    for label in VERDICTS:
        hits = sum(row.label == label == row.verdict for row in rows)
        said = sum(row.verdict == label for row in rows)
        true = sum(row.label == label for row in rows)
        scores[label] = 2 * hits / (said + true) if said + true else 0.0
    return scores


def macro_f1(rows: list[Judged]) -> float:
    return sum(f1(rows).values()) / len(VERDICTS)


def share_right(rows: list[Judged]) -> float:
    return sum(row.label == row.verdict for row in rows) / max(1, len(rows))


def _print_confusion(title: str, rows: list[Judged]) -> None:
    if not rows:
        return
    right = sum(row.label == row.verdict for row in rows)
    print(f"\n{title}: {right} of {len(rows)} right ({share_right(rows):.1%})")
    print(f"{'label':<10}" + "".join(f"{verdict:>10}" for verdict in SAID))
    counts = Counter((row.label, row.verdict) for row in rows)
    for label in VERDICTS:
        if any(row.label == label for row in rows):
            cells = "".join(f"{counts[label, verdict]:>10}" for verdict in SAID)
            print(f"{label:<10}{cells}")


def _is_loud(row: Judged) -> bool:
    return any(each.severity in (Severity.WARNING, Severity.ERROR) for each in row.findings)


def _show(rows: list[Judged], label: str, verdict: str = "") -> None:
    for row in rows:
        if row.label == label and row.verdict == verdict:
            rules = ", ".join(finding.rule for finding in row.findings)
            print(f"- {row.provenance} {row.language}: {row.text!r}\n    {rules}")


if __name__ == "__main__":
    main()
