"""What the search reads of a contact: its words, folded. Made from the rows, and can be again."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from redleaf.web.contacts.models.contact import Contact


class Document(models.Model):
    """The words of one contact, parted by spaces.

    `names` are those of all their names, `words` all others, `spellings` what misspelt names are
    found by. `seen` is the day (as in `date.toordinal`) of what was last between the user and them.
    The index over it is the database's own: see the migration.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    contact = models.OneToOneField(
        Contact, on_delete=models.CASCADE, related_name="document", db_constraint=False
    )
    names = models.TextField(blank=True)
    words = models.TextField(blank=True)
    spellings = models.TextField(blank=True)
    seen = models.IntegerField(default=0)

    class Meta:
        indexes = (models.Index(fields=["owner", "-seen"], name="document_by_day"),)

    def __str__(self) -> str:
        return self.names
