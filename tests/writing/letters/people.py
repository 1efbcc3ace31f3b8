"""The people of these tests: Ines writes to Mira and to Bram."""

from __future__ import annotations

from typing import Any

from redleaf.notes.brief import Brief
from redleaf.rules.finding import Severity
from redleaf.writing import Draft
from redleaf.writing.verifier import verify

INES = {"name": "Ines Duarte", "headline": "weaver in Skerries"}
MIRA = {"name": "Mira Holt", "given_name": "Mira"}
SALT_DAYS = {
    "kind": "conference",
    "on": "2026-11-14",
    "event": "Salt Days",
    "place": "Turku",
    "topics": ["bells that crack in frost"],
}


def brief(**told: Any) -> Brief:
    usual = {"today": "2026-11-20", "network": "email", "sender": INES, "recipient": MIRA}
    return Brief.from_json({**usual, "encounters": [SALT_DAYS], **told})


def assert_sound(asked: Brief, letter: Draft) -> None:
    """Text and subject are true; the checker has nothing to warn of."""
    assert verify(asked, letter.text).supported, letter.text
    assert verify(asked, letter.subject).supported, letter.subject
    assert not letter.report.has(Severity.WARNING), letter.report.findings
    assert not letter.report.has(Severity.ERROR), letter.report.findings
