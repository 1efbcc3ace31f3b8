"""The open inbox that was written beside the project: kept, so that nothing gets worse."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

from redleaf.triage import Invitation, Known, read_policy, triage


def test_it_decides_and_ranks_as_labelled(shared_data: Path) -> None:
    folder = shared_data / "briefs-written"
    known = Known.from_json(json.loads((folder / "known.json").read_text("utf-8")))
    lines = (folder / "inbox.jsonl").read_text("utf-8").splitlines()
    labels = {
        row["id"]: row
        for row in map(json.loads, (folder / "expect.jsonl").read_text("utf-8").splitlines())
    }
    found = triage(
        [Invitation.from_json(json.loads(line)) for line in lines],
        known,
        policy=read_policy(known.owner.policy),
    )
    right = [each.decision in labels[each.id]["decision"] for each in found]
    assert sum(right) >= 0.95 * len(right)
    tiers = {each.id: labels[each.id]["rank_tier"] for each in found}
    pairs = [(a, b) for a, b in product(found, found) if tiers[a.id] < tiers[b.id]]
    assert sum(a.attention > b.attention for a, b in pairs) >= 0.95 * len(pairs)
