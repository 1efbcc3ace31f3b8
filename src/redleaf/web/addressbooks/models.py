"""What is remembered of a collection on a server, so that only what changed there is read again.

No password is among it, and nothing of the cards but the name that tells them to the user.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from redleaf.web.contacts.models.owned import Hanging, Owned


class Collection(Owned):
    """One address book or calendar of a server, as it was when it was read last.

    `sync_token` is the server's own mark of that state, `tag` another one that older servers have.
    """

    class Kind(models.TextChoices):
        ADDRESS_BOOK = "addressbook"
        CALENDAR = "calendar"

    address = models.CharField(max_length=1_000)
    user_name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=11, choices=Kind.choices)
    title = models.CharField(max_length=200)
    sync_token = models.CharField(max_length=1_000, blank=True)
    tag = models.CharField(max_length=200, blank=True)
    synced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("title", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["owner", "address", "user_name"], name="collection_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("addressbook", "calendar")), name="collection_kind_known"
            ),
        )

    def __str__(self) -> str:
        return self.title


class Item(Hanging):
    """One card or event of a collection. `vanished_at` is when it was no longer on the server."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="items")
    href = models.CharField(max_length=1_000)
    etag = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200, blank=True)
    vanished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("href",)
        constraints = (models.UniqueConstraint(fields=["collection", "href"], name="item_once"),)

    def __str__(self) -> str:
        return self.name or self.href
