"""All rules, found by where their files stand: `rules/<family>/<name>.py`. Nothing lists them.

Most texts concern few of them, so a check loads a rule only where the rule could find something.
What tells that is compiled into compiled/rules.txt, and all phrases into compiled/phrases.txt (see
redleaf.notes.compiled_files); what is stale of it is read from the files themselves.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from redleaf.errors import UnknownName
from redleaf.notes.compiled_files import read_compiled
from redleaf.rules.listed_rule import ECHO, ListedRule, circumstances_of
from redleaf.rules.phrases import PhraseTable
from redleaf.rules.rule import FAMILIES, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from redleaf.rules.listed_rule import Circumstances
    from redleaf.rules.reading import Reading

FOLDER = os.path.dirname(__file__)  # noqa: PTH120 (see redleaf.notes.data_files)
COMPILED_RULES = f"{FOLDER}/compiled/rules.txt"
COMPILED_PHRASES = f"{FOLDER}/compiled/phrases.txt"


class Roster:
    """Rules, laid out so that a reading asks no more of them than it must."""

    def __init__(self, listed: Iterable[ListedRule]) -> None:
        self._names: set[str] = set()
        self._hearing: dict[str, list[ListedRule]] = {}
        self._others: list[ListedRule] = []
        self._answering: list[ListedRule] = []
        self._able: dict[Circumstances, tuple[list[str], dict[str, list[str]]]] = {}
        for rule in listed:
            self._names.add(rule.name)
            if ECHO in rule.needs:
                self._answering.append(rule)
            elif rule.hears:
                for name in rule.hears:
                    self._hearing.setdefault(name, []).append(rule)
            else:
                self._others.append(rule)

    def rule(self, name: str) -> Rule | None:
        """The rule of this name, if it is one of these."""
        return loaded_rule(name) if name in self._names else None

    def asked(self, reading: Reading) -> Iterator[Rule]:
        """The rules that could find something in `reading`; none of the others does."""
        circumstances = circumstances_of(reading)
        if circumstances not in self._able:
            self._able[circumstances] = self._able_in(reading)
        others, hearing = self._able[circumstances]
        woken = [name for each in reading.hits if each in hearing for name in hearing[each]]
        return map(loaded_rule, dict.fromkeys((*others, *woken)))

    def answering(self, reading: Reading) -> Iterator[Rule]:
        """The rules that speak when all others are done, of what the scorers heard."""
        for rule in self._answering:
            if rule.may_speak(reading):
                yield loaded_rule(rule.name)

    def _able_in(self, reading: Reading) -> tuple[list[str], dict[str, list[str]]]:
        """Those that may speak in such circumstances: always, and by whose phrases wake them."""
        hearing = {
            name: [rule.name for rule in rules if rule.may_speak(reading)]
            for name, rules in self._hearing.items()
        }
        others = [rule.name for rule in self._others if rule.may_speak(reading)]
        return others, {name: rules for name, rules in hearing.items() if rules}


@cache
def listed_rules() -> tuple[ListedRule, ...]:
    """What is known of every rule without loading it, by family and name."""
    compiled = read_compiled(COMPILED_RULES, folder=FOLDER)
    listed = compiled.parts[0].fields() if compiled else {}
    return tuple(
        ListedRule.read(name, listed[name])
        if compiled and compiled.knows(f"{_file(name)}.py")
        else loaded_rule(name).listed
        for name in _names(".py")
    )


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, loaded, by family and name."""
    return tuple(loaded_rule(name) for name in _names(".py"))


def rule_named(name: str) -> Rule:
    """The rule with this name, or one it had before. Raises UnknownName with the nearest."""
    for listed in listed_rules():
        if name == listed.name or name in listed.aliases:
            return loaded_rule(listed.name)
    raise UnknownName("rule", name, [listed.name for listed in listed_rules()])


@cache
def loaded_rule(name: str) -> Rule:
    """The rule of exactly this name."""
    module = import_module("redleaf.rules." + name.replace("-", "_").replace("/", "."))
    rule: Rule = module.rule
    rule.name = name
    rule.page = module.__doc__ or ""
    return rule


@cache
def phrase_table() -> PhraseTable:
    """The phrases of all rules in one table."""
    compiled = read_compiled(COMPILED_PHRASES, folder=FOLDER)
    if compiled and compiled.knows_all(phrase_files()):
        return PhraseTable.read_compiled(compiled.parts)
    return phrase_table_of_files()


def phrase_table_of_files() -> PhraseTable:
    """The same, from the phrase files themselves."""
    table = PhraseTable()
    for name in _names(".txt"):
        with open(f"{FOLDER}/{_file(name)}.txt", encoding="utf-8") as file:  # noqa: PTH123
            table.read(name, file.read(), place=f"{name}.txt")
    return table


def rule_files() -> list[str]:
    """The files under FOLDER that hold a rule each."""
    return [f"{_file(name)}.py" for name in _names(".py")]


def phrase_files() -> list[str]:
    """The files under FOLDER that hold the phrases of a rule each."""
    return [f"{_file(name)}.txt" for name in _names(".txt")]


@cache
def _names(ending: str) -> list[str]:
    """The names of the rules that have a file with this ending, by family and name."""
    return [
        f"{family}/{file.removesuffix(ending).replace('_', '-')}"
        for family in FAMILIES
        for file in sorted(os.listdir(f"{FOLDER}/{family}"))  # noqa: PTH208
        if file.endswith(ending) and file[0] != "_"
    ]


def _file(name: str) -> str:
    return name.replace("-", "_")
