"""Names of people: the name as written is the truth, its parts are what a file said of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a name as a file gave them, or a guess of ours; any of them may be missing."""

    given: str = ""
    family: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""

    def __bool__(self) -> bool:
        return any((self.given, self.family, self.additional, self.prefix, self.suffix))

    @property
    def joined(self) -> str:
        """The parts in the order of most European languages; for files that give no whole name."""
        parts = (self.prefix, self.given, self.additional, self.family, self.suffix)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of the same person. `kind` is one of `NAME_KINDS`."""

    kind: str
    text: str


NAME_KINDS = ("nickname", "maiden", "phonetic", "script", "former", "other")
