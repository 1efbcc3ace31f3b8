"""GitHub's annotations, one a finding. Source: GitHub Docs, "Workflow commands"."""

from __future__ import annotations

from redleaf.cli.reporting.source import CheckedText, Run
from redleaf.rules.finding import Finding

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def github_report(run: Run) -> str:
    return "\n".join(
        _annotation(each, finding) for each in run.texts for finding in each.report.findings
    )


def _annotation(each: CheckedText, finding: Finding) -> str:
    line, column = each.place(finding.start)
    end_line, end_column = each.place(finding.end)
    where = f"line={line},endLine={end_line}"
    if line == end_line:
        where += f",col={column},endColumn={end_column}"
    if each.report.source != "-":
        where = f"file={_property(each.report.source)},{where}"
    command = _COMMANDS[finding.severity]
    message = _data(f"{finding.message} {finding.advice}")
    return f"::{command} {where},title={_property(finding.rule)}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
