"""A file on its way into the memory."""

from __future__ import annotations

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import Q

from redleaf.web.contacts.models import Act


class State(models.TextChoices):
    READING = "reading"
    READY = "ready"
    IMPORTING = "importing"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


BUSY = (State.READING, State.IMPORTING)


class Incoming(models.Model):
    """One file from when it was brought until it is imported or left; then the file is gone.

    `preview` is what importing it would do, in the shape of `redleaf.web.incoming.preview`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="incoming"
    )
    file_name = models.CharField(max_length=255)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.READING)
    # Why it failed, in words for the owner.
    problem = models.TextField(blank=True, default="")
    preview = models.JSONField(null=True, blank=True)
    act = models.ForeignKey(Act, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-made_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="incoming_state_known"
            ),
        )

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_busy(self) -> bool:
        return self.state in BUSY

    @property
    def place(self) -> Path:
        """Where the file itself lies, for as long as it is needed."""
        uploads: Path = settings.HOME.uploads
        return uploads / f"{self.pk}.incoming"
