"""People who use this desk, and the keys that let them in."""

from __future__ import annotations

import datetime as dt
import re

from django.contrib.auth.models import AbstractUser
from django.db import models

_DASHES = re.compile(r"^\s*-{2,}\s*$", re.MULTILINE)


class User(AbstractUser):
    """A person who uses Redleaf, and what they say of themselves in their notes.

    `headline` is what they do ("makes museum audio guides"), `offers` are things that they can
    truly give, as noun phrases: a note says no more of its sender than stands here. `links` are
    pages about them, `voice` holds notes as they like to write them, parted by lines of dashes.
    `networks` holds rows of networks_used.UsedNetwork, the usual one first. `language` is the one
    that the desk speaks to them, "" for that of their browser; `theme` is day or night for good,
    "" for what their machine says; `letters_are_keys` lets single letters act. `rules_off` are
    names of rules that mark nothing in their texts; `policy` is how they treat invitations,
    and `policy_settings` what they say otherwise in words, a line each.
    """

    class Theme(models.TextChoices):
        DAY = "light"
        NIGHT = "dark"

    class Policy(models.TextChoices):
        OPEN = "open"
        CHOOSY = "choosy"
        STRICT = "strict"

    # On a team's server the address is the username, and an address may be as long as this.
    username = models.CharField(max_length=254, unique=True)
    headline = models.TextField(blank=True)
    offers = models.JSONField(default=list, blank=True)
    links = models.JSONField(default=list, blank=True)
    voice = models.TextField(blank=True)
    networks = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=8, blank=True)
    theme = models.CharField(max_length=5, blank=True, choices=Theme)
    letters_are_keys = models.BooleanField(default=True)
    rules_off = models.JSONField(default=list, blank=True)
    policy = models.CharField(max_length=6, choices=Policy, default=Policy.CHOOSY)
    policy_settings = models.TextField(blank=True)

    class Meta(AbstractUser.Meta):
        constraints = (
            models.CheckConstraint(
                condition=models.Q(theme__in=("", "light", "dark")), name="user_theme_known"
            ),
            models.CheckConstraint(
                condition=models.Q(policy__in=("open", "choosy", "strict")),
                name="user_policy_known",
            ),
        )

    @property
    def voice_notes(self) -> list[str]:
        """Notes that a draft takes up greeting, closing and length from."""
        return [each.strip() for each in _DASHES.split(self.voice) if each.strip()]


class EntryKey(models.Model):
    """A key that opens the desk once. Only its digest is kept, so the store gives no key away."""

    digest = models.CharField(max_length=64, unique=True)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="entry_keys")
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"a key until {self.expires_at}"

    def is_over(self, now: dt.datetime) -> bool:
        return self.expires_at <= now
