"""Any text at all: the user's own, a language model's, a hostile one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.notes.brief import Brief
from redleaf.writing.verifier import verify
from tests.writing.verifier.long_texts import LONG_TEXTS
from tests.writing.verifier.scene import KNOWN, verifier

CHARS = 20_000

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


@pytest.mark.parametrize("unit", LONG_TEXTS, ids=ascii)
def test_it_reads_a_long_text(unit: str) -> None:
    """How its time grows is measured by benchmarks/bench_verify.py; here it must come to an end."""
    _assert_sound((unit * CHARS)[:CHARS])


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
