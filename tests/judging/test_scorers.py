"""The scorers: one note and many give the same numbers, and the numbers mean something."""

from __future__ import annotations

from pathlib import Path

import pytest

from redleaf.judging.checking import read
from redleaf.judging.scorers import SCORES, Scoring, margins_of, score, shipped_weights
from redleaf.judging.scorers.weights import FILE, Weights

NOTES = [
    "Hi Mara, your talk on river ice in Tartu stayed with me. Shall I send the Inari logs?",
    "We help firms like yours grow by 40 %! Do you have 15 minutes for a quick call this week?",
    "I'd like to add you to my professional network on LinkedIn.",
    "Grüezi Frau Öztürk, im Zug nach Chur haben Sie mir von den Lawinen erzählt.",
    "Qwxzvk blorptangle snurfwidget?!",
    "привет, как дела 你好 🙂",
    "x",
    "",
    "word " * 3000,
]


def scored(text: str) -> Scoring:
    reading, findings = read(text)
    return score(reading.note, findings)


@pytest.mark.parametrize("text", NOTES)
def test_all_numbers_run_from_0_to_1(text: str) -> None:
    scoring = scored(text)
    assert all(0 <= getattr(scoring, name) <= 1 for name in SCORES)


def test_many_at_once_get_the_numbers_of_one_alone() -> None:
    pytest.importorskip("numpy", reason="numpy is not installed: pip install numpy")
    from redleaf.batch.margins import glimpse, margins_of_many

    read_notes = [read(text) for text in NOTES]
    together = margins_of_many(
        [glimpse(reading.note, findings) for reading, findings in read_notes], shipped_weights()
    )
    for (reading, findings), many in zip(read_notes, together, strict=True):
        assert many == pytest.approx(margins_of(reading.note, findings), abs=1e-6)


def test_thanks_sound_kinder_than_an_insult() -> None:
    kind = scored("Thank you so much for your help with the archive, I appreciated it a lot.")
    rude = scored("You are an idiot. Why did you delete this nonsense again?")
    assert kind.courtesy > 0.6 > 0.4 > rude.courtesy


def test_a_request_asks_and_a_report_does_not() -> None:
    asking = scored("Could you please send me the figures by Friday?")
    assert asking.asks > scored("The figures were printed on Friday.").asks + 0.2


def test_a_note_full_of_detail_is_more_specific_than_a_greeting() -> None:
    full = scored(
        "At the Ghent weir on 12 May you drew the sluice of the Coupure for Joost and me."
    )
    assert full.specificity > scored("It was really nice to see you there.").specificity + 0.2


def test_the_weights_are_small() -> None:
    assert Path(FILE).stat().st_size <= 4_000_000


def test_weights_of_another_make_are_refused() -> None:
    other = Path(FILE).parent / "features.py"
    with pytest.raises(ValueError, match=r"python -m tools\.train"):
        Weights(other)
