"""What the user decided about invitations, and what triage made of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from redleaf.triage.known import DECISIONS
from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.models.owned import Hanging

_SAID = ("", *DECISIONS)


class Choice(Hanging):
    """What the user decided about one invitation.

    `decision` is what was done with it, "" as long as it waits in the inbox; with "wait" it is out
    of sight before the day `until`. `place` is where the user put it while it waits. `answered` is
    what they wrote when they were asked, `reply` the answer as it was copied, `case` what triage
    took the invitation for, and `note` words of the user's own.
    """

    # Without a constraint: an import that is undone takes its invitations away in one go.
    invitation = models.OneToOneField(
        Invitation, on_delete=models.CASCADE, related_name="choice", db_constraint=False
    )
    decision = models.CharField(max_length=8, blank=True, default="")
    place = models.CharField(max_length=8, blank=True, default="")
    until = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    answered = models.TextField(blank=True)
    reply = models.TextField(blank=True)
    case = models.CharField(max_length=20, blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("-decided_at", "id")
        indexes = (models.Index(fields=["owner", "-decided_at"], name="choice_by_moment"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(decision__in=_SAID, place__in=_SAID), name="choice_known"
            ),
        )

    def __str__(self) -> str:
        return self.decision or self.place


class Forgotten(Hanging):
    """A habit that the user wants forgotten: what they decided up to `at` shows it no more.

    `stem` is that of a `redleaf.triage.Habit`, EVERY_HABIT for all of them.
    """

    stem = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        indexes = (models.Index(fields=["owner"], name="forgotten_by_owner"),)

    def __str__(self) -> str:
        return self.stem


class Reading(models.Model):
    """What triage made of one invitation; made from the other rows, and can be again.

    The columns are those of `redleaf.triage.Decision`; `words` are the folded name, headline and
    text for the search. `is_over` says that the two are connected already, or that another row is
    the same invitation.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    invitation = models.OneToOneField(
        Invitation, on_delete=models.CASCADE, related_name="reading", db_constraint=False
    )
    decision = models.CharField(max_length=8)
    attention = models.FloatField()
    verdict = models.CharField(max_length=10)
    case = models.CharField(max_length=20)
    is_known = models.BooleanField()
    reasons = models.JSONField(default=list)
    reply = models.TextField(blank=True)
    campaign = models.CharField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    is_over = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["owner", "is_over", "-attention"], name="reading_by_attention"),
        )

    def __str__(self) -> str:
        return self.decision


class Survey(models.Model):
    """How far the readings of a user are: `facts` are what they were made from, in a digest.

    While they are made anew, `begun_at` is when that began, and `share` how much is done of it, in
    per cent.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    facts = models.CharField(max_length=64, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    share = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.share} %"
