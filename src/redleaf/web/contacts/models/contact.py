"""A contact, and the rows that belong to it alone: identities, roles, notes, tags."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from redleaf.contacts.contact import CONTACT_KINDS, IDENTITY_KINDS
from redleaf.notes.brief import REGISTERS
from redleaf.web.contacts.models.owned import Hanging, Owned


class Contact(Owned):
    """A person in the user's address book.

    `details` holds what is shown but never searched by (name parts, addresses, occasions,
    relations, pictures, unknown fields), in the shape of the record's plain JSON.
    """

    name = models.TextField(blank=True)
    kind = models.CharField(max_length=12, default="person")
    headline = models.TextField(blank=True)
    language = models.TextField(blank=True)
    register = models.CharField(max_length=6, blank=True)
    relation = models.TextField(blank=True)
    introduced_by = models.TextField(blank=True)
    details = models.JSONField(default=dict, blank=True)
    # A name as lists sort it: folded, without regard to case and accents.
    sort_name = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("sort_name", "id")
        indexes = (models.Index(fields=["owner", "sort_name", "id"], name="contact_by_name"),)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=CONTACT_KINDS), name="contact_kind_known"),
            models.CheckConstraint(
                condition=Q(register__in=("", *REGISTERS)), name="contact_register_known"
            ),
        )

    def __str__(self) -> str:
        return self.name or str(self.id)


class Part(Hanging):
    """A row of one contact; `position` keeps the order in which a file or a person gave them."""

    # Without an index of its own: each table has one that begins with it.
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, related_name="%(class)s_rows", db_index=False
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class Identity(Part):
    """An e-mail address, a phone number, a profile; two contacts may share one (a family's)."""

    kind = models.CharField(max_length=9)
    network = models.TextField(blank=True)
    value = models.TextField()
    written = models.TextField(blank=True)
    label = models.TextField(blank=True)
    is_preferred = models.BooleanField(default=False)
    connected_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "identities"
        indexes = (
            models.Index(fields=["owner", "kind", "network", "value"], name="identity_by_value"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["contact", "kind", "network", "value"], name="identity_once_a_contact"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=IDENTITY_KINDS) & ~Q(value=""), name="identity_known"
            ),
        )

    def __str__(self) -> str:
        return self.written or self.value


class Role(Part):
    """What they do or did at an organisation, and when as far as known ("2019-03")."""

    organisation = models.TextField(blank=True)
    title = models.TextField(blank=True)
    department = models.TextField(blank=True)
    since = models.TextField(blank=True)
    until = models.TextField(blank=True)
    is_past = models.BooleanField(default=False)

    class Meta:
        ordering = ("position",)
        indexes = (models.Index(fields=["contact", "position"], name="role_by_contact"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(organisation="", title="", department=""), name="role_not_empty"
            ),
        )

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.organisation)))


class Note(Part):
    """What the user keeps for themselves about this person."""

    text = models.TextField()

    class Meta:
        ordering = ("position",)
        indexes = (models.Index(fields=["contact", "position"], name="note_by_contact"),)
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="note_not_empty"),)

    def __str__(self) -> str:
        return self.text


class Tag(Part):
    """A word under which the user finds people again."""

    name = models.TextField()

    class Meta:
        ordering = ("position",)
        indexes = (models.Index(fields=["owner", "name"], name="tag_by_name"),)
        constraints = (
            models.UniqueConstraint(fields=["contact", "name"], name="tag_once_a_contact"),
            models.CheckConstraint(condition=~Q(name=""), name="tag_not_empty"),
        )

    def __str__(self) -> str:
        return self.name
