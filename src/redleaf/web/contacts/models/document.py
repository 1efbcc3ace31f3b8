"""What lists and the search read of a contact: its words, folded, and the days that matter.

Made from the other rows, and can be again.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from redleaf.web.contacts.models.contact import Contact


class Document(models.Model):
    """The words of one contact, parted by spaces, and what lists put people in order by.

    `names` are those of all their names, `words` all others, `spellings` what misspelt names are
    found by. Days stand as in `date.toordinal`: `seen` is that of what was last between the user
    and them; `close_until`, `known_until` and `reckon_on` are those of `contacts.lasting`.
    `is_written` says that something went out to them. The index over the words is the database's
    own: see the migration.
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
    sort_name = models.CharField(max_length=200, blank=True)
    close_until = models.IntegerField(default=0)
    known_until = models.IntegerField(default=0)
    reckon_on = models.IntegerField(default=0)
    is_written = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["owner", "-seen"], name="document_by_day"),
            # A list by name is read from it alone, whatever is asked of the days.
            models.Index(
                fields=["owner", "sort_name", "contact", "known_until", "close_until",
                        "is_written"],
                name="document_by_name",
            ),
            models.Index(fields=["owner", "known_until"], name="document_by_known"),
            models.Index(fields=["owner", "reckon_on"], name="document_to_reckon"),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.names
