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
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from redleaf.errors import ConfigError, RedleafError, UnknownName
from redleaf.judging.setting_values import (
    at,
    choice_of,
    known_rule,
    only_known,
    table_of,
    texts_of,
)
from redleaf.networks import network
from redleaf.notes.note import KINDS
from redleaf.notes.pattern_grammar import elements_of
from redleaf.rules.catalogue import Roster, listed_rules, phrase_table
from redleaf.rules.finding import Finding, Severity
from redleaf.rules.listed_rule import ListedRule
from redleaf.rules.phrases import PhraseTable

if TYPE_CHECKING:
    import datetime as dt

    from redleaf.judging.allowing import Allowance

OFF = "off"
_KEYS = ("network", "kind", "preview", "rules", "phrases", "allow")
_LEVELS = (OFF, *(str(severity) for severity in Severity))


@dataclass(frozen=True)
class Settings:
    """What the user changed. The default changes nothing."""

    network: str = ""
    kind: str = "note"
    preview: bool = False
    levels: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    allowances: tuple[Allowance, ...] = ()

    @classmethod
    def from_toml(cls, data: Mapping[str, object], *, place: str = "") -> Settings:
        """Read a parsed TOML table. Raises ConfigError that names the key and a near one."""
        only_known(table_of(data, place), _KEYS, place)
        kind = choice_of(data.get("kind", "note"), KINDS, at(place, "kind"))
        preview = data.get("preview", False)
        if not isinstance(preview, bool):
            raise ConfigError("this is true or false.", place=at(place, "preview"))
        return cls(
            network=_network(data.get("network", ""), at(place, "network")),
            kind=kind,
            preview=preview,
            levels=_levels(data.get("rules", {}), at(place, "rules")),
            phrases=_phrases(data.get("phrases", {}), at(place, "phrases")),
            allowances=_allowances(data.get("allow", []), at(place, "allow")),
        )

    def for_file(self, file: str, today: dt.date) -> Settings:
        """The settings for one file on one day: the allowances that hold there, bound no more."""
        if not self.allowances:
            return self
        holding = tuple(
            each.free()
            for each in self.allowances
            if each.reaches(file) and not each.is_over(today)
        )
        return replace(self, allowances=holding)

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


def _allowances(data: object, place: str) -> tuple[Allowance, ...]:
    if not data:
        return ()
    from redleaf.judging.allowing import read_allowances  # here alone: most settings have none

    return read_allowances(data, place)


def _network(name: object, place: str) -> str:
    if not isinstance(name, str):
        raise ConfigError("name one network in quotes.", place=place)
    try:
        if name:
            network(name)
    except UnknownName as error:
        raise ConfigError(str(error), place=place) from None
    return name


def _levels(data: object, place: str) -> dict[str, str]:
    levels = {}
    for name, level in table_of(data, place).items():
        here = at(place, name)
        levels[known_rule(name, here)] = choice_of(level, _LEVELS, here)
    return levels


def _phrases(data: object, place: str) -> dict[str, tuple[str, ...]]:
    phrases = {}
    for name, lines in table_of(data, place).items():
        here = at(place, name)
        phrases_here = texts_of(lines, "phrases", here)
        rule = known_rule(name, here)
        if rule not in _rules_with_phrases():
            raise ConfigError("this rule does not work with phrases.", place=here)
        for line in phrases_here:
            try:
                PhraseTable().add(rule, "*", line, place=here)
                elements_of(line.partition("=")[0])
            except RedleafError as error:
                raise ConfigError(str(error).removeprefix(f"{here}: "), place=here) from None
        phrases[rule] = tuple(phrases_here)
    return phrases


def _rules_with_phrases() -> set[str]:
    return {pattern.rule for pattern in phrase_table().patterns()}
