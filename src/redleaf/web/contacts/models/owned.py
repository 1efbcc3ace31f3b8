"""What all rows of the memory share: a lasting id, and the one user they belong to."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models


class Owned(models.Model):
    """A row that belongs to one user.

    Ids are made here and not counted by the database, so that what an undo brings back is the very
    row that was there, and an export names the same rows on another machine.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True
