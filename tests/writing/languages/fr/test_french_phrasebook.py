"""The French phrasebook: every frame is read for grammar with facts of ten shapes."""

from __future__ import annotations

import re

from redleaf.writing.phrasebook import Frame, phrasebook
from tests.writing.by_file import by_file
from tests.writing.languages.fillings import fillings as fillings_in
from tests.writing.languages.fillings import spoken_frames

FRAMES = phrasebook("fr")
SPOKEN = spoken_frames("fr")
FAMILIAR = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|tienne?)\b|\bt'", re.IGNORECASE)
POLITE = re.compile(
    r"\b(?:vous|votre|vos|vôtre)\b|\b(?:avez|voulez|pouvez|aurez|dites)\b", re.IGNORECASE
)
# Words that melt into one or lose their vowel before what follows.
CLASH = re.compile(
    r"\b(?:de|à) (?:le|les)\b|\b(?:de|le|la|que|(?<!-)je|se|ne|me|te) [aeiouéèêâîô]|"
    r"\bde (?:des|du)\b|\b(?:les|des) \w+[^sxz\W] (?:a|est)\b|'(?:les?|la) ",
    re.IGNORECASE,
)
QUOTED = re.compile(r"«[^»]*»")


def fillings(frame: Frame) -> tuple[str, ...]:
    return fillings_in("fr", frame)


@by_file(SPOKEN)
def test_it_makes_good_grammar_of_facts_of_every_shape(frames: list[Frame]) -> None:
    for frame in frames:
        texts = fillings(frame)
        assert texts, "no scene of scenes.py fills this frame"
        for text in texts:
            assert text[0].isupper() or text[0] in "«" or not text[0].isalpha(), text
            # A subject line is no sentence.
            assert re.search(r"[.?!](?:\u00a0»)?$", text) or frame.move == "subject", text
            assert "  " not in text, text
            assert not re.search(r"[{}\[\]|]|\\bTO\\b|YOU", text), text
            assert not re.search(
                r"\b(\w+) \1\b",
                QUOTED.sub("«»", text).replace("vous vous", "").replace("nous nous", ""),
                re.IGNORECASE,
            ), text
            text = QUOTED.sub("«»", text)
            assert not re.search(r"[.?!,;:][.,;:?!]| [.,]", text), text
            assert not CLASH.search(QUOTED.sub("«»", text)), text


@by_file(SPOKEN)
def test_it_calls_the_reader_one_thing_only(frames: list[Frame]) -> None:
    for frame in frames:
        registers = [each for each in ("close", "peer", "formal") if frame.allows("register", each)]
        for text in fillings(frame):
            own = QUOTED.sub("«»", text)
            if FAMILIAR.search(own):
                assert registers == ["close"], own
            if POLITE.search(own):
                assert "close" not in registers, own


def test_no_sign_of_two_parts_begins_a_line() -> None:
    assert not [
        frame.name for frame in FRAMES if re.search(r"(?<!\u00a0)[?;:»](?= |$)", own(frame))
    ]
    assert not [frame.name for frame in FRAMES if re.search(r"«(?!\u00a0)", own(frame))]


def own(frame: Frame) -> str:
    return re.sub(r"\{[^}]*\}", "…", frame.text)
