"""A scored row says of a text what a check says of it, and what its scorers say of it alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.batch.rows import Row
from redleaf.batch.scoring import Scored, score_chunk
from redleaf.judging import check
from redleaf.judging.checking import read
from redleaf.judging.scorers import SCORES, score

NOTES = (
    "Hi Mara, I'd like to add you to my professional network on LinkedIn.",
    "Hi {name}, we help firms like yours grow by 40 %! Do you have 15 minutes for a quick call?",
    "You lent me a torch on the night ferry to Turku. Shall I bring it to the archive on Friday?",
    "Hallo Frau Öztürk, ich möchte Sie gerne zu meinem Netzwerk hinzufügen. Beste Grüße, Ines",
    "You are an idiot, Ruben.",
    "请求添加您为好友。",
    "Hi",
    "",
)
# Enough of each set to meet every kind of text in it.
_OF_EACH_SET = 40

sentences = st.sampled_from([part for note in NOTES for part in note.split(". ")])
texts = st.lists(sentences | st.text(max_size=40), max_size=5).map(" ".join)


def assert_alike(texts: list[str]) -> None:
    rows = [Row(at, text, "linkedin" if at % 2 else "") for at, text in enumerate(texts)]
    for row, scored in zip(rows, score_chunk(rows), strict=True):
        assert scored["verdict"] == check(row.text, network=row.network).verdict
        assert_scored_alike(row, scored)


def assert_scored_alike(row: Row, scored: Scored) -> None:
    reading, findings = read(row.text, network=row.network)
    alone = score(reading.note, findings)
    for name in SCORES:
        assert scored[name] == pytest.approx(getattr(alone, name), abs=1e-4)


@given(st.lists(texts, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_text_is_scored_as_it_is_checked(texts: list[str]) -> None:
    assert_alike(texts)


def test_notes_of_every_kind_are_scored_as_they_are_checked() -> None:
    assert_alike(list(NOTES))


def test_the_open_texts_are_scored_as_they_are_checked(shared_data: Path) -> None:
    for path in sorted(shared_data.glob("*/*.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
        texts = [row["text"] for row in rows if isinstance(row.get("text"), str)]
        assert_alike(texts[:: 1 + len(texts) // _OF_EACH_SET])
