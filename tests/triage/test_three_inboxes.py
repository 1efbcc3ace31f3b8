"""Three people's inboxes, written by somebody who had not seen the engine.

57, 53 and 56 of 60 were decided as labelled at first sight; one known person in two of them was
missed, and one offer that dropped a friend's name stood among the known.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from redleaf.triage import Decision, Invitation, Known, read_policy, triage
from redleaf.triage.cases import Case

HERE = Path(__file__).parent
INBOXES = ("museum", "ward", "bridge")
TOP = 0.86


def rows_of(inbox: str) -> list[dict[str, Any]]:
    lines = (HERE / f"{inbox}_inbox" / "inbox.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def decisions_of(inbox: str) -> dict[str, Decision]:
    known = Known.from_json(json.loads((HERE / f"{inbox}_inbox" / "known.json").read_text("utf-8")))
    came = map(Invitation.from_json, rows_of(inbox))
    return {each.id: each for each in triage(came, known, policy=read_policy(known.owner.policy))}


@pytest.mark.parametrize(
    ("inbox", "row"),
    [(inbox, row) for inbox in INBOXES for row in rows_of(inbox)],
    ids=lambda each: each if isinstance(each, str) else each["id"],
)
def test_it_decides_as_a_sensible_person_would(inbox: str, row: dict[str, Any]) -> None:
    decision = decisions_of(inbox)[row["id"]]
    assert decision.decision in row["decisions"]
    assert bool(decision.campaign) == bool(row["letter"])
    assert decision.reasons
    if row["top"] is not None:
        assert (decision.attention >= TOP) == row["top"]


@pytest.mark.parametrize("inbox", INBOXES)
def test_a_letter_to_many_has_one_name(inbox: str) -> None:
    sent = [row["id"] for row in rows_of(inbox) if row["letter"]]
    assert len({decisions_of(inbox)[each].campaign for each in sent}) == 1


@pytest.mark.parametrize("inbox", INBOXES)
def test_nobody_in_disguise_gets_an_answer(inbox: str) -> None:
    closed = (Case.FRAUD, Case.RUDE, Case.NAMESAKE, Case.IMITATION)
    found = [each for each in decisions_of(inbox).values() if each.case in closed]
    assert found
    assert not [each.reply for each in found if each.reply]


@pytest.mark.parametrize("inbox", INBOXES)
def test_hardly_two_get_the_same_answer(inbox: str) -> None:
    replies = [each.reply for each in decisions_of(inbox).values() if each.reply]
    bare = [reply.partition(",")[2] for reply in replies]
    assert len(set(bare)) >= 0.85 * len(bare)
