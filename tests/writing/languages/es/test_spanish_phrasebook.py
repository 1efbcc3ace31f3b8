"""The Spanish phrasebook: every frame is read for grammar with facts of ten shapes."""

from __future__ import annotations

import re

from redleaf.writing.phrasebook import Frame
from tests.writing.by_file import by_file
from tests.writing.languages.fillings import fillings as fillings_in
from tests.writing.languages.fillings import spoken_frames

SPOKEN = spoken_frames("es")
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


def fillings(frame: Frame) -> tuple[str, ...]:
    return fillings_in("es", frame)


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
