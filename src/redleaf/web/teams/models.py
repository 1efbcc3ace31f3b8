"""Teams, who is in them, who is called, whom they share, and whether anybody may join."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q

from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.models.owned import Hanging


class Team(models.Model):
    """People who see what the others of them chose to share."""

    name = models.CharField(max_length=120)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="team_has_name"),)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person is in one team at most."""

    class Role(models.TextChoices):
        MEMBER = "member"
        ADMINISTRATOR = "administrator"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="membership"
    )
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=13, choices=Role.choices, default=Role.MEMBER)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("since", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=("member", "administrator")), name="membership_role_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} in {self.team}"

    @property
    def is_administrator(self) -> bool:
        return self.role == self.Role.ADMINISTRATOR


class Call(models.Model):
    """A link that brings somebody into a team. Only its digest is kept.

    It is a call and no invitation: that word belongs to requests to connect.
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="calls")
    email = models.EmailField(max_length=254)
    digest = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ("expires_at", "pk")

    def __str__(self) -> str:
        return f"a call into {self.team}"

    def is_over(self, now: dt.datetime) -> bool:
        return self.expires_at <= now


class Share(Hanging):
    """That the owner shows the card of a contact to their team: name, roles, chosen identities.

    `identities` are those chosen, each as `[kind, network, value]`.
    """

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="share")
    identities = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"the card of {self.contact}"


class House(models.Model):
    """The one row about the installation itself: who may join, who may ask the language model."""

    is_open = models.BooleanField(default=True)
    model_is_for_all = models.BooleanField(default=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(pk=1), name="house_is_one"),)

    def __str__(self) -> str:
        return "open to all" if self.is_open else "open to the invited"
