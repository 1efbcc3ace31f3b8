"""The only ways from an id to an audit."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from redleaf.web.accounts.models import User
from redleaf.web.insights.models import Audit


def audit_for(user: User, audit_id: UUID) -> Audit:
    """The user's own audit; another's, or one that was deleted, is as if it were not there."""
    return _own(user, audit_id, is_deleted=False)


def deleted_audit_for(user: User, audit_id: UUID) -> Audit:
    """The user's own audit that was deleted and can still be brought back."""
    return _own(user, audit_id, is_deleted=True)


def _own(user: User, audit_id: UUID, *, is_deleted: bool) -> Audit:
    found = Audit.objects.filter(
        pk=audit_id,
        owner=user,
        deleted_at__isnull=not is_deleted,
    ).first()
    if found is None:
        raise Http404("There is no such audit.")
    return found
