"""Every mail has a subject: short, true, and about the letter below it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pytest

from redleaf import draft
from redleaf.writing.facts import read_material
from redleaf.writing.languages import language
from redleaf.writing.letters.subjects import LONGEST
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.sentences import capitalised, fill
from tests.writing.by_file import by_file
from tests.writing.scenes import scenes_for

from .people import assert_sound, brief

FRAMES = [frame for frame in phrasebook("en") if frame.move == "subject"]
EMPTY_WORDS = re.compile(
    r"\b(?:hello|hi|quick|question for you|re|fwd|touch|opportunity)\b:?", re.I
)
SCHOOL = {"kind": "class", "event": "Ennis School", "on": "1977-06-30"}
TOLD: list[dict[str, Any]] = [
    {},
    {"aim": "follow-up", "promises": ["send the list of slate merchants"]},
    {"aim": "thank", "encounters": [{"kind": "neighbour", "topics": ["watering my beans"]}]},
    {"aim": "ask-advice", "ask": "Does green oak need pilot holes?"},
    {"aim": "ask-advice", "ask": "how you dry green oak"},
    {"aim": "introduce", "sender": {"name": "Ines Duarte", "offers": ["introduction to Bo Hjelm"]}},
    {"aim": "answer"},
    {"aim": "answer", "encounters": []},
    {"aim": "reconnect", "encounters": [SCHOOL]},
    {"encounters": [], "shared": ["both keep bees"]},
    {"encounters": [], "noticed": [{"kind": "article", "title": "The quiet kiln"}]},
    {"encounters": [{"kind": "introduction", "introduced_by": "Ngozi Bell"}]},
    {"encounters": [{"kind": "call", "on": "2026-11-19", "topics": ["swarms and late frost"]}]},
    {"recipient": {"name": "Dr. Mira Holt", "register": "formal"}},
]  # fmt: skip

material_of = lru_cache(maxsize=None)(read_material)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.get("aim", "connect"))
def test_every_mail_has_one_that_is_true_and_short(told: dict[str, Any]) -> None:
    asked = brief(**told)
    drafts = draft(asked).drafts
    assert drafts
    for each in drafts:
        assert 0 < len(each.subject) <= LONGEST
        assert each.subject[0].isupper() or not each.subject[0].isalpha()
        assert not EMPTY_WORDS.match(each.subject), each.subject
        assert not each.subject.endswith((".", ","))
        assert_sound(asked, each)


def test_it_names_what_the_letter_is_about() -> None:
    for each in draft(brief()).drafts:
        told = "bells that crack in frost" in each.subject.lower() or "Salt Days" in each.subject
        assert told, each.subject


def test_it_says_nothing_that_the_letter_does_not() -> None:
    for seed in range(6):
        for each in draft(brief(), seed=seed).drafts:
            if "Salt Days" in each.subject:
                assert "Salt Days" in each.text


def test_it_says_what_was_promised_first_of_all() -> None:
    asked = brief(aim="follow-up", promises=["send the list of slate merchants"])
    told = [each.subject for each in draft(asked).drafts if "slate merchants" in each.text]
    assert told
    assert all("list of slate merchants" in subject for subject in told)


def test_the_drafts_of_one_brief_have_different_ones() -> None:
    subjects = [each.subject for each in draft(brief()).drafts]
    assert len(set(subjects)) == len(subjects)


def test_a_note_has_none() -> None:
    for network in ("linkedin", "card", "mastodon"):
        for each in draft(brief(network=network)).drafts:
            assert each.subject == ""
            assert "subject" not in each.to_json()


def test_it_is_the_same_for_the_same_seed() -> None:
    first = [each.subject for each in draft(brief(), seed=3).drafts]
    assert first == [each.subject for each in draft(brief(), seed=3).drafts]


@by_file(FRAMES)
def test_each_frame_makes_good_grammar_of_every_shape(frames: list[Frame]) -> None:
    for frame in frames:
        english = language("en")
        texts = {
            capitalised(line.text)
            for scene in scenes_for(frame)
            for line in fill(frame, material_of(scene, english), english)
        }
        assert texts, "no scene of scenes.py fills this frame"
        for text in texts:
            assert "  " not in text
            assert not re.search(r"[{}\[\]|]|[.,;:]$|\s[.,;:?]", text), text
            assert not re.search(r"\b(\w+) \1\b", text, re.IGNORECASE), text
