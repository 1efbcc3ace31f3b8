"""What a frame says of the facts of ten scenes, in the language of its phrasebook."""

from __future__ import annotations

from functools import cache

from redleaf.notes.brief import Brief
from redleaf.writing.facts import read_material
from redleaf.writing.languages import language
from redleaf.writing.material import Material
from redleaf.writing.phrasebook import Frame, phrasebook
from redleaf.writing.sentences import capitalised, fill
from tests.writing.languages.scenes import facts_of, scenes_for

ENVELOPE = ("greeting", "farewell")


@cache
def spoken_frames(code: str) -> tuple[Frame, ...]:
    """The frames of a language without greetings and farewells, which are no sentences."""
    return tuple(frame for frame in phrasebook(code) if frame.move not in ENVELOPE)


def fillings(code: str, frame: Frame) -> tuple[str, ...]:
    """Every sentence that the scenes of the language make of `frame`, each once."""
    return _texts_of(code, frame.name)


@cache
def _texts_of(code: str, name: str) -> tuple[str, ...]:
    frame = _by_name(code)[name]
    tongue = language(code)
    texts = (
        capitalised(sentence.text)
        for brief in scenes_for(frame, facts_of(code))
        for sentence in fill(frame, _material_of(code, brief), tongue)
    )
    return tuple(dict.fromkeys(texts))


@cache
def _by_name(code: str) -> dict[str, Frame]:
    return {frame.name: frame for frame in phrasebook(code)}


@cache
def _material_of(code: str, brief: Brief) -> Material:
    return read_material(brief, language(code))
