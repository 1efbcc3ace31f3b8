"""Drafts and claims of the open briefs, judged as the README of that set says.

One writer's set, open to learn from and to tune to: a good figure proves little, a worse one that
something was spoiled. The inbox of the set is for triage, and waits for it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from benchmarks.briefs import BRIEFS, faults
from benchmarks.claims import shared_notes
from benchmarks.measure import Measure
from redleaf.notes.brief import Brief
from redleaf.writing import draft
from redleaf.writing.verifier import Verifier


def main(names: Sequence[str]) -> None:
    if not BRIEFS.is_dir():
        print("The open briefs are not there: ../shared/data.", file=sys.stderr)
        return
    parts = {"drafts": measure_drafts, "claims": measure_claims}
    for name, part in parts.items():
        if not names or name in names:
            part()


def measure_drafts() -> None:
    paths = [path for path in sorted(BRIEFS.glob("*.json")) if ".expect" not in path.suffixes]
    wrong = 0
    for path in paths:
        brief = Brief.from_json(json.loads(path.read_text("utf-8")))
        expect = json.loads(path.with_suffix(".expect.json").read_text("utf-8"))
        wrong += bool(list(faults(brief, expect, draft(brief))))
    _count("briefs answered wrongly", wrong, len(paths))


def measure_claims() -> None:
    rows, briefs = shared_notes()
    verifiers = {name: Verifier(Brief.from_json(brief)) for name, brief in briefs.items()}
    said = [verifiers[row["brief"]].verify(row["text"]).supported for row in rows]
    true = [each for row, each in zip(rows, said, strict=True) if row["supported"]]
    planted = [each for row, each in zip(rows, said, strict=True) if not row["supported"]]
    _count("claims, true notes doubted", true.count(False), len(true))
    _count("claims, planted untruths passed", planted.count(True), len(planted))


def _count(what: str, count: int, rows: int) -> None:
    Measure(what, count, "", rows=rows, weak="an open set of one writer").say()


if __name__ == "__main__":
    main(sys.argv[1:])
