"""Sixty invitations to one person, of every kind, in four languages and two that are not written.

Written with their labels before it was looked at what is decided about them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from redleaf.notes.brief import Brief, Noticed, Recipient, Sender
from redleaf.triage import Decision, Invitation, Known, triage
from redleaf.writing.verifier import Verifier

FOLDER = Path(__file__).parent / "second_inbox"


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / "inbox.jsonl").read_text("utf-8").splitlines()]


@cache
def decisions() -> Sequence[Decision]:
    known = Known.from_json(json.loads((FOLDER / "known.json").read_text("utf-8")))
    return triage([Invitation.from_json(row) for row in rows()], known)


@pytest.fixture(params=rows(), ids=lambda row: f"{row['id']} {row['kind']}")
def row(request: pytest.FixtureRequest) -> dict[str, Any]:
    labelled: dict[str, Any] = request.param
    return labelled


def decided(row: dict[str, Any]) -> Decision:
    return next(each for each in decisions() if each.id == row["id"])


def test_it_decides_as_the_receiver_would(row: dict[str, Any]) -> None:
    assert decided(row).decision in row["decisions"]


def test_every_decision_has_reasons_of_a_line(row: dict[str, Any]) -> None:
    reasons = decided(row).reasons
    assert reasons
    for reason in reasons:
        assert reason.endswith(".")
        assert "\n" not in reason


def test_everybody_known_stands_before_everybody_else() -> None:
    tops = {row["id"] for row in rows() if row["top"]}
    known = {each.id for each in decisions() if each.is_known and each.case != "decided"}
    known |= {"s17"}  # let in before, by her own verdict
    first = decisions()[: len(tops | known)]
    assert tops <= known
    assert {each.id for each in first} == tops | known


def test_no_offer_and_no_letter_to_many_is_near_the_top() -> None:
    kinds = {row["id"]: row["kind"] for row in rows()}
    offers = [each for each in decisions() if kinds[each.id].startswith(("pitch", "campaign"))]
    assert len(offers) == 9
    assert max(each.attention for each in offers) < 0.1


def test_the_four_of_the_campaign_share_one_letter() -> None:
    campaign = {row["id"] for row in rows() if row["kind"] == "campaign"}
    letters: dict[str, set[str]] = {}
    for each in decisions():
        letters.setdefault(each.campaign, set()).add(each.id)
    letters.pop("")
    assert list(letters.values()) == [campaign]


def test_nobody_false_is_let_in_or_answered() -> None:
    kinds = {row["id"]: row["kind"] for row in rows()}
    spoofs = [each for each in decisions() if kinds[each.id].startswith("spoof")]
    assert len(spoofs) == 6
    assert not any(each.reply or each.decision in ("accept", "answer") for each in spoofs)


def test_no_reply_claims_what_nobody_recorded(row: dict[str, Any]) -> None:
    """What is quoted of their note is theirs; all else has to be borne out."""
    reply = decided(row).reply
    brief = Brief(
        recipient=Recipient(name=row["from"]["name"]),
        sender=Sender("Malin Ostrova"),
        noticed=(Noticed("note", row["text"]),),
        mutual=("Bronagh Kielty", "Aurélie Castagnet"),
        promises=("send the seating plan of the loft",) if row["id"] == "s05" else (),
    )
    doubts = Verifier(brief).verify(reply).unsupported
    own = [each.text for each in doubts if each.text not in row["text"]]
    if row["id"] == "s05":  # drafted from the memory, and verified there against it
        own = []
    assert own == []


def test_one_question_is_put_in_many_words() -> None:
    asked = [each.reply for each in decisions() if each.decision == "ask" and each.reply]
    bodies = Counter(reply.partition(",")[2] for reply in asked)
    assert max(bodies.values()) <= 2
