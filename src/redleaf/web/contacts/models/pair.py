"""Two contacts that may be one person, and what the user said about it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from redleaf.web.contacts.models.contact import Contact
from redleaf.web.contacts.models.owned import Owned


class Pair(Owned):
    """A pair that is asked about, or that the user said is two people: that is never asked again.

    `first` is the one with the smaller id, so that a pair has one row.
    """

    class Answer(models.TextChoices):
        ASKED = "asked"
        TWO_PEOPLE = "two"

    first = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=5, choices=Answer.choices, default=Answer.ASKED)
    score = models.FloatField(default=0)
    reasons = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("-score", "id")
        indexes = (models.Index(fields=["owner", "answer", "-score"], name="pair_by_score"),)
        constraints = (
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="pair_in_order"),
            models.CheckConstraint(
                condition=Q(answer__in=("asked", "two")), name="pair_answer_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.first} and {self.second}"
