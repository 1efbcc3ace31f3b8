"""What holds for the phrasebook of every language; its grammar is read in a test of its own."""

from __future__ import annotations

import re
import unicodedata

import pytest

from redleaf.writing.languages import languages
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.plans import plan_names, plans_for

# Set by code, around what a plan says or on a letter of its own.
OUTSIDE_OF_PLANS = frozenset("greeting farewell subject beside ahead joint because".split()) | {
    "handing over"
}


@pytest.fixture(params=languages())
def frames(request: pytest.FixtureRequest) -> tuple[Frame, ...]:
    return phrasebook(request.param)


def test_each_example_is_what_its_frame_says(frames: tuple[Frame, ...]) -> None:
    assert not [frame.name for frame in frames if not is_its_example(frame)]


def is_its_example(frame: Frame) -> bool:
    """Every frame has on the line below it an example that it could have made."""
    pattern = "".join(
        ".+?"
        if piece.slot
        else f"(?:{'|'.join(map(re.escape, piece.choices))})"
        if piece.choices
        else re.escape(piece.text)
        for piece in frame.pieces
    )
    example = frame.example.replace("\\n", "\n")
    return bool(example and re.fullmatch(pattern, example, re.IGNORECASE | re.DOTALL))


def test_no_frame_is_written_twice_under_the_same_conditions(frames: tuple[Frame, ...]) -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for frame in frames:
        key = (frame.move, frame.text, str(sorted((k, sorted(v)) for k, v in frame.when.items())))
        assert key not in seen, (frame.name, seen.get(key))
        seen[key] = frame.name


def test_no_joke_is_meant_for_a_formal_letter(frames: tuple[Frame, ...]) -> None:
    witty = [frame for frame in frames if frame.tone == "witty"]
    assert witty
    assert not [frame.name for frame in witty if frame.allows("register", "formal")]


def test_no_frame_shouts_or_shows_pictures(frames: tuple[Frame, ...]) -> None:
    assert not [
        frame.name
        for frame in frames
        if "!" in frame.text or any(unicodedata.category(sign) == "So" for sign in frame.text)
    ]


def test_each_heading_has_a_plan(frames: tuple[Frame, ...]) -> None:
    planned = {move for name in plan_names() for plan in plans_for(name) for move in plan}
    assert {frame.move for frame in frames} - OUTSIDE_OF_PLANS <= planned
