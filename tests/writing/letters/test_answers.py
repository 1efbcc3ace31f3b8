"""Answering an invitation, and asking one question of somebody senior."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf import draft

from .people import assert_sound, brief

PROFESSOR = {"name": "Professor Mira Holt", "given_name": "Mira", "register": "formal"}
PAPER = {"kind": "paper", "title": "Oak in a wet year", "where": "Timber Notes"}
HER_LECTURE = {"kind": "talk", "on": "2026-11-14", "event": "Professor Holt's lecture on oak"}


def drafted(**told: Any) -> list[str]:
    asked = brief(**told)
    texts = []
    for seed in range(5):
        for each in draft(asked, seed=seed).drafts:
            assert_sound(asked, each)
            texts.append(each.text)
    return texts


@pytest.mark.parametrize("register", ["close", "peer", "formal"])
def test_a_stranger_is_asked_kindly_in_three_ways(register: str) -> None:
    told = {"name": "Mira Holt", "register": register}
    asked = brief(network="linkedin", aim="answer", encounters=[], recipient=told)
    answer = draft(asked)
    assert len(answer.drafts) >= 2
    for each in answer.drafts:
        assert each.text.count("?") == 1
        assert "default" not in each.text
    texts = drafted(network="linkedin", aim="answer", encounters=[], recipient=told)
    assert len({text.partition(",")[2] for text in texts}) >= 3


def test_who_is_known_is_not_asked_who_they_are() -> None:
    texts = drafted(network="linkedin", aim="answer")
    assert texts
    assert not [text for text in texts if "know each other" in text or "place your name" in text]


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        ("Does green oak need pilot holes?", "oes green oak need pilot holes?"),
        ("how you dry green oak", "how you dry green oak"),
        ("drying green oak", "drying green oak"),
        ("Whether oak may be sawn wet", "whether oak may be sawn wet"),
    ],
)
def test_a_senior_is_asked_the_one_question(ask: str, said: str) -> None:
    texts = drafted(
        aim="ask-advice", ask=ask, recipient=PROFESSOR, recognition="unknown",
        encounters=[HER_LECTURE],
    )  # fmt: skip
    assert texts
    for text in texts:
        assert said in text
        assert text.startswith("Dear Professor Holt,")
        assert not any(word in text for word in ("I'd", "I'm", "mentor", "brain"))
        assert text.count("?") <= 2


def test_a_question_without_more_is_enough_to_write() -> None:
    assert drafted(aim="ask-advice", ask="how you dry green oak", encounters=[])


@pytest.mark.parametrize("ask", ["{{question}}", "I want a job", "One? Two? Three?"])
def test_what_is_no_question_is_asked_for_again(ask: str) -> None:
    answer = draft(brief(aim="ask-advice", ask=ask, encounters=[]))
    assert answer.advice == "ask-me"
    assert answer.question is not None
    assert answer.question.about == "ask"
    assert "ask" in answer.set_aside


@pytest.mark.parametrize("recipient", [PROFESSOR, {"name": "Mira Holt"}])
def test_a_letter_lets_the_reader_off_lightly(recipient: dict[str, Any]) -> None:
    texts = drafted(aim="ask-advice", ask="how you dry green oak", recipient=recipient)
    assert texts
    ways_out = (
        "understand", "understood", "offend", "nothing at all", "not allow",
        "line", "a minute", "just as much", "suits you",
    )  # fmt: skip
    assert all(any(word in text for word in ways_out) for text in texts), texts


@pytest.mark.parametrize(
    "ask", ["Does green oak need pilot holes?", "how you dry green oak", "drying green oak"]
)
@pytest.mark.parametrize(
    ("recipient", "met"),
    [
        (PROFESSOR, {"encounters": [HER_LECTURE]}),
        ({"name": "Mira Holt"}, {}),
        (PROFESSOR, {"encounters": [], "noticed": [PAPER], "recognition": "unknown"}),
    ],
)
def test_there_are_three_letters_that_ask(
    recipient: dict[str, Any], met: dict[str, Any], ask: str
) -> None:
    for seed in range(2):
        asked = brief(aim="ask-advice", ask=ask, recipient=recipient, **met)
        texts = [each.text for each in draft(asked, seed=seed).drafts]
        assert len(texts) == 3, texts


@pytest.mark.parametrize("kind", ["conference", "introduction", "call"])
def test_the_question_that_was_told_is_in_every_note(kind: str) -> None:
    texts = drafted(
        network="linkedin", aim="ask-advice", ask="how you dry green oak",
        encounters=[{**HER_LECTURE, "kind": kind, "event": "Salt Days", "topics": ["wet slate"]}],
    )  # fmt: skip
    assert texts
    assert all("how you dry green oak" in text for text in texts)
