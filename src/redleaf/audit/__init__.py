"""The audit: a person's own history in numbers, pictures and people worth a note."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from redleaf.audit.counting import WAIT_DAYS, audit, audit_export
from redleaf.audit.report import AuditReport, Kind, Month, OwnCampaign, Worth
from redleaf.audit.shares import Share

__all__ = [
    "WAIT_DAYS",
    "AuditReport",
    "Kind",
    "Month",
    "OwnCampaign",
    "Share",
    "Worth",
    "audit",
    "audit_export",
]


class _CallableModule(ModuleType):
    """`redleaf.audit` is this folder and the public call; whichever is found can be called."""

    def __call__(self, *args: Any, **kwargs: Any) -> AuditReport:
        return audit(*args, **kwargs)


sys.modules[__name__].__class__ = _CallableModule
