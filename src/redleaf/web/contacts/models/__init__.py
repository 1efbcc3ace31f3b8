"""Rows of the memory. Every row belongs to one user; nothing here writes across rows."""

from redleaf.web.contacts.models.acts import Act, Change
from redleaf.web.contacts.models.between import Encounter, Letter, Presence, Promise
from redleaf.web.contacts.models.contact import Contact, Identity, Note, Role, Tag
from redleaf.web.contacts.models.document import Document
from redleaf.web.contacts.models.invitation import Invitation
from redleaf.web.contacts.models.pair import Pair
from redleaf.web.contacts.models.picture import Picture
from redleaf.web.contacts.models.stack import Card, Stack

__all__ = [
    "Act",
    "Card",
    "Change",
    "Contact",
    "Document",
    "Encounter",
    "Identity",
    "Invitation",
    "Letter",
    "Note",
    "Pair",
    "Picture",
    "Presence",
    "Promise",
    "Role",
    "Stack",
    "Tag",
]
