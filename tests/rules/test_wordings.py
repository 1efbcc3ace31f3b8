"""The terms of a text are read quickly, and their places only when somebody asks."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from redleaf.notes.folding import fold
from redleaf.rules.wordings import SLOT, keys_of, wording_of

_PIECES = (
    "i'd", "you're", "u're", "we'd've", "hi'd", "im", "id", "ur", "mr.", "St.", "3.5", "e.g.",
    ", ", "kiln", "Oona.Lind,", "naïve", "…", "! ", "\n", "\n \n", "–", "_", "%1", "@",
    "漢字", "ไทย", "нить", "नमस्ते", "[name]", "{{x}}", "<name>", "(link)",
    "https://kiln.example/a.b", "ana@kiln.example",
)  # fmt: skip


def _texts() -> list[str]:
    letters = random.Random(7)
    many = range(3000)
    return [
        letters.choice((" ", "")).join(letters.choices(_PIECES, k=letters.randrange(1, 14)))
        for _ in many
    ]


def test_every_term_has_a_place() -> None:
    for text in _texts():
        wording = wording_of(fold(text))
        places = len(wording.starts)
        assert (len(wording.terms), len(wording.ends), len(wording.breaks)) == (places,) * 3, text


def test_a_sentence_begins_where_a_break_says_so() -> None:
    for text in _texts():
        wording = wording_of(fold(text))
        begins = [places.start for places in wording.sentences()]
        assert begins == [at for at, gap in enumerate(wording.breaks) if gap == 3], text


def test_a_term_is_what_stands_at_its_place() -> None:
    for text in _texts():
        folded = fold(text)
        wording = wording_of(folded)
        places = list(zip(wording.starts, wording.ends, strict=True))
        for term, place in zip(wording.terms, places, strict=True):
            typed = folded.text[slice(*place)]
            assert term in (typed, SLOT) or places.count(place) > 1 or len(typed) < 4, text


@pytest.mark.parametrize("words", [119, 120, 121, 180, 181, 300])
def test_an_endless_sentence_is_read_in_stretches_that_overlap(words: int) -> None:
    stretches = list(wording_of(fold("kiln " * words)).sentences())
    assert stretches[-1].stop == words
    assert all(len(stretch) <= 120 for stretch in stretches)
    assert all(other.start == one.stop - 60 for one, other in pairwise(stretches))


def test_signs_without_spaces_are_looked_up_in_pairs() -> None:
    assert set(keys_of(["kilns", SLOT, "漢", "字", "oven"])) == {"kiln", "漢字", "oven"}
