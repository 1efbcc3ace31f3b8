"""People who use this desk, and the keys that let them in."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person who uses Redleaf; a class of our own, so that fields can be added later."""


class EntryKey(models.Model):
    """A key that opens the desk once. Only its digest is kept, so the store gives no key away."""

    digest = models.CharField(max_length=64, unique=True)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="entry_keys")
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"a key until {self.expires_at}"

    def is_over(self, now: dt.datetime) -> bool:
        return self.expires_at <= now
