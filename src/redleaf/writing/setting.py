"""The setting of one drafting: what every note that could come of it has in common."""

from __future__ import annotations

from dataclasses import dataclass

from redleaf.notes.brief import Brief
from redleaf.writing.languages import Language
from redleaf.writing.material import Material, Source
from redleaf.writing.voice import SILENT, Voice

_USUAL = {"note": 240, "card": 260, "letter": 560}


@dataclass(frozen=True, slots=True)
class Setting:
    """What every note of one drafting has in common."""

    brief: Brief
    language: Language
    material: Material
    recognition: str
    aim: str
    medium: str
    network: str
    limit: int | None
    plans: tuple[str, ...]
    voice: Voice = SILENT
    # How much other notes ask for other words: 0 where there are none, 1 beside them, 2 when they
    # have used up the best ones, so that any will do.
    variety: int = 0

    @property
    def register(self) -> str:
        return self.brief.recipient.register

    @property
    def asks_who(self) -> bool:
        """Whether the note only asks a stranger how the two know each other."""
        return self.plans == ("answer a stranger",)

    @property
    def is_relaxed(self) -> bool:
        """Whether short forms are used: not in letters, nor by who writes everything out."""
        return self.register != "formal" and self.voice.contracts is not False

    @property
    def are_strangers(self) -> bool:
        """Whether "we have not met" is sure: who shares a choir may well know the writer."""
        met = self.material.encounters
        if self.brief.recognition == "unknown":
            return not any("introducer" in each.scope or not _heard(each) for each in met)
        return self.recognition == "unknown" and not (met or self.material.ties)

    @property
    def comfortable(self) -> int:
        """The length to stay under, in characters."""
        usual = _USUAL[self.medium]
        if self.voice.length and self.medium == "note":
            usual = min(max(round(1.15 * self.voice.length), 110), 320)
        return min(self.limit, usual) if self.limit is not None else usual


def _heard(met: Source) -> bool:
    """Whether one of the two only sat in the audience."""
    return met.kind == "talk" or "theirs" in met.marks
