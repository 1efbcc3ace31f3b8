"""A listed rule: what tells, without loading a rule, whether it could find something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from redleaf.rules.reading import Reading

    Circumstances: TypeAlias = tuple[str, bool, bool, bool, bool, bool]

PHRASES, BRIEF, LIMIT, FOREIGN, ECHO = "phrases", "brief", "limit", "foreign", "echo"
HISTORY = "history"
# What a rule can say that it needs; without it, it finds nothing, and is not loaded.
NEEDS = {
    PHRASES: "phrases of its own, or of the rules that it hears",
    BRIEF: "a brief",
    HISTORY: "notes that were sent before",
    LIMIT: "a limit on the length",
    FOREIGN: "a sign that is not ASCII",
    ECHO: "what the scorers heard where no other rule spoke",
}


class ListedRule:
    """The name of a rule, and when it can speak. `hears` are the rules whose phrases wake it."""

    def __init__(
        self,
        name: str,
        *,
        kinds: Sequence[str],
        needs: Sequence[str],
        hears: Sequence[str],
        aliases: Sequence[str],
        preview: bool,
    ) -> None:
        self.name = name
        self.kinds = kinds
        self.needs = needs
        self.hears = hears
        self.aliases = aliases
        self.preview = preview

    @classmethod
    def read(cls, name: str, line: str) -> ListedRule:
        """What `written` says after the name."""
        kinds, needs, hears, aliases, preview = line.split("\t")
        return cls(
            name,
            kinds=kinds.split(),
            needs=needs.split(),
            hears=hears.split(),
            aliases=aliases.split(),
            preview=bool(preview),
        )

    def written(self) -> str:
        """Its name and all else, parted by tabs."""
        lists = (" ".join(each) for each in (self.kinds, self.needs, self.hears, self.aliases))
        return "\t".join((self.name, *lists, "preview" if self.preview else ""))

    def may_speak(self, reading: Reading) -> bool:
        """Whether all is there that the rule needs, but for phrases, which a Roster looks after."""
        if reading.kind not in self.kinds:
            return False
        return all(_is_there(need, reading) for need in self.needs)


def circumstances_of(reading: Reading) -> Circumstances:
    """What ListedRule.may_speak looks at: where this is the same, the same rules may speak."""
    return (
        reading.kind,
        reading.brief is None,
        bool(reading.history),
        reading.limit is None,
        reading.echo is None,
        reading.written.isascii(),
    )


def _is_there(need: str, reading: Reading) -> bool:
    if need == BRIEF:
        return reading.brief is not None
    if need == HISTORY:
        return bool(reading.history)
    if need == LIMIT:
        return reading.limit is not None
    if need == ECHO:
        return reading.echo is not None
    return not reading.written.isascii()
