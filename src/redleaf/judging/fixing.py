"""Fixing: a text with the safe fixes of its findings taken, until none is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from redleaf.judging.checking import check
from redleaf.judging.report import Report
from redleaf.judging.settings import Settings
from redleaf.notes.brief import Brief
from redleaf.rules.finding import Finding, Fix

# A fix may uncover another: a name in the wrong case behind an invisible character.
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class FixedText:
    """A text after its safe fixes: the report of what it is now, and the places mended by rule."""

    text: str
    report: Report
    mended: Mapping[str, int]


def fix(
    text: str,
    *,
    network: str = "",
    brief: Brief | None = None,
    kind: str = "",
    settings: Settings | None = None,
) -> FixedText:
    """Take every safe fix that redleaf.check, asked the same, knows for `text`: docs/fixing.md.

    Lines stay lines, and words words. A fixed text has no safe fix left.
    """

    def check_it(text: str) -> Report:
        return check(text, network=network, brief=brief, kind=kind, settings=settings)

    return fix_by(text, check_it)


def fix_by(text: str, check: Callable[[str], Report]) -> FixedText:
    """The same, with whatever `check` finds.

    A fix across a line end is not taken. Of fixes that overlap the first is taken; the others are
    looked at anew.
    """
    mended: Counter[str] = Counter()
    report = check(text)
    for _ in range(_MOST_ROUNDS):
        fixes = list(_apart(_safe_fixes(report.findings, text)))
        if not fixes:
            break
        mended.update(rule for rule, _ in fixes)
        text = _taken(text, [each for _, each in fixes])
        report = check(text)
    return FixedText(text, report, dict(sorted(mended.items())))


def _safe_fixes(findings: Iterable[Finding], text: str) -> Iterator[tuple[str, Fix]]:
    for finding in findings:
        for each in finding.fixes:
            if each.is_safe and "\n" not in text[each.start : each.end] + each.text:
                yield finding.rule, each


def _apart(fixes: Iterable[tuple[str, Fix]]) -> Iterator[tuple[str, Fix]]:
    """Those that do not overlap, in the order of the text."""
    end = -1
    for rule, each in sorted(fixes, key=lambda pair: (pair[1].start, pair[1].end)):
        # Two at one place would have to agree on their order.
        if each.start > end or (each.start == end and each.start != each.end):
            yield rule, each
            end = each.end


def _taken(text: str, fixes: Iterable[Fix]) -> str:
    pieces = []
    at = 0
    for each in fixes:
        pieces += [text[at : each.start], each.text]
        at = each.end
    return "".join([*pieces, text[at:]])
