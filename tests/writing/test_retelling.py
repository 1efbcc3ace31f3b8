"""Where a text retells a fact in the fact's own words."""

from __future__ import annotations

from typing import Any

import pytest

from redleaf.notes.brief import Brief
from redleaf.writing.retelling import facts_retold

BRIEF: dict[str, Any] = {
    "recipient": {"name": "Łucja Żak"},
    "sender": {"headline": "makes museum audio guides", "offers": ["the kiln list"]},
    "encounters": [{"kind": "coffee", "topics": ["the ferry that never turns round", "moss"],
                    "said": "nobody tests with the rain on"}],
    "shared": ["both row on the Aura"],
    "noticed": [{"kind": "article", "title": "Listening to pipes"}],
}  # fmt: skip
CASES = [
    ("I still think of the ferry that never turns round.", "encounters.0.topics.0",
     "the ferry that never turns round"),
    ("A ferry which never turned round!", "encounters.0.topics.0",
     "ferry which never turned round"),
    ("I make museum audio guides, too.", "sender.headline", "make museum audio guides"),
    ("Moss, again.", "encounters.0.topics.1", "Moss"),
    ("“Nobody tests with the rain on” stays.", "encounters.0.said",
     "Nobody tests with the rain on"),
    ("We both row on the Aura.", "shared.0", "both row on the Aura"),
    ("Your “Listening to Pipes” is here.", "noticed.0.title", "Listening to Pipes"),
    ("The kiln list is on its way.", "sender.offers.0", "The kiln list"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "words"), CASES)
def test_it_finds_the_words_of_a_fact(text: str, path: str, words: str) -> None:
    found = {span.path: text[span.start : span.end] for span in facts_retold(text, _brief())}
    assert found == {path: words}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It was good to meet you.",
        "The other list is here.",
        "The ferry to Turku was late.",
        "I listen to you.",
        "Never mind, I shall turn to it when the round of talks is over.",
        "Both of us are on holiday.",
    ],
)
def test_it_finds_nothing_in_a_word_or_two(text: str) -> None:
    assert facts_retold(text, _brief()) == ()


def _brief() -> Brief:
    return Brief.from_json(BRIEF)
