"""The settings' table: what the TOML of redleaf.judging.settings may say, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redleaf.errors import ConfigError, RedleafError, UnknownName
from redleaf.judging.allowing import Allowance, read_allowances
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
from redleaf.rules.catalogue import phrase_table
from redleaf.rules.finding import OFF, Severity
from redleaf.rules.phrases import PhraseTable

_KEYS = ("network", "kind", "preview", "rules", "phrases", "allow")
_LEVELS = (OFF, *(str(severity) for severity in Severity))


def changes_in(data: Mapping[str, object], place: str) -> dict[str, Any]:
    """The fields of Settings that a parsed table changes. Raises ConfigError with the key."""
    only_known(table_of(data, place), _KEYS, place)
    kind = choice_of(data.get("kind", "note"), KINDS, at(place, "kind"))
    preview = data.get("preview", False)
    if not isinstance(preview, bool):
        raise ConfigError("this is true or false.", place=at(place, "preview"))
    return {
        "network": _network(data.get("network", ""), at(place, "network")),
        "kind": kind,
        "preview": preview,
        "levels": _levels(data.get("rules", {}), at(place, "rules")),
        "phrases": _phrases(data.get("phrases", {}), at(place, "phrases")),
        "allowances": _allowances(data.get("allow", []), at(place, "allow")),
    }


def _allowances(data: object, place: str) -> tuple[Allowance, ...]:
    return read_allowances(data, place) if data else ()


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
            except RedleafError as error:
                raise ConfigError(str(error).removeprefix(f"{here}: "), place=here) from None
        phrases[rule] = tuple(phrases_here)
    return phrases


def _rules_with_phrases() -> set[str]:
    return {pattern.rule for pattern in phrase_table().patterns()}
