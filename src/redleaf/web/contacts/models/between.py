"""What was between the user and their contacts: encounters, letters, promises."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from redleaf.contacts.encounters import PROMISE_STATES
from redleaf.notes.brief import ENCOUNTER_KINDS
from redleaf.web.contacts.models.contact import Contact
from redleaf.web.contacts.models.owned import Hanging, Owned


class Encounter(Owned):
    """One time the user met people; `first` and `last` bound the days, `words` are as written."""

    people = models.ManyToManyField(Contact, through="Presence", related_name="encounters")
    kind = models.CharField(max_length=12, default="other")
    first = models.DateField(null=True, blank=True)
    last = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True)
    place = models.TextField(blank=True)
    event = models.TextField(blank=True)
    topics = models.JSONField(default=list, blank=True)
    said = models.TextField(blank=True)
    introduced_by = models.TextField(blank=True)
    notes = models.TextField(blank=True)
    times = models.PositiveIntegerField(default=1)
    # The name its origin gave it; an encounter that was imported before is known by it.
    key = models.TextField(blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-last", "-made_at")
        indexes = (
            models.Index(fields=["owner", "-last", "event"], name="encounter_by_day"),
            models.Index(fields=["owner", "event"], name="encounter_by_event"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=ENCOUNTER_KINDS), name="encounter_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(first__isnull=True, last__isnull=True)
                | Q(first__isnull=False, last__isnull=False, first__lte=F("last")),
                name="encounter_days_in_order",
            ),
            models.CheckConstraint(condition=Q(times__gte=1), name="encounter_took_place"),
            models.UniqueConstraint(
                fields=["owner", "key"], condition=~Q(key=""), name="encounter_key_once"
            ),
        )

    def __str__(self) -> str:
        return self.event or self.kind


class Presence(Hanging):
    """Somebody who was there."""

    encounter = models.ForeignKey(
        Encounter, on_delete=models.CASCADE, related_name="presences", db_index=False
    )
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="presences")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["encounter", "contact"], name="presence_once"),
        )

    def __str__(self) -> str:
        return f"{self.contact} at {self.encounter}"


class Letter(Hanging):
    """One message between the user and one contact; of its words only the subject is kept."""

    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, related_name="letters", db_index=False
    )
    network = models.TextField()
    is_sent = models.BooleanField()
    at = models.DateTimeField(null=True, blank=True)
    subject = models.TextField(blank=True)
    key = models.TextField()

    class Meta:
        ordering = ("-at",)
        indexes = (
            models.Index(fields=["contact", "-at"], name="letter_by_moment"),
            models.Index(fields=["owner", "-at", "is_sent"], name="letter_by_day"),
        )
        constraints = (
            models.UniqueConstraint(fields=["contact", "key"], name="letter_once_a_contact"),
            models.CheckConstraint(condition=~Q(key=""), name="letter_has_key"),
        )

    def __str__(self) -> str:
        return self.subject or self.key


class Promise(Owned):
    """Something the user said they would do for a contact."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="promises")
    text = models.TextField()
    due_first = models.DateField(null=True, blank=True)
    due_last = models.DateField(null=True, blank=True)
    due_words = models.TextField(blank=True)
    made_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, default="open")
    key = models.TextField(blank=True)

    class Meta:
        ordering = ("due_last", "made_on")
        indexes = (models.Index(fields=["owner", "state", "due_last"], name="promise_by_due"),)
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="promise_not_empty"),
            models.CheckConstraint(
                condition=Q(state__in=PROMISE_STATES), name="promise_state_known"
            ),
            models.CheckConstraint(
                condition=Q(due_first__isnull=True, due_last__isnull=True)
                | Q(due_first__isnull=False, due_last__isnull=False, due_first__lte=F("due_last")),
                name="promise_days_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.text
