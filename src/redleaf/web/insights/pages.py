"""A kept audit as HTML, drawn by the audit itself."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

from redleaf.audit.report import AuditReport
from redleaf.web.insights.kept import report_from_json
from redleaf.web.insights.models import Audit


def as_fragment(audit: Audit) -> SafeString:
    """The report for a page of the desk."""
    from redleaf.audit.html import report_fragment

    # The audit escapes everything that comes from the export; a test feeds it markup.
    return mark_safe(report_fragment(_report(audit)))  # noqa: S308


def as_file(audit: Audit) -> str:
    """The report as a whole page in one file."""
    from redleaf.audit.html import report_page

    return report_page(_report(audit))


def _report(audit: Audit) -> AuditReport:
    return report_from_json(audit.report)
