"""Cards: what tells a contact of a file again that has nothing else to be told by.

A person with a name alone, or one whom the user was asked about, keeps the digest of what the file
said as an identity. The same file finds them by it, whatever was changed or merged since.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from uuid import UUID

from redleaf.contacts.contact import Contact, Identity
from redleaf.contacts.plain import to_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.services.importing.identity_keys import TELLING

_NETWORK = "redleaf"
_DIGEST_CHARS = 32


def card_of(contact: Contact) -> str:
    """The digest of all that a file says of somebody; where in the file it stood does not count."""
    return digest_of(to_plain(replace(contact, key="")))


def digest_of(plain: object) -> str:
    text = json.dumps(plain, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_CHARS]


def with_cards(contact: Contact, cards: tuple[str, ...]) -> Contact:
    """The contact with these cards among its identities."""
    known = {each.value for each in contact.identities if each.network == _NETWORK}
    more = tuple(
        Identity("uid", card, network=_NETWORK)
        for card in dict.fromkeys(cards)
        if card not in known
    )
    return replace(contact, identities=(*contact.identities, *more)) if more else contact


def is_told_by_itself(contact: Contact) -> bool:
    """Whether an identity of its own tells this contact again."""
    return any(each.kind in TELLING for each in contact.identities)


def known_cards(owner: User) -> dict[str, UUID]:
    """The contacts of the store that keep a card."""
    kept = models.Identity.objects.filter(owner=owner, kind="uid", network=_NETWORK)
    return dict(kept.order_by().values_list("value", "contact_id"))
