"""Folding: what reads as the same text is the same text, and every place is found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redleaf.notes.folding import fold, fold_text

PLAIN = "i'd like to add you to my network"


@pytest.mark.parametrize(
    "text",
    [
        "I’d like to add you to my network",
        "I'D LIKE TO ADD YOU TO MY NETWORK",
        "I'd like to \u0430dd y\u043eu to my n\u0435tw\u043erk",  # Cyrillic look-alikes
        "I'd\u200b li\u200bke to add y\u00adou to my network",
        "\u202aI'd like to add you to my network\u202c",
        "Ｉ'd ｌｉｋｅ to add you to my network",
        "I'd líke tö add yôu to my nètwork",
        "𝐈'd 𝐥𝐢𝐤𝐞 to add you to my network",
    ],
)
def test_it_folds_disguises_to_the_same_text(text: str) -> None:
    assert fold_text(text) == PLAIN


@pytest.mark.parametrize("text", ["добавить сеть", "ναι και όχι", "안녕하세요"])
def test_it_leaves_other_scripts_in_their_own_letters(text: str) -> None:
    assert not fold_text(text).isascii()


@given(st.text(max_size=80))
def test_every_folded_character_lies_within_the_original(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.text)):
        assert 0 <= folded.start(at) < folded.end(at + 1) <= len(text)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)
