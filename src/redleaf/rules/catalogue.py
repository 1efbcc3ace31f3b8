"""All rules, found by where their files stand: `rules/<family>/<name>.py`. Nothing lists them."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path

from redleaf.errors import UnknownName
from redleaf.rules.phrases import PhraseTable
from redleaf.rules.rule import FAMILIES, Rule

_RULES = Path(__file__).parent


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by family and name."""
    rules = []
    for family in FAMILIES:
        names = sorted(path.stem for path in (_RULES / family).glob("[!_]*.py"))
        rules += [_load(family, name) for name in names]
    return tuple(rules)


def rule_named(name: str) -> Rule:
    """The rule with this name, or one it had before. Raises UnknownName with the nearest."""
    for rule in all_rules():
        if name == rule.name or name in rule.aliases:
            return rule
    raise UnknownName("rule", name, [rule.name for rule in all_rules()])


@lru_cache(maxsize=1)
def phrase_table() -> PhraseTable:
    """The phrases of all rules in one table."""
    table = PhraseTable()
    for rule in all_rules():
        family, _, name = rule.name.partition("/")
        path = _RULES / family / (name.replace("-", "_") + ".txt")
        if path.is_file():
            table.read(rule.name, path.read_text("utf-8"), place=f"{rule.name}.txt")
    return table


def _load(family: str, stem: str) -> Rule:
    module = import_module(f"redleaf.rules.{family}.{stem}")
    rule: Rule = module.rule
    rule.name = f"{family}/{stem.replace('_', '-')}"
    rule.page = module.__doc__ or ""
    return rule
