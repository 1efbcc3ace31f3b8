"""Import: what a file would change is planned and shown, then done as one act, or not at all."""

from redleaf.web.contacts.services.importing.applying import apply_import
from redleaf.web.contacts.services.importing.plan import ANSWERS, CHANGES, Entry, ImportPlan
from redleaf.web.contacts.services.importing.planning import plan_import
from redleaf.web.contacts.services.importing.steps import ImportStopped

__all__ = [
    "ANSWERS",
    "CHANGES",
    "Entry",
    "ImportPlan",
    "ImportStopped",
    "apply_import",
    "plan_import",
]
