"""What the rules saw, weighed: sums for template, pitch and personal, and the verdict they give.

Nothing but what has a name counts here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from redleaf.notes.particulars import TELLING, Particular, particularity
from redleaf.notes.spans import Span
from redleaf.rules.finding import Finding, Severity
from redleaf.rules.reading import Reading

DEFAULT_TEXT = "boring/default-text"
# From here on a text is called a template or a pitch, whatever else is in it ...
ENOUGH = 0.6
# ... and from here on when nothing particular speaks against it.
LITTLE = 0.3
# A pitch stays a pitch in personal dress: particulars weigh half against it.
DRESS = 0.5
# A pitch is worded like a template too; it may be outweighed a little and stays a pitch.
PITCH_AGAINST_TEMPLATE = 0.8


class Evidence(NamedTuple):
    """The verdict of the rules, and what is particular outside of any default text."""

    verdict: str
    particulars: Sequence[Particular]


def evidence_of(reading: Reading, findings: Sequence[Finding]) -> Evidence:
    """The evidence in a text that is neither empty nor a default text."""
    particulars = _own_particulars(reading, findings)
    verdict = _weigh(
        pitch=_weight(findings, "pitch"),
        template=_weight(findings, "template"),
        personal=particularity(particulars),
    )
    return Evidence(verdict, particulars)


def whole_default(findings: Iterable[Finding]) -> Finding | None:
    """The finding that the text is nothing but a default text, if there is one."""
    for finding in findings:
        if finding.rule == DEFAULT_TEXT and finding.severity is Severity.ERROR:
            return finding
    return None


def _weigh(*, pitch: float, template: float, personal: float) -> str:
    if pitch >= ENOUGH and pitch >= max(template * PITCH_AGAINST_TEMPLATE, personal * DRESS):
        return "pitch"
    if template >= ENOUGH and template >= personal:
        return "template"
    if personal >= TELLING:
        return "personal"
    if pitch >= LITTLE and pitch >= template:
        return "pitch"
    return "template" if template >= LITTLE else "unclear"


def _weight(findings: Iterable[Finding], verdict: str) -> float:
    """Each rule speaks once at full weight; its further findings add a quarter."""
    total = 0.0
    heard: set[str] = set()
    for finding in findings:
        if finding.suggests == verdict:
            total += finding.weight * (0.25 if finding.rule in heard else 1.0)
            heard.add(finding.rule)
    return total


def _own_particulars(reading: Reading, findings: Iterable[Finding]) -> list[Particular]:
    """What is particular outside of a default text: the names in that are the network's."""
    defaults = [Span(each.start, each.end) for each in findings if each.rule == DEFAULT_TEXT]
    if not defaults:
        return list(reading.note.particulars)
    return [
        particular
        for particular in reading.note.particulars
        if not any(particular.span.overlaps(default) for default in defaults)
    ]
