"""Programs that a user lets in, each by a key of its own."""

from __future__ import annotations

from django.db import models

from redleaf.web.contacts.models.owned import Owned


class Program(Owned):
    """A program that may act for its owner, by a key of which only `digest` is kept.

    `asked` counts its requests within `minute`, the number of minutes since 1970 in which it last
    asked. No act of the memory holds such a row: no undo brings a key back that was taken away.
    """

    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    may_bring = models.BooleanField(default=False)
    may_read = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    minute = models.PositiveBigIntegerField(default=0)
    asked = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=["owner", "name"], name="program_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="program_has_name"),
        )

    def __str__(self) -> str:
        return self.name
