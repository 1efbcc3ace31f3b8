"""What holds for the phrasebook of every language; its grammar is read in a test of its own."""

from __future__ import annotations

import re
import unicodedata

import pytest

from redleaf.judging import check
from redleaf.rules.finding import Severity
from redleaf.writing.languages import languages
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.plans import plan_names, plans_for
from tests.writing.languages.fillings import fillings, spoken_frames

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


@pytest.mark.parametrize(("code", "frames_at_least"), [("de", 400), ("fr", 400), ("es", 300)])
def test_it_has_hundreds_of_frames_in_three_tones(code: str, frames_at_least: int) -> None:
    spoken = spoken_frames(code)
    assert len(spoken) > frames_at_least
    for tone in ("plain", "warm", "witty"):
        assert sum(frame.tone == tone for frame in spoken) > frames_at_least / 10


@pytest.mark.parametrize(
    ("code", "greeting"), [("de", "Hallo Mira,"), ("fr", "Bonjour Mira,"), ("es", "Hola, Mira.")]
)
@pytest.mark.parametrize("tone", ["plain", "warm", "witty"])
def test_it_says_nothing_that_the_checker_warns_of(code: str, greeting: str, tone: str) -> None:
    for frame in (each for each in spoken_frames(code) if each.tone == tone):
        text = fillings(code, frame)[-1]
        report = check(f"{greeting} {text} Ines", network="linkedin")
        worse = [f for f in report.findings if f.severity is not Severity.ADVICE]
        # A single sentence may share nothing yet; that is the note's matter, not the frame's.
        told = [f.rule for f in worse if not f.rule.startswith("boring/") and "long" not in f.rule]
        assert not told, (frame.name, text, told)
