"""The open briefs, judged as their README says."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.briefs import faults
from redleaf import draft
from redleaf.notes.brief import Brief


def test_every_open_brief_is_answered_rightly(shared_data: Path) -> None:
    wrong = {}
    for path in sorted((shared_data / "briefs-written" / "briefs").glob("*[!t].json")):
        if path.name.endswith(".expect.json"):
            continue
        brief = Brief.from_json(json.loads(path.read_text("utf-8")))
        expect = json.loads(path.with_suffix(".expect.json").read_text("utf-8"))
        for seed in (0, 7):
            found = list(faults(brief, expect, draft(brief, seed=seed)))
            if found:
                wrong[path.stem, seed] = found
    assert not wrong
