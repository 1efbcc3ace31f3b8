"""The report as HTML: a fragment for a page that has its own layout, and a page of its own.

No script, no style attribute, nothing loaded: positions are SVG attributes, so that the strictest
Content-Security-Policy holds. Everything from the export is escaped.
"""

from redleaf.audit.html.fragment import report_fragment
from redleaf.audit.html.page import report_css, report_page

__all__ = ["report_css", "report_fragment", "report_page"]
