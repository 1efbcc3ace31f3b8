"""A second look at a text before it leaves: what no fact bears out, and what the checker finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redleaf.cli.columns import wrapped
from redleaf.cli.terminal import printable
from redleaf.judging import Settings, check
from redleaf.notes.brief import Brief
from redleaf.rules.finding import Finding, Severity
from redleaf.writing.verifier import Claim, verify

# The limit of the brief may be another than the network's, and is looked at here.
_SETTINGS = Settings(levels={"boring/too-long-for-the-network": "off"})


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What there is to say of a text; `too_many` characters are over its limit."""

    text: str
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    too_many: int

    @property
    def unsupported(self) -> tuple[Claim, ...]:
        return tuple(each for each in self.claims if not each.supported)

    @property
    def is_silent(self) -> bool:
        return not (self.unsupported or self.findings or self.too_many)

    @property
    def is_grave(self) -> bool:
        """Whether to ask once more before the text goes anywhere."""
        errors = any(each.severity is Severity.ERROR for each in self.findings)
        return bool(self.unsupported or errors or self.too_many)

    @property
    def traces(self) -> Iterator[tuple[str, str]]:
        """The words of the text that a fact bears out, with the fact's path."""
        for claim in self.claims:
            if claim.supported and claim.facts:
                yield claim.text, claim.facts[0]

    def lines(self, width: int) -> Iterator[str]:
        """Each thing with its place in the text and its words, the untrue first."""
        if self.too_many:
            yield f"{self.too_many} characters too many."
        for claim in self.unsupported:
            yield from self._told(claim.start, claim.end, claim.kind, claim.why, "", width)
        for each in self.findings:
            yield from self._told(
                each.start, each.end, str(each.severity), each.message, each.advice, width
            )

    def _told(
        self, start: int, end: int, kind: str, what: str, advice: str, width: int
    ) -> Iterator[str]:
        words = " ".join(self.text[start:end].split())
        place = f"{start}-{end}, {kind}: “{words}”" if words else f"{start}-{end}, {kind}"
        yield from wrapped(printable(place), width, first="  ", others="    ")
        for sentence in filter(None, (what, advice)):
            yield from wrapped(printable(sentence), width, first="      ", others="      ")


def look_again(brief: Brief, text: str, *, limit: int | None, kind: str) -> SecondLook:
    """Hold a text against the brief's facts, its limit and the checker's rules."""
    claims = verify(brief, text).claims
    report = check(text, network=brief.network, brief=brief, kind=kind, settings=_SETTINGS)
    untrue = [each for each in claims if not each.supported]
    findings = tuple(each for each in report.findings if not _is_said(each, untrue))
    too_many = max(0, len(text) - limit) if limit is not None else 0
    return SecondLook(text, claims, findings, too_many)


def _is_said(finding: Finding, claims: list[Claim]) -> bool:
    """The verifier names the very fact; a rule that saw the same place says no more."""
    return finding.family == "untrue" and any(
        claim.start < finding.end and finding.start < claim.end for claim in claims
    )
