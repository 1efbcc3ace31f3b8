"""What is remembered of a user's account on a mail server, and how far its folders were read.

No password or token is among it, and nothing of the mails.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models import Q

from redleaf.web.contacts.models import Act
from redleaf.web.contacts.models.owned import Owned


class Account(Owned):
    """Where one user's mail lies; what lets them in is in the keyring, under this row's id.

    `listed` are the folders as the server named them last, `folders` those that are read. Of the
    last look, `problem` says why it was not whole, `read` how many mails were new, and `act` what
    came in, if anything did.
    """

    address = models.CharField(max_length=300)
    user_name = models.CharField(max_length=200)
    uses_token = models.BooleanField(default=False)
    token_address = models.CharField(max_length=500, blank=True)
    client_id = models.CharField(max_length=300, blank=True)
    may_be_unencrypted = models.BooleanField(default=False)
    listed = models.JSONField(default=list)
    folders = models.JSONField(default=list)
    is_looking = models.BooleanField(default=False)
    looked_at = models.DateTimeField(null=True, blank=True)
    problem = models.TextField(blank=True, default="")
    read = models.PositiveIntegerField(default=0)
    act = models.ForeignKey(Act, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["owner"], name="mail_account_once"),
            models.CheckConstraint(
                condition=Q(uses_token=True) | Q(token_address=""), name="mail_account_renewed"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_name}, {self.address}"

    def forget_looks(self) -> None:
        """What was found on another server, or by another name, tells nothing of this one."""
        self.looked_at, self.problem, self.read, self.act = None, "", 0, None

    @property
    def work(self) -> Path:
        """Beside this name it is told how far a look is."""
        uploads: Path = settings.HOME.uploads
        return uploads / f"{self.pk}.mail"


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
