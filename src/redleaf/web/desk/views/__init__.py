"""One file per page."""

from redleaf.web.desk.views.check import check
from redleaf.web.desk.views.write import verify, write

__all__ = ["check", "verify", "write"]
