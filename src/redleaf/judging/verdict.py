"""The verdict: what kind of text this is, weighed from what was seen in it.

Findings speak for `template` or `pitch` (Finding.suggests, Finding.weight); what is particular in
the text speaks for `personal`. The sums are compared; nothing but what has a name counts.
The numbers below were chosen on the labelled notes: `python -m benchmarks.verdicts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redleaf.notes.particulars import WEIGHTS, Particular, particularity
from redleaf.notes.spans import Span
from redleaf.rules.finding import Finding, Severity
from redleaf.rules.reading import Reading

DEFAULT_TEXT = "boring/default-text"
# From here on a text is called a template or a pitch, whatever else is in it ...
ENOUGH = 0.6
# ... and from here on when nothing particular speaks against it.
LITTLE = 0.3
# A day or a name alone is little, but tells when nothing speaks for anything else.
TELLING = 0.3
# A pitch stays a pitch in personal dress: particulars weigh half against it.
DRESS = 0.5
# A pitch is worded like a template too; it may be outweighed a little and stays a pitch.
PITCH_AGAINST_TEMPLATE = 0.8


def judge(reading: Reading, findings: Sequence[Finding]) -> tuple[str, str]:
    """The verdict of a text and the reason, a sentence or two."""
    if reading.note.is_empty:
        return "empty", "There is no text."
    default = whole_default(findings)
    if default is not None:
        return "default", default.message
    particulars = _own_particulars(reading, findings)
    verdict = _weigh(
        pitch=_weight(findings, "pitch"),
        template=_weight(findings, "template"),
        personal=particularity(particulars),
    )
    if verdict == "personal":
        return verdict, _personal_reason(reading.text, particulars)
    return verdict, _reason(verdict, reading, findings)


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
    return [
        particular
        for particular in reading.note.particulars
        if not any(particular.span.overlaps(default) for default in defaults)
    ]


def _reason(verdict: str, reading: Reading, findings: Sequence[Finding]) -> str:
    if verdict == "unclear":
        return _unclear_reason(reading)
    speaking = [finding for finding in findings if finding.suggests == verdict]
    return max(speaking, key=lambda finding: finding.weight).message


def _personal_reason(text: str, particulars: Sequence[Particular]) -> str:
    """The two most telling particulars, in the order in which they stand in the text."""
    told: dict[str, Particular] = {}
    for each in sorted(particulars, key=lambda each: -WEIGHTS[each.kind]):
        told.setdefault(" ".join(each.span.of(text).split()).casefold(), each)
    telling = sorted(list(told.values())[:2], key=_start)
    words = [" ".join(each.span.of(text).split()) for each in telling]
    return "It says what only these two share: " + " and ".join(f"“{word}”" for word in words) + "."


def _start(particular: Particular) -> int:
    return particular.span.start


def _unclear_reason(reading: Reading) -> str:
    if reading.recognition == "close":
        return "They know you well: a wave is enough."
    return "Nothing in it tells which reader it was written for."
