"""People one knows and people who look like them, as they come to a drawer of maps.

Twenty-six of the thirty-two were decided as labelled at first sight.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from redleaf.triage import Decision, Invitation, Known, triage
from redleaf.triage.cases import Case

FOLDER = Path(__file__).parent / "third_inbox"
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER / "inbox.jsonl").read_text("utf-8").splitlines()
]
TOP = 0.8


@cache
def decisions() -> dict[str, Decision]:
    known = Known.from_json(json.loads((FOLDER / "known.json").read_text("utf-8")))
    return {each.id: each for each in triage(map(Invitation.from_json, ROWS), known)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']} {row['from']['name']}")
def test_it_tells_who_is_known_from_who_looks_so(row: dict[str, Any]) -> None:
    decision = decisions()[row["id"]]
    assert decision.decision in row["decisions"]
    is_top = decision.attention >= TOP
    assert is_top == bool(row["top"]) or decision.case is Case.DECIDED


def test_nobody_known_is_asked_who_they_are() -> None:
    known = [each for each in decisions().values() if each.is_known and each.reply]
    assert known
    assert not [each.reply for each in known if "conocemos" in each.reply]


def test_nobody_without_a_name_is_greeted() -> None:
    nameless = next(row["id"] for row in ROWS if not row["from"]["name"])
    assert decisions()[nameless].reply == ""
