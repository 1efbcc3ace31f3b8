"""The JSON contract, schema 1: docs/json.md."""

from __future__ import annotations

import json

from redleaf.cli.reporting.source import Run


def json_report(run: Run) -> str:
    return json.dumps(
        {
            "schema": 1,
            "reports": [each.report.to_json() for each in run.texts],
            "unused_allowances": [each.to_json() for each in run.unused],
        },
        ensure_ascii=False,
        indent=2,
    )
