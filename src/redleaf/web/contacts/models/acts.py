"""What was done to the memory, by whom and when: the log, and all that an undo needs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from redleaf.web.contacts.models.owned import Hanging, Owned


class Act(Owned):
    """One thing the user did: an import, a merge, an edit. It is undone as a whole.

    `what` says it in words ("Imported phone.vcf"); `origin` is where records came from (a file's
    name, a server's address), `digest` tells the same file again; `counts` is for the log.
    """

    class Kind(models.TextChoices):
        IMPORT = "import"
        MERGE = "merge"
        REMEMBER = "remember"
        EDIT = "edit"
        DELETE = "delete"
        SYNC = "sync"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    what = models.TextField()
    origin = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=["owner", "-at"], name="act_by_moment"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=("import", "merge", "remember", "edit", "delete", "sync")),
                name="act_kind_known",
            ),
        )

    def __str__(self) -> str:
        return self.what


class Change(Hanging):
    """What one act did to the rows of one contact, or to a row that belongs to none.

    `rows` is a list, in the order of the act: `[table, id]` for a row that was made (the row itself
    says what is in it), `[table, id, before]` for one that was removed, with all its columns, and
    `[table, id, before, after]` for one that was changed, with those columns alone.
    """

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="changes", db_index=False)
    # Not a foreign key: the change outlives the contact that it tells of.
    contact_id = models.UUIDField(null=True, blank=True)
    # Where in the act's origin the contact stood ("phone.vcf:12").
    origin = models.TextField(blank=True)
    rows = models.JSONField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position",)
        indexes = (
            models.Index(fields=["act", "position"], name="change_by_act"),
            models.Index(fields=["contact_id"], name="change_by_contact"),
        )

    def __str__(self) -> str:
        return f"{len(self.rows)} rows by {self.act}"
