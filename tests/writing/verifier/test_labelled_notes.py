"""How often it is right: on labelled notes of our own, and on the shared ones where they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import claims
from redleaf.notes.brief import Brief
from redleaf.writing.verifier import Verifier

Rows = tuple[list[dict[str, Any]], dict[str, Any]]


def test_our_own_notes_are_told_apart() -> None:
    _assert_told_apart(claims.own_notes)


def test_the_shared_notes_are_told_apart(shared_data: Path) -> None:
    assert (shared_data / "briefs-written" / "claims.jsonl").exists()
    _assert_told_apart(claims.shared_notes)


def _assert_told_apart(read: Callable[[], Rows]) -> None:
    rows, briefs = read()
    verifiers = {name: Verifier(Brief.from_json(brief)) for name, brief in briefs.items()}
    said = {row["id"]: verifiers[row["brief"]].verify(row["text"]) for row in rows}
    true_rows = [row for row in rows if row["supported"]]
    planted = [row for row in rows if not row["supported"]]
    alarms = [row["text"] for row in true_rows if not said[row["id"]].supported]
    missed = [row["text"] for row in planted if not claims.hits(row, said[row["id"]])]
    assert len(alarms) <= 0.08 * len(true_rows), alarms
    assert len(missed) <= 0.12 * len(planted), missed


@pytest.mark.parametrize("row", claims.own_notes()[0], ids=lambda row: str(row["id"]))
def test_every_own_note_has_its_mark_inside_its_text(row: dict[str, Any]) -> None:
    for claim in row["claims"]:
        assert row["text"][claim["start"] : claim["end"]] == claim["text"]
