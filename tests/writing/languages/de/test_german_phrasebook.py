"""The German phrasebook: every frame is read for grammar with facts of ten shapes."""

from __future__ import annotations

import re

import pytest

from redleaf.writing.languages import language
from redleaf.writing.phrasebook import Frame
from tests.writing.by_file import by_file
from tests.writing.languages.fillings import fillings as fillings_in
from tests.writing.languages.fillings import spoken_frames

GERMAN = language("de")
SPOKEN = spoken_frames("de")
FAMILIAR = re.compile(
    r"\b(?:du|dich|dir|dein\w{0,2}|euch|hast|magst|bist|hilf|verzeih|sag|erzähl|kannst)\b",
    re.IGNORECASE,
)
POLITE = re.compile(r"(?<![.?!:“] )(?<!^)\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
# Prepositions that an article of another case follows, or that melt into one word with it.
CLASH = re.compile(
    r"\b(?:für|um|durch|gegen) (?:der|dem|ein [A-ZÄÖÜ]\w+er)\b|\b(?:mit|von|bei|zu|seit|aus) "
    r"(?:die|das|ein|eine|einen|unsere|mein|meine)\b|\bvon dem\b|\bzu der\b|\bbei dem\b|\bin dem\b",
    re.IGNORECASE,
)


def fillings(frame: Frame) -> tuple[str, ...]:
    return fillings_in("de", frame)


@by_file(SPOKEN)
def test_it_makes_good_grammar_of_facts_of_every_shape(frames: list[Frame]) -> None:
    for frame in frames:
        texts = fillings(frame)
        assert texts, "no scene of scenes.py fills this frame"
        for text in texts:
            assert text[0].isupper() or text[0] in "„" or not text[0].isalpha(), text
            # A subject line is no sentence.
            assert re.search(r"[.?!][“]?$", text) or frame.move == "subject", text
            assert "  " not in text, text
            assert not re.search(r"[{}\[\]|]|DIR|DICH|DEIN", text), text
            assert not re.search(r"\b(\w+) \1\b", text.replace("die, die", ""), re.IGNORECASE), text
            assert not re.search(r"[.?!,;:][.,;:?!]|\s[.,;:?!]", text), text
            assert not CLASH.search(re.sub(r"„[^“]*“", "„“", text)), text


@pytest.mark.parametrize("move", sorted({frame.move for frame in SPOKEN}))
def test_it_calls_the_reader_one_thing_only(move: str) -> None:
    for frame in (each for each in SPOKEN if each.move == move):
        is_formal = frame.when.get("register") == frozenset({"formal"})
        for text in fillings(frame):
            own = re.sub(r"„[^“]*“", "„“", text)
            assert not (FAMILIAR.search(own) and frame.allows("register", "formal")), own
            assert is_formal or not POLITE.search(own), own


def test_the_first_word_behind_a_greeting_is_large_only_where_it_is_a_noun() -> None:
    heard = [frame for frame in SPOKEN if frame.move != "subject"]
    openers = {frame.text.split()[0] for frame in heard if frame.text[:1].isalpha()}
    large = {word for word in openers if GERMAN.keeps_capital.match(f"{word} ")}
    assert large <= {"LinkedIn", "Schuld", "Ihr", "Ihre", "Ihren", "Ihnen", "Sie"}
