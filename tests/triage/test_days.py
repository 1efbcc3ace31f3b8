"""Days that are missing, wrong or to come: nobody is turned away by a clock, and nothing breaks."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf.triage import Invitation, Known, read_policy, triage
from tests.triage.scene import DEFAULT, KNOWN, LINKEDIN, invitation

STRICT = read_policy("strict")
DAYS = [None, "", "2026-05-19", "2026-05-19T10:00:00", "2026-05-19T10:00:00+14:00",
        "2026-05-19 10:00", "20260519T100000Z", "0001-01-01T00:00:00Z", "2099-01-01T00:00:00Z",
        "9999-12-31T23:59:59-12:00"]  # fmt: skip


def came(received: str | None, number: int = 1) -> dict[str, Any]:
    who = {"name": f"Dagny Moe {number}", "identities": [f"d{number}@moe.example"]}
    return {"id": number, "text": DEFAULT, "from": who, "received": received, "network": "linkedin"}


def decided(rows: list[dict[str, Any]], known: dict[str, Any]) -> dict[str, str]:
    found = triage(map(Invitation.from_json, rows), Known.from_json(known), policy=STRICT)
    return {each.id: each.decision for each in found}


@pytest.mark.parametrize("received", DAYS)
def test_it_takes_any_day(received: str | None) -> None:
    waits = not received or received > "2099"
    decision = decided([came(received)], {"today": "2026-06-20"})["1"]
    assert decision == ("wait" if waits else "decline")


def test_without_a_day_of_its_own_it_counts_from_the_newest() -> None:
    assert decided([came("2026-05-01"), came("2026-06-01", 2)], {}) == {"1": "decline", "2": "wait"}


def test_a_clock_that_is_wrong_ages_nobody() -> None:
    rows = [came("2026-05-01"), came("2026-05-02", 2), came("2126-05-01", 3)]
    assert set(decided(rows, {}).values()) == {"wait"}


@pytest.mark.parametrize(
    "known", [{}, {"owner": None, "contacts": None, "calendar": None}, {"contacts": [{}]}]
)
def test_it_knows_nobody_without_a_word(known: dict[str, Any]) -> None:
    assert triage([], Known.from_json(known)) == []
    assert decided([{"id": "x"}, {"id": "x", "from": None}], known) == {"x": "wait"}


def test_a_meeting_to_come_is_none_that_was() -> None:
    friend = {
        "name": "Ann Lee",
        "identities": ["ann@lee.example"],
        "encounters": [{"kind": "call", "on": "2026-05-01"}, {"kind": "call", "on": "2030-01-01"}],
    }
    row = {"id": "1", "from": {"name": "Ann Lee", "identities": ["ann@lee.example"]}}
    known = Known.from_json({"today": "2026-05-20", "contacts": [friend]})
    found = triage([Invitation.from_json(row)], known)[0]
    assert found.reasons[0] == "You know Ann Lee, last met on 1 May 2026."


def test_without_today_a_meeting_to_come_is_not_told_as_one_that_was() -> None:
    row = {**KNOWN["contacts"][0], "relation": "", "mail": {}}
    row["encounters"] = [{"kind": "call", "on": "2030-01-01"}]
    without = Known.from_json({"contacts": [row]})
    decision = triage([invitation(identity=f"{LINKEDIN}ben-oyelaran")], without)[0]
    assert decision.is_known
    assert not any("2030" in each for each in decision.reasons)
