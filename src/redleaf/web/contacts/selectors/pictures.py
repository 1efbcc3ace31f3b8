"""The pictures of a person's cards, without their bytes: pages only say where each lies."""

from __future__ import annotations

from uuid import UUID

from redleaf.contacts.pictures import MOST_OF_ONE
from redleaf.web.contacts.models import Picture


def pictures_of(contact_id: UUID) -> list[Picture]:
    """The newest sides last; of very many cards the last ones."""
    rows = Picture.objects.filter(contact_id=contact_id).defer("base64").order_by("-id")
    return sorted(rows[:MOST_OF_ONE], key=lambda each: each.pk)
