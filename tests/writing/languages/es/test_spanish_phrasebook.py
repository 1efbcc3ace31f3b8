"""The Spanish phrasebook: every frame is read for grammar with facts of ten shapes."""

from __future__ import annotations

import re
from functools import cache

from redleaf.judging import check
from redleaf.notes.brief import Brief
from redleaf.rules.finding import Severity
from redleaf.writing.facts import read_material
from redleaf.writing.languages import language
from redleaf.writing.material import Material
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.sentences import capitalised, fill
from tests.writing.by_file import by_file
from tests.writing.languages.es.scenes import scenes_for

SPANISH = language("es")
FRAMES = phrasebook("es")
ENVELOPE = ("greeting", "farewell")
SPOKEN = [frame for frame in FRAMES if frame.move not in ENVELOPE]
FAMILIAR = re.compile(
    r"\b(?:tú|tus?|te|ti|contigo|(?:envi|mand|present|pregunt|d)[ae]rte|dijiste|escribiste|"
    r"quieres|puedes|dime|cuenta con)\b",
    re.IGNORECASE,
)
POLITE = re.compile(
    r"\b(?:usted|le|su|sus|suyas|(?:envi|mand|present|pregunt|escrib|hac)[aei]rle|disculpe|"
    r"podría decirme)\b",
    re.IGNORECASE,
)
# What melts into one word, and what has to.
CLASH = re.compile(r"\b(?:de|a) el (?=[a-z])|\bdel? (?:de|del)\b|\ben en\b", re.IGNORECASE)


@cache
def material_of(brief: Brief) -> Material:
    return read_material(brief, SPANISH)


def fillings(frame: Frame) -> tuple[str, ...]:
    return texts_of(frame.name)


@cache
def texts_of(name: str) -> tuple[str, ...]:
    frame = next(each for each in FRAMES if each.name == name)
    texts = (
        capitalised(sentence.text)
        for brief in scenes_for(frame)
        for sentence in fill(frame, material_of(brief), SPANISH)
    )
    return tuple(dict.fromkeys(texts))


def test_it_has_hundreds_of_frames_in_three_tones() -> None:
    assert len(SPOKEN) > 150
    for tone in ("plain", "warm", "witty"):
        assert sum(frame.tone == tone for frame in SPOKEN) > 15


@by_file(SPOKEN)
def test_it_makes_good_grammar_of_facts_of_every_shape(frames: list[Frame]) -> None:
    for frame in frames:
        texts = fillings(frame)
        assert texts, "no scene of scenes.py fills this frame"
        for text in texts:
            assert text[0].isupper() or text[0] in "«¿" or not text[0].isalpha(), text
            # A subject line is no sentence.
            assert re.search(r"[.?!][»]?$", text) or frame.move == "subject", text
            assert "  " not in text, text
            assert not re.search(r"[{}\[\]|]|\bTE\b", text), text
            assert not re.search(r"\b(\w+) \1\b", text, re.IGNORECASE), text
            assert not re.search(r"[.?!,;:][.,;:?!]|\s[.,;:?!]", text), text
            assert not CLASH.search(re.sub(r"«[^»]*»", "«»", text)), text


@by_file(SPOKEN)
def test_it_calls_the_reader_one_thing_only(frames: list[Frame]) -> None:
    for frame in frames:
        is_formal = frame.when.get("register") == frozenset({"formal"})
        for text in fillings(frame):
            own = re.sub(r"«[^»]*»", "«»", text)
            if FAMILIAR.search(own):
                assert not frame.allows("register", "formal"), own
            if POLITE.search(own) and not re.search("promise|acquaintance_name", frame.text):
                assert is_formal, own


@by_file(SPOKEN)
def test_it_says_nothing_that_the_checker_warns_of(frames: list[Frame]) -> None:
    for frame in frames:
        for text in fillings(frame)[:2]:
            report = check(f"Hola, Mira. {text} Inés", network="linkedin")
            worse = [f for f in report.findings if f.severity is not Severity.ADVICE]
            # A single sentence may share nothing yet; that is the note's matter, not the frame's.
            told = [
                f.rule for f in worse if not f.rule.startswith("boring/") and "long" not in f.rule
            ]
            assert not told, (text, told)
