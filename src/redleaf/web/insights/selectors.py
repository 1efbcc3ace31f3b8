"""Questions about audits."""

from __future__ import annotations

from django.db.models import QuerySet

from redleaf.web.accounts.models import User
from redleaf.web.insights.models import Audit


def audits_of(user: User) -> QuerySet[Audit]:
    """The user's audits, the newest first, in one query."""
    return Audit.objects.filter(owner=user, deleted_at__isnull=True).order_by("-made_at")
