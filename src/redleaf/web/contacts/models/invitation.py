"""Requests to connect, as they lay in files; a stranger's stands without a contact."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from redleaf.web.contacts.models.contact import Contact
from redleaf.web.contacts.models.owned import Owned


class Invitation(Owned):
    """A request to connect; name, headline and identities are the other side's as written."""

    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations"
    )
    network = models.TextField()
    is_incoming = models.BooleanField()
    name = models.TextField(blank=True)
    headline = models.TextField(blank=True)
    text = models.TextField(blank=True)
    identities = models.JSONField(default=list, blank=True)
    at = models.DateTimeField(null=True, blank=True)
    key = models.TextField()

    class Meta:
        ordering = ("-at",)
        indexes = (models.Index(fields=["owner", "is_incoming", "-at"], name="invitation_by_day"),)
        constraints = (
            models.UniqueConstraint(fields=["owner", "key"], name="invitation_once"),
            models.CheckConstraint(condition=~Q(key=""), name="invitation_has_key"),
        )

    def __str__(self) -> str:
        return self.name
