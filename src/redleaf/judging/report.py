"""A report: what check() says of one text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from redleaf.rules.finding import Finding, Severity

if TYPE_CHECKING:
    from redleaf.judging.allowing import Allowed

VERDICTS = ("empty", "default", "template", "pitch", "personal", "unclear")


class Scores(NamedTuple):
    """Three numbers from 0 to 100; every point below 100 is taken by a finding."""

    courtesy: int
    interest: int
    giving: int

    def to_json(self) -> dict[str, int]:
        return {"courtesy": self.courtesy, "interest": self.interest, "giving": self.giving}


class Report(NamedTuple):
    """All findings in one text, its scores and its verdict.

    `length` and `limit` are in code points, counted as the network counts them; `limit` is None
    where the network has none. `findings` are in the order of the text. `allowed` are those that
    the settings let stand; verdict and scores follow the others alone.
    """

    source: str
    language: str
    network: str
    length: int
    limit: int | None
    verdict: str
    reason: str
    scores: Scores
    findings: tuple[Finding, ...]
    allowed: tuple[Allowed, ...] = ()

    def has(self, severity: Severity) -> bool:
        return any(finding.severity is severity for finding in self.findings)

    def to_json(self) -> dict[str, Any]:
        """The report as in the JSON contract (schema 1, docs/json.md)."""
        return {
            "source": self.source,
            "language": self.language,
            "network": self.network,
            "length": self.length,
            "limit": self.limit,
            "verdict": self.verdict,
            "reason": self.reason,
            "scores": self.scores.to_json(),
            "findings": [finding.to_json() for finding in self.findings],
            "allowed": [each.to_json() for each in self.allowed],
        }
