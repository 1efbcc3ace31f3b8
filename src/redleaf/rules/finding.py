"""A finding: one place in a text where a rule applies, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

NO_COSTS: Mapping[str, int] = {}


class Severity(StrEnum):
    """How much a finding matters: an error should not be sent, advice may be ignored in peace."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


# What a rule's level may be beside a severity: it does not run.
OFF = "off"


class Fix(NamedTuple):
    """Replace the code points from `start` to `end` by `text`.

    `is_safe` when no reader could miss what it takes away, so that a program may take it unasked.
    """

    start: int
    end: int
    text: str
    is_safe: bool = False

    def to_json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "safe": self.is_safe}


class Finding(NamedTuple):
    """One place where a rule applies.

    `start` and `end` count Unicode code points of the text. `costs` maps a score
    (courtesy, interest, giving) to the points that this finding takes from it. `suggests` is the
    verdict it speaks for, or "", and `weight` how loudly (see Rule).
    """

    rule: str
    severity: Severity
    start: int
    end: int
    message: str
    advice: str
    fixes: tuple[Fix, ...] = ()
    costs: Mapping[str, int] = NO_COSTS
    suggests: str = ""
    weight: float = 0.0

    @property
    def family(self) -> str:
        return self.rule.partition("/")[0]

    def with_severity(self, severity: Severity) -> Finding:
        return self._replace(severity=severity)

    def to_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "start": self.start,
            "end": self.end,
            "message": self.message,
            "advice": self.advice,
            "fixes": [fix.to_json() for fix in self.fixes],
            "costs": dict(self.costs),
        }
