"""What is remembered of a folder on a mail server, so that only newer mails are read again.

No password is among it, and nothing of the mails.
"""

from __future__ import annotations

from django.db import models

from redleaf.web.contacts.models.owned import Owned


class Folder(Owned):
    """A folder, and the last mail of it that was read.

    `validity` is the server's mark of its numbering (UIDVALIDITY): with another one, `last_uid`
    means nothing, and the folder is read anew.
    """

    address = models.CharField(max_length=300)
    user_name = models.CharField(max_length=200)
    name = models.CharField(max_length=500)
    validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    synced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["owner", "address", "user_name", "name"], name="mail_folder_once"
            ),
        )

    def __str__(self) -> str:
        return self.name
