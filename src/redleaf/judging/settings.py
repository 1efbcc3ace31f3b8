"""Settings of the checker: rules on and off, severities, own phrases. Read from TOML by the caller.

network = "linkedin"            # for texts that do not say
kind = "note"
preview = false                 # true: also rules that are still being tried out

[rules]
"boring/buzzwords" = "off"      # off, advice, warning or error

[phrases]
"boring/buzzwords" = ["move the needle"]
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from redleaf.errors import ConfigError, RedleafError, UnknownName
from redleaf.networks import network
from redleaf.notes.note import KINDS
from redleaf.notes.pattern_grammar import elements_of
from redleaf.rules.catalogue import all_rules, phrase_table
from redleaf.rules.finding import Finding, Severity
from redleaf.rules.phrases import PhraseTable
from redleaf.rules.rule import Rule

OFF = "off"
_KEYS = ("network", "kind", "preview", "rules", "phrases")
_LEVELS = (OFF, *(str(severity) for severity in Severity))


@dataclass(frozen=True)
class Settings:
    """What the user changed. The default changes nothing."""

    network: str = ""
    kind: str = "note"
    preview: bool = False
    levels: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def from_toml(cls, data: Mapping[str, object], *, place: str = "") -> Settings:
        """Read a parsed TOML table. Raises ConfigError that names the key and a near one."""
        _only(_table(data, place), _KEYS, place)
        kind = _choice(data.get("kind", "note"), KINDS, _at(place, "kind"))
        preview = data.get("preview", False)
        if not isinstance(preview, bool):
            raise ConfigError("this is true or false.", place=_at(place, "preview"))
        return cls(
            network=_network(data.get("network", ""), _at(place, "network")),
            kind=kind,
            preview=preview,
            levels=_levels(data.get("rules", {}), _at(place, "rules")),
            phrases=_phrases(data.get("phrases", {}), _at(place, "phrases")),
        )

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run."""
        return tuple(rule for rule in all_rules() if self._runs(rule))

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

    def _runs(self, rule: Rule) -> bool:
        level = self.levels.get(rule.name)
        return level != OFF and (not rule.preview or self.preview or level is not None)


DEFAULT = Settings()


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
    for name, level in _table(data, place).items():
        levels[_rule_name(name, place)] = _choice(level, _LEVELS, _at(place, name))
    return levels


def _phrases(data: object, place: str) -> dict[str, tuple[str, ...]]:
    phrases = {}
    for name, lines in _table(data, place).items():
        at = _at(place, name)
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            raise ConfigError("this must be a list of phrases in quotes.", place=at)
        rule = _rule_name(name, place)
        if rule not in _rules_with_phrases():
            raise ConfigError("this rule does not work with phrases.", place=at)
        for line in lines:
            try:
                PhraseTable().add(rule, "*", line, place=at)
                elements_of(line.partition("=")[0])
            except RedleafError as error:
                raise ConfigError(str(error).removeprefix(f"{at}: "), place=at) from None
        phrases[rule] = tuple(lines)
    return phrases


def _rules_with_phrases() -> set[str]:
    return {pattern.rule for pattern in phrase_table().patterns()}


def _rule_name(name: str, place: str) -> str:
    for rule in all_rules():
        if name == rule.name or name in rule.aliases:
            return rule.name
    raise ConfigError(
        "there is no such rule." + _hint(name, [rule.name for rule in all_rules()]),
        place=_at(place, name),
    )


def _only(data: Mapping[str, object], known: Iterable[str], place: str) -> None:
    for key in data:
        if key not in known:
            raise ConfigError(
                "there is no such setting." + _hint(key, known), place=_at(place, key)
            )


def _table(data: object, place: str) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise ConfigError("this must be a table.", place=place)
    return data


def _choice(value: object, known: Iterable[str], place: str) -> str:
    if not isinstance(value, str) or value not in known:
        raise ConfigError(
            f"{value!r} is not one of {', '.join(known)}." + _hint(str(value), known), place=place
        )
    return value


def _hint(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]}?" if near else ""


def _at(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
