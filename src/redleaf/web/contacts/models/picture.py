"""The picture of a card that somebody handed over, kept with the contact it was read for."""

from __future__ import annotations

import base64
import hashlib
from uuid import UUID

from django.db import models
from django.db.models import Q

from redleaf.contacts import pictures
from redleaf.web.contacts.models.contact import Part


class Picture(Part):
    """One side of a card: a small JPEG in base64, so that an undo can hold it.

    `digest` tells the same picture again.
    """

    base64 = models.TextField()
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=["contact", "digest"], name="picture_once_a_contact"),
            models.CheckConstraint(
                condition=Q(width__range=(1, pictures.LONGEST_SIDE))
                & Q(height__range=(1, pictures.LONGEST_SIDE)),
                name="picture_sides_in_bounds",
            ),
        )

    def __str__(self) -> str:
        return f"{self.width} by {self.height}"

    @classmethod
    def of(cls, picture: pictures.Picture, contact_id: UUID, position: int) -> Picture:
        """The row of a picture, not written yet."""
        return cls(
            contact_id=contact_id,
            position=position,
            base64=picture.base64,
            digest=digest_of(picture),
            width=picture.width,
            height=picture.height,
        )

    @property
    def data(self) -> bytes:
        """The JPEG itself."""
        return base64.b64decode(self.base64)


def digest_of(picture: pictures.Picture) -> str:
    return hashlib.sha256(picture.base64.encode()).hexdigest()
