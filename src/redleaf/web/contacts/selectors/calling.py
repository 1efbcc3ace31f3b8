"""Who is meant by a name, a part of one, an address, or an id."""

from __future__ import annotations

from uuid import UUID

from redleaf.notes.folding import fold_text
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact
from redleaf.web.contacts.search.finding import search_contacts

# More than anybody reads through; whoever is not among them is asked for by more words.
MOST_FOUND = 50


def people_called(owner: User, words: str, *, most: int = MOST_FOUND) -> list[Contact]:
    """Who may be meant, the surest first; those whose whole name this is stand alone.

    Names are compared without regard to case and accents.
    """
    by_id = _by_id(owner, words)
    if by_id:
        return by_id
    found = [each.contact for each in search_contacts(owner, words, limit=most)]
    wanted = fold_text(" ".join(words.split()))
    exactly = [each for each in found if fold_text(each.name) == wanted]
    return exactly or found


def _by_id(owner: User, words: str) -> list[Contact]:
    try:
        contact_id = UUID(words.strip())
    except ValueError:
        return []
    return list(Contact.objects.filter(owner=owner, pk=contact_id))
