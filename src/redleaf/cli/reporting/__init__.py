"""How reports are written: text for people, JSON, SARIF and GitHub annotations for programs."""

from __future__ import annotations

from importlib import import_module

from redleaf.cli.reporting.source import CheckedText, Run

# By name the module here that writes it, and its function; only the one asked for is loaded.
FORMATS = {
    "text": ("plain", "text_report"),
    "json": ("json_format", "json_report"),
    "sarif": ("sarif", "sarif_report"),
    "github": ("annotations", "github_report"),
}


def written(run: Run, style: str) -> str:
    """The reports of a run in one of FORMATS, without a final newline."""
    module, function = FORMATS[style]
    text: str = getattr(import_module(f"{__name__}.{module}"), function)(run)
    return text


__all__ = ["FORMATS", "CheckedText", "Run", "written"]
