"""A trial: the user's model writes to an invented person, and is judged as always."""

from __future__ import annotations

from dataclasses import dataclass

from redleaf.languagemodel.asking import candidates_for
from redleaf.languagemodel.fates import Fit, Unfit, fate_of
from redleaf.languagemodel.settings import ModelSettings
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
    """What the model did, as a sentence without its full stop, and what becomes of each note."""

    what: str
    fates: tuple[Fit | Unfit, ...] = ()

    @property
    def good(self) -> int:
        """How many of its notes could be shown."""
        return sum(isinstance(each, Fit) for each in self.fates)


def try_out(settings: ModelSettings) -> Trial:
    """Ask for notes to an invented person; the limit of a note is LinkedIn's."""
    candidates = candidates_for(_BRIEF, settings)
    return Trial(candidates.what, tuple(fate_of(text, _BRIEF) for text in candidates.texts))
