"""Cues: the words that say what the part of a line that follows them is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from redleaf.notes.data_files import read_beside
from redleaf.notes.spans import Span

LANGUAGES = ("en", "de", "fr", "es")
# At the beginning of a part, whatever it is, such words hold it to the one before.
_JOINING = (
    r"(?:(?:and|und|et|y|e|but|aber|mais|pero|also|then|who|whom|where|which|that|while|so|plus|"
    r"&|as well as|dann|auch|puis|aussi|luego|we|i|ich|wir|je|yo|on|nous|she|he|they)\s+)*"
)
JOINING = re.compile(_JOINING)


class Cue(NamedTuple):
    """Where it stands and its kind; `is_strong` when it may begin in the middle of a sentence."""

    span: Span
    kind: str
    is_strong: bool


def cues_in(flat: str, language: str) -> list[Cue]:
    """The cues of a line (English and its own language), the longest at each place."""
    found: dict[int, Cue] = {}
    for kind, is_strong, pattern in _patterns(language):
        for match in pattern.finditer(flat):
            before = found.get(match.start())
            if before is None or match.end() > before.span.end:
                found[match.start()] = Cue(Span(*match.span()), kind, is_strong)
    return _without_overlaps(found[at] for at in sorted(found))


def language_of_cues(flat: str) -> str:
    """The language whose cues hold the most of a line; English when none tells."""
    weights = {
        language: sum(
            cue.span.end - cue.span.start
            for _, _, pattern in _own_patterns(language)
            for match in pattern.finditer(flat)
            for cue in [Cue(Span(*match.span()), "", False)]
        )
        for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda each: weights[each])


def _without_overlaps(cues: Iterable[Cue]) -> list[Cue]:
    kept: list[Cue] = []
    for cue in cues:
        if not kept or cue.span.start >= kept[-1].span.end:
            kept.append(cue)
    return kept


@cache
def _patterns(language: str) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    english = _own_patterns("en")
    return english if language == "en" else _own_patterns(language) + english


@cache
def _own_patterns(language: str) -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    return tuple(each[1:] for each in _all_patterns() if each[0] == language)


@cache
def _all_patterns() -> tuple[tuple[str, str, bool, re.Pattern[str]], ...]:
    made = []
    for line in read_beside(__file__, "cues.txt").splitlines():
        if line and not line.startswith("#"):
            kind, language, words = line.split(": ", 2)
            pattern = re.compile(rf"(?<![\w'-])(?:{words.replace(' ', '[ ]+')})(?!\w|-\w)")
            made.append((language, kind.rstrip("!"), kind.endswith("!"), pattern))
    return tuple(made)
