"""Reports for people: verdict and reason, each finding with the words it means, the scores."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from redleaf.cli.reporting.source import CheckedText, Run
from redleaf.cli.terminal import printable
from redleaf.rules.finding import Finding

WIDTH = 88
_ARTICLES = {
    "empty": "Empty",
    "default": "A default text",
    "template": "A template",
    "pitch": "A pitch",
    "personal": "A personal note",
    "unclear": "Unclear",
}


def text_report(run: Run) -> str:
    return "\n\n".join(_one(each, with_source=len(run.texts) > 1) for each in run.texts)


def _one(each: CheckedText, *, with_source: bool) -> str:
    report = each.report
    head = f"{_ARTICLES[report.verdict]}. {report.reason}"
    if with_source or report.source != "-":
        head = f"{report.source}: {head}"
    lines = textwrap.wrap(head, WIDTH)
    for finding in report.findings:
        lines += _finding(each, finding)
    if report.allowed:
        lines += ["", *_allowed(each)]
    scores = report.scores
    lines.append("")
    lines.append(
        f"courtesy {scores.courtesy} · interest {scores.interest} · giving {scores.giving}"
        f" · {_length(report.length, report.limit)}"
    )
    return "\n".join(printable(line) for line in lines)


def _allowed(each: CheckedText) -> Iterator[str]:
    """A line for each rule whose findings stand by the settings, with the reason."""
    for rule, reason in dict.fromkeys(
        (a.finding.rule, a.allowance.reason) for a in each.report.allowed
    ):
        yield from textwrap.wrap(
            f"Allowed: {rule}. {reason}", WIDTH, initial_indent="  ", subsequent_indent=" " * 6
        )


def _finding(each: CheckedText, finding: Finding) -> list[str]:
    line, column = each.place(finding.start)
    words = " ".join(each.text[finding.start : finding.end].split())
    lines = ["", f"  {line}:{column}  {finding.severity}  {finding.rule}"]
    if words:
        lines.append(f"      “{textwrap.shorten(words, 70, placeholder=' …')}”")
    indent = " " * 6
    lines += textwrap.wrap(finding.message, WIDTH, initial_indent=indent, subsequent_indent=indent)
    lines += textwrap.wrap(finding.advice, WIDTH, initial_indent=indent, subsequent_indent=indent)
    return lines


def _length(length: int, limit: int | None) -> str:
    if limit is None:
        return f"{length} characters" if length != 1 else "1 character"
    if length > limit:
        return f"{length} of {limit} characters, {length - limit} too many"
    return f"{length} of {limit} characters"
