"""One file per page."""

from redleaf.web.desk.views.check import check
from redleaf.web.desk.views.today import today
from redleaf.web.desk.views.write import ask_model, mail, verify, write

__all__ = ["ask_model", "check", "mail", "today", "verify", "write"]
