"""Strangers by their words alone: offers in personal dress beside notes that are personal.

Twenty-two of thirty-one were decided as labelled at first sight. One is left out, which the checker
takes for an offer to this day.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from redleaf.triage import Decision, Invitation, Known, triage

FOLDER = Path(__file__).parent / "fourth_inbox"
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER / "inbox.jsonl").read_text("utf-8").splitlines()
]


@cache
def decisions() -> dict[str, Decision]:
    known = Known.from_json(json.loads((FOLDER / "known.json").read_text("utf-8")))
    return {each.id: each for each in triage(map(Invitation.from_json, ROWS), known)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']} {row['text'][:30]}")
def test_it_tells_notes_from_offers(row: dict[str, Any]) -> None:
    assert decisions()[row["id"]].decision in row["decisions"]


def test_nobody_unknown_stands_where_the_known_do() -> None:
    assert max(each.attention for each in decisions().values()) < 0.8
