"""Allowances: findings that the user's settings let stand, each with its reason.

[[allow]]
rule = "boring/buzzwords"
text = "Synergy Days"           # optional: words that the finding marks
files = ["templates/*.md"]      # optional: compared from the end of the path
until = 2027-01-31              # optional: the last day on which it holds
reason = "This is what the conference is called."
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, NamedTuple

from redleaf.errors import ConfigError
from redleaf.judging.setting_values import (
    at,
    known_rule,
    only_known,
    table_of,
    text_of,
    texts_of,
)
from redleaf.rules.finding import Finding

_KEYS = ("rule", "text", "files", "until", "reason")


@dataclass(frozen=True, slots=True)
class Allowance:
    """Findings of `rule` that stand, all of them or those that mark `text`.

    `files` and `until` bind it to files and to days; the checker knows neither, and passes over
    an allowance that is bound to one: `Settings.for_file` frees those that hold. `number` is its
    place in the settings, from 0.
    """

    rule: str
    reason: str
    text: str = ""
    files: tuple[str, ...] = ()
    until: dt.date | None = None
    number: int = 0

    def covers(self, finding: Finding, text: str) -> bool:
        """Whether it lets `finding` in `text` stand."""
        if self.files or self.until or finding.rule != self.rule:
            return False
        return _plain(self.text) in _plain(text[finding.start : finding.end])

    def reaches(self, file: str) -> bool:
        """Whether it is for this file. Standard input is no file."""
        return not self.files or any(PurePath(file).match(pattern) for pattern in self.files)

    def is_over(self, today: dt.date) -> bool:
        return self.until is not None and self.until < today

    def free(self) -> Allowance:
        """The same, bound to no file and no day."""
        return replace(self, files=(), until=None)


class Allowed(NamedTuple):
    """A finding that stands, and why."""

    finding: Finding
    allowance: Allowance

    def to_json(self) -> dict[str, Any]:
        return {**self.finding.to_json(), "reason": self.allowance.reason}


@dataclass(frozen=True, slots=True)
class UnusedAllowance:
    """An allowance that could go: it was not needed, or its last day is over."""

    allowance: Allowance
    is_over: bool

    @property
    def words(self) -> str:
        """What is so and what to do, with its place in the settings."""
        each = self.allowance
        if self.is_over:
            return (
                f"allow.{each.number}: this allowed {each.rule} until {each.until}. "
                "Give it another day, or take it out of the settings."
            )
        return (
            f"allow.{each.number}: nothing here needs {each.rule} to be allowed. "
            "Take it out of the settings when that stays so."
        )

    def to_json(self) -> dict[str, Any]:
        each = self.allowance
        return {
            "number": each.number,
            "rule": each.rule,
            "reason": each.reason,
            "why": "ended" if self.is_over else "not-needed",
        }


def unused_allowances(
    allowances: Iterable[Allowance],
    reached: Collection[int],
    used: Collection[int],
    today: dt.date,
) -> Iterator[UnusedAllowance]:
    """Those that are over, and those whose numbers were `reached` by a check and not `used`.

    One that is bound to files, of which none was checked, may well be needed.
    """
    for each in allowances:
        is_over = each.is_over(today)
        if is_over or (each.number in reached and each.number not in used):
            yield UnusedAllowance(each, is_over)


def part(
    findings: Iterable[Finding], text: str, allowances: Iterable[Allowance]
) -> tuple[list[Finding], list[Allowed]]:
    """The findings that nothing allows, and those that stand."""
    left: list[Finding] = []
    standing: list[Allowed] = []
    for finding in findings:
        first = next((each for each in allowances if each.covers(finding, text)), None)
        if first is None:
            left.append(finding)
        else:
            standing.append(Allowed(finding, first))
    return left, standing


def read_allowances(data: object, place: str) -> tuple[Allowance, ...]:
    """The tables under `[[allow]]`. Raises ConfigError that names table and key."""
    if not isinstance(data, list):
        raise ConfigError("write each of these as a table of its own: [[allow]].", place=place)
    return tuple(_read(each, at(place, number), number) for number, each in enumerate(data))


def _read(data: object, place: str, number: int) -> Allowance:
    table = table_of(data, place)
    only_known(table, _KEYS, place)
    return Allowance(
        rule=_rule(table, place),
        reason=_reason(table, place),
        text=text_of(table.get("text", ""), at(place, "text")),
        files=_files(table, place),
        until=_until(table, place),
        number=number,
    )


def _rule(table: Mapping[str, object], place: str) -> str:
    name = text_of(table.get("rule", ""), at(place, "rule"))
    if not name:
        raise ConfigError("name the rule whose findings stand.", place=at(place, "rule"))
    return known_rule(name, at(place, "rule"))


def _reason(table: Mapping[str, object], place: str) -> str:
    reason = text_of(table.get("reason", ""), at(place, "reason")).strip()
    if not reason:
        raise ConfigError(
            "say why this may stand; whoever reads it next will ask.", place=at(place, "reason")
        )
    return reason


def _files(table: Mapping[str, object], place: str) -> tuple[str, ...]:
    here = at(place, "files")
    files = texts_of(table.get("files", []), "patterns", here)
    if not all(PurePath(file).name for file in files):
        raise ConfigError("an empty pattern fits no file.", place=here)
    return tuple(files)


def _until(table: Mapping[str, object], place: str) -> dt.date | None:
    until = table.get("until")
    if until is None or (isinstance(until, dt.date) and not isinstance(until, dt.datetime)):
        return until
    raise ConfigError(
        "this must be a day without quotes, such as 2027-01-31.", place=at(place, "until")
    )


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
