"""`redleaf model test`: the user's model writes to an invented person, and is judged."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from redleaf.languagemodel import ModelSettings, candidates_for
from redleaf.languagemodel.fates import Unfit, fate_of
from redleaf.notes.brief import Brief

_BRIEF = Brief.from_json(
    {
        "today": "2026-11-19",
        "network": "linkedin",
        "sender": {"name": "Ines Duarte", "headline": "makes museum audio guides"},
        "recipient": {"name": "Mira Holt", "given_name": "Mira"},
        "encounters": [
            {
                "kind": "conference",
                "on": "2026-11-12",
                "event": "Salt Days",
                "place": "Turku",
                "topics": ["the ferry that never turns round"],
            }
        ],
    }
)


@dataclass(frozen=True, slots=True)
class Trial:
    """What was said, and whether the model wrote at least one note that could be shown."""

    lines: tuple[str, ...]
    is_good: bool


def try_out(settings: ModelSettings) -> Trial:
    """Ask for notes to an invented person; the limit of a note is LinkedIn's."""
    begun = time.monotonic()
    candidates = candidates_for(_BRIEF, settings)
    took = time.monotonic() - begun
    if not candidates.notes:
        return Trial((f"{candidates.what}.",), False)
    fates = [fate_of(text, _BRIEF) for text in candidates.texts]
    good = sum(not isinstance(each, Unfit) for each in fates)
    lines = [f"{candidates.what} in {took:.1f} s; {good} could be shown."]
    for each in fates:
        lines += ["", *_note_lines(each.text, each.why if isinstance(each, Unfit) else "")]
    return Trial(tuple(lines), good > 0)


def _note_lines(text: str, why: str) -> Iterator[str]:
    yield f"Not shown: {why}" if why else f"Could be shown, {len(text)} characters"
    for line in text.splitlines():
        yield f"  {line}"
