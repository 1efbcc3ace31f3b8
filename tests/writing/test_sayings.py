"""Their own words told back to them: what "you told me" may be followed by, and what not."""

from __future__ import annotations

import pytest

from redleaf.notes.brief import Brief
from redleaf.writing import draft
from redleaf.writing.languages.en.readings import read_event, read_said, read_topic
from redleaf.writing.languages.en.sayings import retold, urged
from redleaf.writing.verifier import verify


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("my kiln has moods", "your kiln has moods"),
        ("we row in coats and call it training", "you row in coats and call it training"),
        ("I'd rather mend than sell", "you'd rather mend than sell"),
        ("nobody thanks the plumber", "nobody thanks the plumber"),
    ],
)
def test_a_statement_is_turned_to_the_reader(said: str, clause: str) -> None:
    assert retold(said) == clause


@pytest.mark.parametrize(
    ("said", "deed"),
    [
        ("cut it wet every time", "to cut it wet every time"),
        ("never trust a dry well", "never to trust a dry well"),
        ("keep your hands off the wheel", "to keep my hands off the wheel"),
    ],
)
def test_advice_is_told_as_what_one_was_told_to_do(said: str, deed: str) -> None:
    assert urged(said) == deed


@pytest.mark.parametrize(
    "said",
    [
        "who counts the swans?",
        "mine is always right about yesterday",
        "dogs know before we do",
        "no oven, no friends",
        "like a bell in fog",
        "she never dries the reeds",
    ],
)
def test_what_only_its_own_words_can_say_is_not_told_back(said: str) -> None:
    assert not retold(said)
    assert not urged(said)


def test_a_question_is_no_remark() -> None:
    asked, told = read_said("who counts the swans?"), read_said("rust is just patience")
    assert asked is not None
    assert "remark" not in asked.slots
    assert told is not None
    assert "remark" in told.slots


def test_a_plan_of_the_readers_is_wished_luck_with() -> None:
    plan, tree = (
        read_topic(text, (), "Ines") for text in ("her plan to row to Skerries", "her old tree")
    )
    assert plan is not None
    assert plan.slots["plan"][0].text == "your plan to row to Skerries"
    assert tree is not None
    assert "plan" not in tree.slots


def test_a_meal_has_no_article_and_may_leave_its_host_out() -> None:
    read = read_event("dinner at Ngozi's", None, (), "meal")
    assert read is not None
    withins = [each.text for each in read.slots["at_event"]]
    assert withins == ["at dinner at Ngozi's", "at dinner"]


def test_a_draft_that_tells_their_words_back_is_true() -> None:
    brief = Brief.from_json(
        {
            "today": "2026-11-20",
            "network": "linkedin",
            "sender": {"name": "Ines Duarte", "headline": "repairs pianos"},
            "recipient": {"name": "Mira Holt", "given_name": "Mira", "role": "potter"},
            "recognition": "recent",
            "encounters": [
                {
                    "kind": "call",
                    "on": "2026-11-19",
                    "topics": ["bells that crack in frost"],
                    "said": "never trust a dry well",
                }
            ],
        }
    )
    texts = [each.text for seed in range(12) for each in draft(brief, seed=seed).drafts]
    assert any("never to trust a dry well" in text for text in texts)
    assert all(verify(brief, text).supported for text in texts)


def test_no_subject_of_ones_own_trade_is_called_rare() -> None:
    data = {
        "today": "2026-11-20",
        "network": "linkedin",
        "sender": {"name": "Ines Duarte", "headline": "piano tuner"},
        "recipient": {"name": "Mira Holt", "given_name": "Mira", "role": "potter"},
        "recognition": "recent",
        "encounters": [{"kind": "class", "on": "2026-11-19", "event": "Mud Night"}],
    }

    def drafts_about(topic: str) -> list[str]:
        met = {**data["encounters"][0], "topics": [topic]}  # type: ignore[index]
        brief = Brief.from_json({**data, "encounters": [met]})
        return [each.text for seed in range(8) for each in draft(brief, seed=seed).drafts]

    def is_rare(text: str) -> bool:
        return "every day" in text or "didn't expect" in text

    assert any(map(is_rare, drafts_about("why kilns sulk in spring")))
    assert not any(map(is_rare, drafts_about("why pianos sulk in spring")))
