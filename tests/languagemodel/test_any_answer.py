"""No answer, however strange, gets further than a sentence or a list of texts."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.languagemodel.exchange import Answer, NoAnswer
from redleaf.languagemodel.fates import Fit, fate_of
from redleaf.languagemodel.keys import Key
from redleaf.languagemodel.reading import said_by
from redleaf.languagemodel.wrappings import notes_in
from redleaf.notes.brief import Brief

NAMES = st.sampled_from(
    "choices message content text delta error refusal tool_calls finish_reason notes data".split()
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
MARKS = st.sampled_from(
    ["{", "}", "[", "]", '"', "notes", ":", ",", "\\", "\n", "1. ", "- ", "**", "```", "> ", " ",
     "a", "<think>", "</think>", "Note 2:", "Sure,", "Mira,", "data: ", "\u2028", "I'm sorry, but"]
)  # fmt: skip


def said(status: int, body: bytes, content_type: str = "", wait: str = "") -> list[str] | str:
    try:
        return said_by(Answer(status, content_type, wait, body), Key("sk-4711-secret"))
    except NoAnswer as reason:
        return str(reason)


@settings(max_examples=300, deadline=None)
@given(VALUES, st.sampled_from([200, 200, 200, 400, 404, 429, 500]))
def test_json_of_any_shape(value: Any, status: int) -> None:
    told = said(status, json.dumps(value).encode())
    assert all(isinstance(each, str) for each in told)
    if isinstance(told, str):
        assert told.isprintable()


@settings(max_examples=200, deadline=None)
@given(
    st.integers(100, 599),
    st.binary(max_size=60),
    st.sampled_from(["", "text/event-stream", "text/html", "application/json"]),
    st.text(max_size=30),
)
def test_bytes_of_any_kind(status: int, body: bytes, content_type: str, wait: str) -> None:
    told = said(status, body, content_type, wait)
    assert told
    if isinstance(told, str):
        assert told.isprintable()


@settings(max_examples=500, deadline=None)
@given(st.lists(MARKS, max_size=40).map("".join))
def test_text_wrapped_in_anything(text: str) -> None:
    notes = [note.text for note in notes_in(text, ["Mira"])]
    assert all(note.strip() == note != "" for note in notes)
    assert len(set(notes)) == len(notes)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60) | st.lists(MARKS, max_size=20).map("".join))
def test_a_note_of_anything_is_judged(text: str) -> None:
    brief = Brief.from_json({"recipient": {"name": "Mira Holt"}, "shared": ["both row"]})
    fate = fate_of(f"Mira, {text}", brief)
    assert isinstance(fate, Fit) or fate.why
