"""SARIF. Source: OASIS, Static Analysis Results Interchange Format 2.1.0, 3.13 to 3.30."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import redleaf
from redleaf.cli.reporting.source import CheckedText
from redleaf.rules.catalogue import rule_named
from redleaf.rules.finding import Finding
from redleaf.rules.rule import Rule

_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def sarif_report(checked: Sequence[CheckedText]) -> str:
    names = sorted({finding.rule for each in checked for finding in each.report.findings})
    run = {
        "tool": {
            "driver": {
                "name": "redleaf",
                "version": redleaf.__version__,
                "rules": [_rule(rule_named(name)) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(each.report.source)}, "length": len(each.text.encode())}
            for each in checked
        ],
        "results": [
            _result(each, index, finding, names.index(finding.rule))
            for index, each in enumerate(checked)
            for finding in each.report.findings
        ],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.section("Why it matters")},
        "help": {"text": rule.page.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(each: CheckedText, index: int, finding: Finding, rule_index: int) -> dict[str, Any]:
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
    }
    if finding.fixes:
        result["fixes"] = [_fix(each, index, finding)]
    return result


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
