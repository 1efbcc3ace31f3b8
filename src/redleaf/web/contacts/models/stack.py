"""The stack: people who wait for a note, usually after an event, one card a person."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from redleaf.notes.brief import ENCOUNTER_KINDS
from redleaf.web.contacts.models.contact import Contact
from redleaf.web.contacts.models.owned import Hanging, Owned


class Stack(Owned):
    """People of one event. Where a card tells of no other meeting, the event is where they met.

    `title` names it on the page; `event`, `place`, `kind`, `first` and `last` are those of an
    encounter, as far as the user said. `network` is where its notes go.
    """

    title = models.TextField()
    event = models.TextField(blank=True)
    place = models.TextField(blank=True)
    kind = models.CharField(max_length=12, default="other")
    first = models.DateField(null=True, blank=True)
    last = models.DateField(null=True, blank=True)
    network = models.TextField(default="linkedin")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-id")
        indexes = (models.Index(fields=["owner", "-made_at"], name="stack_by_moment"),)
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="stack_has_title"),
            models.CheckConstraint(condition=Q(kind__in=ENCOUNTER_KINDS), name="stack_kind_known"),
            models.CheckConstraint(
                condition=Q(first__isnull=True, last__isnull=True)
                | Q(first__isnull=False, last__isnull=False, first__lte=F("last")),
                name="stack_days_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Card(Hanging):
    """One person of a stack.

    `line` is what was typed about them and is not kept yet, `text` the note as edited, `network`
    the one chosen for this person where it is not the stack's: what a second device goes on from.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        LATER = "later"
        WRITTEN = "written"

    stack = models.ForeignKey(Stack, on_delete=models.CASCADE, related_name="cards", db_index=False)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="cards")
    position = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    network = models.TextField(blank=True)
    line = models.TextField(blank=True)
    text = models.TextField(blank=True)
    written_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("position", "id")
        indexes = (models.Index(fields=["owner", "state"], name="card_by_state"),)
        constraints = (
            models.UniqueConstraint(fields=["stack", "contact"], name="card_once_a_stack"),
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "later", "written")), name="card_state_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.contact} in {self.stack}"
