"""SARIF. Source: OASIS, Static Analysis Results Interchange Format 2.1.0, 3.13 to 3.30."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import redleaf
from redleaf.cli.reporting.source import CheckedText, Run
from redleaf.rules.catalogue import rule_named
from redleaf.rules.finding import Finding
from redleaf.rules.rule import Rule

_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def sarif_report(run: Run) -> str:
    names = sorted({finding.rule for each in run.texts for finding, _ in _found(each)})
    told = {
        "tool": {
            "driver": {
                "name": "redleaf",
                "version": redleaf.__version__,
                "rules": [_rule(rule_named(name)) for name in names],
            }
        },
        "invocations": [_invocation(run)],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(each.report.source)}} for each in run.texts],
        "results": [
            _result(each, index, finding, names.index(finding.rule), reason)
            for index, each in enumerate(run.texts)
            for finding, reason in _found(each)
        ],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [told],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _found(each: CheckedText) -> Iterator[tuple[Finding, str]]:
    """All findings in the order of the text; those that the settings allow with the reason."""
    found = [(finding, "") for finding in each.report.findings]
    found += [(allowed.finding, allowed.allowance.reason) for allowed in each.report.allowed]
    yield from sorted(found, key=lambda pair: pair[0].start)


def _invocation(run: Run) -> dict[str, Any]:
    return {
        "executionSuccessful": not run.passed_over,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": str(error)}} for error in run.passed_over
        ],
        "toolConfigurationNotifications": [
            {"level": "warning", "message": {"text": each.words}} for each in run.unused
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.section("Why it matters")},
        "help": {"text": rule.page.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    each: CheckedText, index: int, finding: Finding, rule_index: int, reason: str
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.advice}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(each.report.source), "index": index},
                    "region": _region(each, finding.start, finding.end),
                }
            }
        ],
        # In a run every result has this, or none: 3.27.23. Empty is "not suppressed".
        "suppressions": [_suppression(reason)] if reason else [],
    }
    if finding.fixes:
        result["fixes"] = [_fix(each, index, finding)]
    return result


def _suppression(reason: str) -> dict[str, str]:
    """Outside of the text itself, which is a letter and not a place for remarks."""
    return {"kind": "external", "status": "accepted", "justification": reason}


def _fix(each: CheckedText, index: int, finding: Finding) -> dict[str, Any]:
    return {
        "description": {"text": finding.advice},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(each.report.source), "index": index},
                "replacements": [
                    {
                        "deletedRegion": _region(each, fix.start, fix.end),
                        "insertedContent": {"text": fix.text},
                    }
                    for fix in finding.fixes
                ],
            }
        ],
    }


def _region(each: CheckedText, start: int, end: int) -> dict[str, Any]:
    line, column = each.place(start)
    end_line, end_column = each.place(end)
    region: dict[str, Any] = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
    }
    if end > start:
        region["snippet"] = {"text": each.text[start:end]}
    return region


def _uri(source: str) -> str:
    return "stdin" if source == "-" else quote(PurePath(source).as_posix())
