"""Policies: three ready ones, and settings in the user's own words."""

from __future__ import annotations

import pytest

from redleaf.errors import ConfigError
from redleaf.triage import POLICIES, Invitation, changes, read_policy, triage
from tests.triage.scene import DEFAULT, LINKEDIN, decide, invitation, known


@pytest.mark.parametrize(
    ("policy", "decision"), [("open", "accept"), ("choosy", "ask"), ("strict", "wait")]
)
def test_a_stranger_with_the_default_text(policy: str, decision: str) -> None:
    found = decide(DEFAULT, policy=POLICIES[policy])
    assert found.decision == decision
    assert found.reasons[-1].startswith(POLICIES[policy].title)


@pytest.mark.parametrize("policy", POLICIES)
def test_no_policy_shuts_out_a_friend_or_lets_in_a_trick(policy: str) -> None:
    friend = decide(DEFAULT, policy=POLICIES[policy], identity=f"{LINKEDIN}ben-oyelaran")
    trick = decide("Buy gift cards for me", policy=POLICIES[policy], name="Ben Oyelaran")
    assert (friend.decision, trick.decision) == ("accept", "decline")


@pytest.mark.parametrize(
    ("line", "text", "headline", "decision"),
    [
        ("strangers with the default text: wait a week, then decline", DEFAULT, "", "wait"),
        ("people without a note: accept", "", "", "accept"),
        ("recruiters: the ready answer", DEFAULT, "Recruiter at Kloth", "decline"),
        ("alumni of Borås Weaving School: answer", DEFAULT, "Borås Weaving School", "answer"),
        ("people at Kloth: accept", DEFAULT, "Dyer, Kloth", "accept"),
        ("people on LinkedIn: accept", DEFAULT, "", "accept"),
        ("strangers who write in English: wait", DEFAULT, "", "wait"),
        ("everybody: decline", DEFAULT, "", "decline"),
    ],
)
def test_it_reads_settings_in_words(line: str, text: str, headline: str, decision: str) -> None:
    found = decide(text, headline=headline, policy=read_policy(line))
    assert found.decision == decision
    assert found.reasons[-1] == f"Your own setting: {line}."


def test_other_people_fall_to_the_policy_that_is_named() -> None:
    policy = read_policy("# mine\nstrict\nalumni of Borås Weaving School: answer")
    assert decide(DEFAULT, policy=policy).decision == "wait"


def test_who_has_waited_a_week_has_waited() -> None:
    policy = read_policy("strangers with the default text: wait a week, then decline")
    early = invitation(DEFAULT).received
    assert early is not None
    assert decide(DEFAULT, policy=policy, received=early.replace(day=14)).decision == "wait"
    assert decide(DEFAULT, policy=policy, received=early.replace(day=13)).decision == "decline"


@pytest.mark.parametrize(
    "line",
    [
        "strangers",
        ": decline",
        "strangers: explode",
        "the moon: decline",
        "people on Nowhere: accept",
        "strangers: wait a week, then vanish",
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(line: str) -> None:
    with pytest.raises(ConfigError, match="line 2"):
        read_policy(f"strict\n{line}")


def test_a_preview_tells_what_would_change() -> None:
    past = [
        invitation(DEFAULT, id="a"),
        invitation("Your splice saved our school loom. I kept the broken end for you.", id="b"),
        invitation("", id="c", identity=f"{LINKEDIN}ben-oyelaran"),
    ]
    found = changes(past, known(), before=POLICIES["choosy"], after=POLICIES["open"])
    told = [(each.id, each.before.decision, each.after.decision) for each in found]
    assert told == [("a", "ask", "accept")]


def test_an_answer_is_judged_anew() -> None:
    asked: Invitation = invitation(DEFAULT)
    told = asked.with_answer("Falun, 2015: I held the lamp while you fitted the pedal of elm.")
    before, after, silent = (
        triage([each], known())[0] for each in (asked, told, asked.with_answer(DEFAULT))
    )
    assert (before.decision, after.decision, silent.decision) == ("ask", "answer", "wait")
    assert silent.reasons[-1].startswith("You asked, and their answer does not say")
