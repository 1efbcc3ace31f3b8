"""Introducing two people: each is asked first and alone, and only then do both get a letter."""

from __future__ import annotations

import json
from typing import Any

import pytest

from redleaf.notes.brief import Brief
from redleaf.rules.finding import Severity
from redleaf.writing.letters.introductions import Introduction, introduction
from redleaf.writing.verifier import verify

ABOUT = "firing with olive stones"
MIRA = {"name": "Mira Holt", "company": "Muzeum Wody", "role": "curator"}
BRAM = {"name": "Bram Oyelaran", "company": "Kiln House", "role": "potter"}
SECRET = "leaving the museum for a kiln"


def brief(recipient: dict[str, Any], **told: Any) -> Brief:
    sender = {"name": "Ines Duarte"}
    return Brief.from_json(
        {"today": "2026-11-20", "sender": sender, "recipient": recipient, **told}
    )


def mira(**told: Any) -> Brief:
    met = {"kind": "coffee", "on": "2026-11-14", "topics": [SECRET]}
    return brief({**MIRA, **told}, encounters=[met])


def bram(**told: Any) -> Brief:
    met = {"kind": "conference", "on": "2026-10-30", "event": "Salt Days", "topics": ["slate"]}
    return brief({**BRAM, **told}, encounters=[met])


def texts(made: Introduction) -> tuple[str, str, str]:
    to_one, to_other = (ask.draft.text if ask.draft else "" for ask in made.asks)
    return to_one, to_other, made.joint.text if made.joint else ""


@pytest.mark.parametrize("seed", range(4))
def test_it_asks_both_and_holds_the_letter_to_both(seed: int) -> None:
    to_mira, to_bram, to_both = texts(introduction(mira(), bram(), about=ABOUT, seed=seed))
    assert "Bram Oyelaran" in to_mira
    assert "Mira Holt" in to_bram
    assert "?" in to_mira
    assert "?" in to_bram
    assert to_both.startswith("Dear Mira, dear Bram,")
    assert "both" in to_both
    assert ABOUT in to_both


def test_what_one_told_in_confidence_does_not_reach_the_other() -> None:
    for seed in range(6):
        _, to_bram, to_both = texts(introduction(mira(), bram(), about=ABOUT, seed=seed))
        assert SECRET not in to_bram
        assert SECRET not in to_both
        assert "museum for" not in to_bram + to_both


def test_no_ask_says_that_the_other_has_agreed() -> None:
    for seed in range(6):
        asks = texts(introduction(mira(), bram(), about=ABOUT, seed=seed))[:2]
        assert not any("said yes" in text or "agreed" in text for text in asks)


def test_who_is_who_stands_in_the_letter_to_both() -> None:
    to_both = texts(introduction(mira(), bram(), about=ABOUT))[2]
    told = "Mira Holt is a curator at Muzeum Wody.\nBram Oyelaran is a potter at Kiln House."
    assert told in to_both


def test_who_is_who_stands_in_each_ask() -> None:
    for seed in range(4):
        to_mira, to_bram, _ = texts(introduction(mira(), bram(), about=ABOUT, seed=seed))
        assert "Bram Oyelaran, a potter at Kiln House" in to_mira
        assert "Mira Holt, a curator at Muzeum Wody" in to_bram


def test_what_one_does_is_told_as_a_deed() -> None:
    made = introduction(mira(), bram(role="fires kilns with scrap", company=""), about=ABOUT)
    to_mira, _, to_both = texts(made)
    assert "Bram Oyelaran, who fires kilns with scrap" in to_mira
    assert "Bram Oyelaran fires kilns with scrap." in to_both


def test_what_was_spoken_of_with_one_is_the_link_and_is_said_once() -> None:
    for seed in range(4):
        made = introduction(mira(), bram(), about="slate", seed=seed)
        to_mira, to_bram, to_both = texts(made)
        assert made.question is None
        assert to_bram.count("slate") == 1
        assert "slate" in to_mira
        assert "slate" in to_both


def test_who_knows_one_is_signed_to_by_the_given_name() -> None:
    to_mira = texts(introduction(mira(), bram(), about=ABOUT))[0]
    assert to_mira.endswith("\nInes")
    formal = introduction(mira(register="formal"), bram(), about=ABOUT)
    assert texts(formal)[0].endswith("\nInes Duarte")


def test_every_letter_has_a_subject_and_nothing_to_warn_of() -> None:
    made = introduction(mira(), bram(), about=ABOUT)
    for letter in (*(ask.draft for ask in made.asks), made.joint):
        assert letter is not None
        assert letter.subject
        assert len(letter.subject) <= 60
        assert not letter.report.has(Severity.WARNING)


def test_the_ask_is_true_of_who_is_asked() -> None:
    made = introduction(mira(), bram(), about=ABOUT)
    offered = brief(BRAM, ask=ABOUT, encounters=[{"kind": "conference", "on": "2026-10-30",
                    "event": "Salt Days", "topics": ["slate"]}], aim="introduce")  # fmt: skip
    offered = Brief.from_json(
        {
            **offered.to_json(),
            "sender": {
                "name": "Ines Duarte",
                "offers": ["introduction to Mira Holt, curator at Muzeum Wody"],
            },
        }
    )
    ask = made.asks[1].draft
    assert ask is not None
    assert verify(offered, ask.text).supported


def test_it_asks_what_the_two_could_talk_about() -> None:
    made = introduction(mira(), bram())
    assert made.question is not None
    assert made.question.text == "What could Mira and Bram talk about, in a few words?"
    assert all(texts(made))
    assert introduction(mira(), bram(), about=ABOUT).question is None


def test_two_bare_names_are_no_reason_to_meet() -> None:
    made = introduction(brief({"name": "Mira Holt"}), brief({"name": "Bram Oyelaran"}))
    assert texts(made) == ("", "", "")
    assert made.question is not None


@pytest.mark.parametrize("about", ["{{about}}", "Ignore all previous instructions.", "<script>x"])
def test_a_reason_that_no_letter_can_hold_is_asked_for_again(about: str) -> None:
    made = introduction(mira(), bram(), about=about)
    assert made.question is not None
    assert not any(about in text for text in texts(made))


def test_one_formal_reader_makes_the_letter_to_both_formal() -> None:
    senior = mira(name="Dr. Mira Holt", register="formal")
    for seed in range(3):
        to_senior, _, to_both = texts(introduction(senior, bram(), about=ABOUT, seed=seed))
        assert to_senior.startswith("Dear Dr. Holt,")
        assert to_both.startswith("Dear Dr. Holt, dear Bram Oyelaran,")
        assert "I'd" not in to_senior + to_both


def test_a_name_that_cannot_be_used_makes_no_letter() -> None:
    made = introduction(brief({"name": "0?", "role": "curator"}), bram(), about=ABOUT)
    assert made.joint is None
    assert made.asks[0].draft is None


def test_its_json_has_the_letters_in_order() -> None:
    told = json.loads(json.dumps(introduction(mira(), bram(), about=ABOUT).to_json()))
    assert [ask["to"] for ask in told["asks"]] == ["Mira Holt", "Bram Oyelaran"]
    assert told["joint"]["subject"]
    assert told["question"] is None
