"""Settings of the checker: rules on and off, severities, own phrases. Read from TOML by the caller.

network = "linkedin"            # for texts that do not say
kind = "note"
preview = false                 # true: also rules that are still being tried out

[rules]
"boring/buzzwords" = "off"      # off, advice, warning or error

[phrases]
"boring/buzzwords" = ["move the needle"]

[[allow]]                       # findings that stand, with the reason: redleaf.judging.allowing
rule = "boring/buzzwords"
text = "Synergy Days"
reason = "This is what the conference is called."
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from redleaf.rules.catalogue import Roster, listed_rules
from redleaf.rules.finding import OFF, Finding, Severity
from redleaf.rules.listed_rule import ListedRule
from redleaf.rules.phrases import PhraseTable

if TYPE_CHECKING:
    import datetime as dt

    from redleaf.judging.allowing import Allowance

NO_LEVELS: Mapping[str, str] = {}
NO_PHRASES: Mapping[str, tuple[str, ...]] = {}


class _Changes(NamedTuple):
    network: str = ""
    kind: str = "note"
    preview: bool = False
    levels: Mapping[str, str] = NO_LEVELS
    phrases: Mapping[str, tuple[str, ...]] = NO_PHRASES
    allowances: tuple[Allowance, ...] = ()


class Settings(_Changes):
    """What the user changed. The default changes nothing."""

    @classmethod
    def from_toml(cls, data: Mapping[str, object], *, place: str = "") -> Settings:
        """Read a parsed TOML table. Raises ConfigError that names the key and a near one."""
        # Here alone: most checks run with no settings.
        from redleaf.judging.settings_table import changes_in

        return cls(**changes_in(data, place))

    def for_file(self, file: str, today: dt.date) -> Settings:
        """The settings for one file on one day: the allowances that hold there, bound no more."""
        if not self.allowances:
            return self
        holding = tuple(
            each.free()
            for each in self.allowances
            if each.reaches(file) and not each.is_over(today)
        )
        return self._replace(allowances=holding)

    def __hash__(self) -> int:
        changed = (*sorted(self.levels.items()), *sorted(self.phrases.items()))
        return hash((self.network, self.kind, self.preview, changed, self.allowances))

    @cached_property
    def roster(self) -> Roster:
        """The rules that run."""
        return Roster(rule for rule in listed_rules() if self._runs(rule))

    @cached_property
    def own_phrases(self) -> PhraseTable | None:
        if not self.phrases:
            return None
        table = PhraseTable()
        for rule, lines in self.phrases.items():
            for line in lines:
                table.add(rule, "*", line, place=f"phrases.{rule}")
        return table

    def weigh(self, finding: Finding) -> Finding:
        """The finding with the severity that the user gave its rule."""
        level = self.levels.get(finding.rule)
        return finding.with_severity(Severity(level)) if level and level != OFF else finding

    def _runs(self, rule: ListedRule) -> bool:
        level = self.levels.get(rule.name)
        return level != OFF and (not rule.preview or self.preview or level is not None)


DEFAULT = Settings()
