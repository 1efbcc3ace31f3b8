"""Doors, what is said at them before it is an invitation, and who is not let in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from redleaf.contacts.encounters import Encounter, When
from redleaf.web.contacts.models.owned import Hanging, Owned


class Door(Owned):
    """A public page of a user's, under `handle`, where a stranger asks to connect.

    `words` say where it is used ("my talk in Porto") and are the owner's alone; `glad` is shown:
    what they are glad to hear about. `event`, `on` and `place` are the encounter that whoever
    comes through it speaks of, as far as there is one.
    """

    handle = models.CharField(max_length=40, unique=True)
    words = models.TextField(blank=True)
    glad = models.TextField(blank=True)
    event = models.TextField(blank=True)
    on = models.DateField(null=True, blank=True)
    place = models.TextField(blank=True)
    is_open = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("made_at", "pk")
        indexes = (models.Index(fields=["owner", "made_at"], name="door_by_owner"),)
        constraints = (models.CheckConstraint(condition=~Q(handle=""), name="door_has_handle"),)

    def __str__(self) -> str:
        return self.words or self.handle

    @property
    def occasion(self) -> Encounter | None:
        """The encounter that this door stands for; None where it stands for none."""
        if not (self.event or self.place):
            return None
        return Encounter(
            (), kind="other", when=When(self.on, self.on), event=self.event, place=self.place
        )


class Knock(Hanging):
    """What somebody said at a door. It is an invitation once it is delivered.

    `key` is a digest of the door, the address and the words: the same said twice is one knock.
    `origin` is a keyed digest of where it came from, kept for a day to count by; the address
    itself is not kept. `mailbox` is one of whose letters `email` are, however it is spelled. Of the
    key in the letter only `digest` is kept. `page` is where they can be seen, `how` how the two
    know each other, both as they say. Once it is delivered the invitation holds name and words,
    and here they are gone.

    One of somebody blocked `is_dropped`: it counts and gets its letter, so that the sender reads
    what all read, and holds nothing of what they wrote.
    """

    door = models.ForeignKey(Door, on_delete=models.CASCADE, related_name="knocks", db_index=False)
    name = models.TextField(blank=True)
    email = models.EmailField(max_length=254, blank=True)
    mailbox = models.CharField(max_length=64, blank=True)
    page = models.TextField(blank=True)
    how = models.TextField(blank=True)
    text = models.TextField(blank=True)
    key = models.CharField(max_length=64)
    origin = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    at = models.DateTimeField()
    letters = models.PositiveSmallIntegerField(default=0)
    lettered_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    is_proven = models.BooleanField(default=False)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (
            models.Index(fields=["door", "-at"], name="knock_by_door"),
            models.Index(fields=["origin", "-at"], name="knock_by_origin"),
            models.Index(fields=["mailbox", "-at"], name="knock_by_mailbox"),
        )
        constraints = (models.UniqueConstraint(fields=["door", "key"], name="knock_once"),)

    def __str__(self) -> str:
        return f"{self.email} at {self.door}"

    @property
    def invitation_key(self) -> str:
        """The lasting name of the invitation that this becomes."""
        return f"door:{self.key}"


class Blocked(Owned):
    """Whom the user lets in nowhere: a `mailbox_of` an address, or a domain with all of them."""

    value = models.CharField(max_length=254)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("value",)
        constraints = (models.UniqueConstraint(fields=["owner", "value"], name="blocked_once"),)

    def __str__(self) -> str:
        return self.value
