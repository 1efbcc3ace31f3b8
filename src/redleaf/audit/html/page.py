"""The report as one file that needs nothing else: it carries its style and loads nothing."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from string import Template

from redleaf.audit.html.fragment import report_fragment
from redleaf.audit.html.markup import leaf
from redleaf.audit.report import AuditReport


def report_page(report: AuditReport) -> str:
    """A whole HTML page. Its policy lets no script run and nothing load."""
    style = _data("page.css") + report_css()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return Template(_data("page.html")).substitute(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'",
        style=style,
        leaf=leaf(is_now=not report.write_to),
        report=report_fragment(report),
    )


def report_css() -> str:
    """The style of the fragment alone. It uses the colours of the look as custom properties."""
    return _data("report.css")


def _data(name: str) -> str:
    return files("redleaf.audit.html").joinpath(name).read_text("utf-8")
