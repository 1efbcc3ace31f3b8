"""How reports are written: text for people, JSON, SARIF and GitHub annotations for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redleaf.cli.reporting.annotations import github_report
from redleaf.cli.reporting.json_format import json_report
from redleaf.cli.reporting.plain import text_report
from redleaf.cli.reporting.sarif import sarif_report
from redleaf.cli.reporting.source import CheckedText

FORMATS: dict[str, Callable[[Sequence[CheckedText]], str]] = {
    "text": text_report,
    "json": json_report,
    "sarif": sarif_report,
    "github": github_report,
}

__all__ = ["FORMATS", "CheckedText"]
