"""The verdict: what kind of text this is, weighed from what was seen in it.

Findings speak for `template` or `pitch` (Rule.suggests, Rule.weight); what is particular in the
text speaks for `personal`. The sums are compared; nothing but what has a name counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redleaf.notes.particulars import Particular
from redleaf.rules.catalogue import rule_named
from redleaf.rules.finding import Finding, Severity
from redleaf.rules.reading import Reading

# How much one particular of a kind says that this note was written for one reader. An encounter,
# a promise or their own words can hardly be sent to a hundred people; a name or a number can be a
# filled slot.
PARTICULAR_WEIGHTS = {
    "encounter": 2.0,
    "said": 1.6,
    "promise": 1.6,
    "work": 1.0,
    "day": 0.9,
    "quotation": 0.8,
    "number": 0.5,
    "name": 0.5,
}
ENOUGH = 1.0
# A pitch stays a pitch in personal dress: particulars weigh half against it.
DRESS = 0.5


def judge(reading: Reading, findings: Sequence[Finding]) -> tuple[str, str]:
    """The verdict of a text and the reason in a sentence or less."""
    if reading.note.is_empty:
        return "empty", "There is no text."
    default = whole_default(findings)
    if default is not None:
        return "default", default.message
    pitch = _weight(findings, "pitch")
    template = _weight(findings, "template")
    particulars = reading.note.particulars
    personal = personal_weight(particulars)
    if pitch >= ENOUGH and pitch >= template * 0.5 and pitch >= personal * DRESS:
        return "pitch", _pitch_reason(findings)
    if template >= ENOUGH and template >= personal:
        return "template", _reason(findings, "template")
    if personal >= ENOUGH:
        return "personal", _personal_reason(reading, particulars)
    return _without_particulars(template, pitch, findings)


def personal_weight(particulars: Iterable[Particular]) -> float:
    """The sum over particulars; the second and later ones of a kind count half."""
    total = 0.0
    seen: set[str] = set()
    for particular in particulars:
        weight = PARTICULAR_WEIGHTS.get(particular.kind, 0.5)
        total += weight * (0.5 if particular.kind in seen else 1.0)
        seen.add(particular.kind)
    return total


def whole_default(findings: Iterable[Finding]) -> Finding | None:
    """The finding that the text is nothing but a default text, if there is one."""
    for finding in findings:
        if finding.rule == "boring/default-text" and finding.severity is Severity.ERROR:
            return finding
    return None


def _weight(findings: Iterable[Finding], verdict: str) -> float:
    """Each rule speaks once at full weight; its further findings add a quarter."""
    total = 0.0
    seen: set[str] = set()
    for finding in findings:
        rule = rule_named(finding.rule)
        if rule.suggests == verdict:
            total += rule.weight * (0.25 if rule.name in seen else 1.0)
            seen.add(rule.name)
    return total


def _without_particulars(
    template: float, pitch: float, findings: Sequence[Finding]
) -> tuple[str, str]:
    if pitch >= ENOUGH and pitch >= template:
        return "pitch", _pitch_reason(findings)
    if template > 0.5:
        return "template", _reason(findings, "template")
    return "unclear", "Nothing in it tells which reader it was written for."


def _reason(findings: Iterable[Finding], verdict: str) -> str:
    speaking = [f for f in findings if rule_named(f.rule).suggests == verdict]
    return max(speaking, key=lambda f: rule_named(f.rule).weight).message


def _pitch_reason(findings: Iterable[Finding]) -> str:
    asks = sum(1 for f in findings if f.family == "taking")
    if asks > 1:
        return f"It asks or offers for sale in {asks} places."
    return _reason(findings, "pitch")


def _personal_reason(reading: Reading, particulars: Sequence[Particular]) -> str:
    ranked = sorted(particulars, key=lambda p: -PARTICULAR_WEIGHTS.get(p.kind, 0.5))
    words = [p.span.of(reading.text) for p in ranked[:2]]
    quoted = " and ".join(f"“{word}”" for word in words)
    return f"It says something only these two share: {quoted}."
