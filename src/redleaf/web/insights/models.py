"""An audit: one export of one person, read once."""

from __future__ import annotations

import datetime as dt
import uuid

from django.conf import settings
from django.db import models


class State(models.TextChoices):
    READING = "reading"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class Audit(models.Model):
    """An export that is or was read. What was counted is kept, never the export itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="audits"
    )
    file_name = models.CharField(max_length=255)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.READING)
    # How much is read, in per cent.
    done = models.PositiveSmallIntegerField(default=0)
    # Why it failed, in words for the owner.
    problem = models.TextField(blank=True, default="")
    report = models.JSONField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at",)
        indexes = (models.Index(fields=["owner", "-made_at"], name="audit_by_owner"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(done__lte=100), name="audit_done_per_cent"),
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="audit_state_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.DONE) | models.Q(report__isnull=False),
                name="audit_done_has_report",
            ),
        )

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_reading(self) -> bool:
        return self.state == State.READING

    @property
    def is_done(self) -> bool:
        return self.state == State.DONE

    def delete_for_now(self, now: dt.datetime) -> None:
        """Put it away; it can be brought back until the next tidying."""
        self.deleted_at = now
        self.save(update_fields=["deleted_at"])

    def bring_back(self) -> None:
        self.deleted_at = None
        self.save(update_fields=["deleted_at"])
