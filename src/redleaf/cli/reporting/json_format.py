"""The JSON contract, schema 1: docs/json.md."""

from __future__ import annotations

import json
from collections.abc import Sequence

from redleaf.cli.reporting.source import CheckedText


def json_report(checked: Sequence[CheckedText]) -> str:
    return json.dumps(
        {"schema": 1, "reports": [each.report.to_json() for each in checked]},
        ensure_ascii=False,
        indent=2,
    )
