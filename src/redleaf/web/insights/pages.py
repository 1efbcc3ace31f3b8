"""A kept audit as HTML, drawn by the audit itself."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from redleaf.audit import AuditReport, Worth
from redleaf.audit.html import report_fragment, report_page
from redleaf.web.insights.models import Audit


def as_fragment(audit: Audit) -> str:
    """The report for a page of the desk; "Write" leads to the page Write."""
    return report_fragment(_report(audit), write_link=_write_link)


def as_file(audit: Audit) -> str:
    """The report as a whole page in one file."""
    return report_page(_report(audit))


def _report(audit: Audit) -> AuditReport:
    if audit.report is None:
        raise ValueError("Only an audit that is done has a report.")
    return AuditReport.from_json(audit.report)


def _write_link(person: Worth) -> str:
    known = {
        "name": person.name,
        "link": person.link,
        "company": person.company,
        "role": person.position,
    }
    told = urlencode({name: value for name, value in known.items() if value})
    return f"{reverse('desk:write')}?{told}"
