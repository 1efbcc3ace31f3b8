"""Spelling: the edits from one word to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redleaf.notes.spelling import edits

WORDS = st.text("abc", max_size=6)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("jon", "john", 1),
        ("tomasz", "tomas", 1),
        ("holt", "hold", 1),
        ("liek", "like", 1),
        ("", "ana", 3),
        ("ana", "ana", 0),
    ],
)
def test_it_counts_letters_added_lost_changed_and_swapped(one: str, other: str, count: int) -> None:
    assert edits(one, other) == count


@given(WORDS, WORDS)
def test_it_is_as_far_back_as_there(one: str, other: str) -> None:
    assert edits(one, other) == edits(other, one)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))
