"""People as a list: by name, a page at a time, each page as quick as the first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact

PAGE_SIZE = 50


def people_after(owner: User, last: Contact | None) -> list[Contact]:
    """The next people by name after `last`, and one more where there is a further page."""
    found = Contact.objects.filter(owner=owner).defer("details")
    if last is not None:
        later = Q(sort_name__gt=last.sort_name) | Q(sort_name=last.sort_name, pk__gt=last.pk)
        # The first condition is all that an index can begin with.
        found = found.filter(sort_name__gte=last.sort_name).filter(later)
    return list(found[: PAGE_SIZE + 1])


def last_of_page(owner: User, contact_id: str) -> Contact | None:
    """The contact after which a page begins; None for the first page, or where it is gone."""
    try:
        wanted = UUID(contact_id)
    except ValueError:
        return None
    return Contact.objects.filter(owner=owner, pk=wanted).first()
