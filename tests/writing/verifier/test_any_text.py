"""Any text at all: the user's own, a language model's, a hostile one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.notes.brief import Brief
from redleaf.writing.verifier import verify
from tests.writing.verifier.scene import KNOWN, verifier

TELLING = st.sampled_from(
    'Hi Tomasz , . ? ! : " “ ” ‘ ’ — ( ) you said I we met our talk about in at on Porto Lisbon '
    "the a your my thanks for promised introduced by last Thursday three weeks ago 12 November "
    "twelve microphones article both fellow two have not never as director Ines".split()
)


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_it_reads_any_text(text: str) -> None:
    _assert_sound(text)


@given(st.lists(TELLING, max_size=40))
@settings(max_examples=400, deadline=None)
def test_it_reads_any_heap_of_telling_words(words: list[str]) -> None:
    _assert_sound(" ".join(words))


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_it_reads_any_facts(name: str, topic: str, said: str) -> None:
    brief = Brief.from_json(
        {
            "recipient": {"name": name if name.strip() else "x"},
            "encounters": [{"topics": [topic], "said": said, "introduced_by": name}],
        }
    )
    verify(brief, f"Hi {name}, you said {said} about {topic}. {name} introduced us.")


@pytest.mark.parametrize(
    "text",
    [
        "a " * 10_000,
        '"' * 5_000,
        '"you said ' * 2_000,
        "I met you and " * 2_000,
        "Porto Lisbon " * 3_000,
        "three weeks ago " * 2_000,
        "sound walks for blind visitors " * 1_500,
        "your very very very old " * 1_500,
        "twelve hundred thousand " * 1_500,
        "Tomasz’ " * 4_000,
    ],
)
def test_twice_the_text_takes_about_twice_the_time(text: str) -> None:
    half = min(_time(text[: len(text) // 2]) for _ in range(2))
    whole = min(_time(text) for _ in range(2))
    assert whole < 3.5 * half + 0.05


def test_the_empty_text_claims_nothing() -> None:
    assert KNOWN.verify("").supported
    assert KNOWN.verify(" \n ").claims == ()


def test_the_barest_brief_bears_out_the_name_alone() -> None:
    bare = Brief.from_json({"recipient": {"name": "Ada Holt"}})
    assert verify(bare, "Dear Ada, I would like to hear from you.").supported
    assert not verify(bare, "Dear Ada, it was great meeting you in Rome.").supported


def test_offsets_count_code_points_of_the_text() -> None:
    text = "🌧🌧 Hi Tomasz, Ｌisbon was fun. We met in Évora."
    for claim in verifier().verify(text).claims:
        assert text[claim.start : claim.end] == claim.text


def _assert_sound(text: str) -> None:
    verification = KNOWN.verify(text)
    assert verification.supported == (not verification.unsupported)
    for claim in verification.claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.supported != bool(claim.why)


def _time(text: str) -> float:
    begun = time.process_time()
    KNOWN.verify(text)
    return time.process_time() - begun
