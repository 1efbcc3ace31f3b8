"""Who sent an invitation, from what a person or a program wrote of them."""

from __future__ import annotations

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.formats.mail.links import without_tokens
from redleaf.formats.mail.services import services

_SCHEME = "https://"


def sender_identity(written: str, *, network: str = "") -> Identity | None:
    """An address, a profile or a website; None where it is none, or names nobody.

    As out of a mail, of a link nothing is kept that could act for the user, and a link of a
    network's own that shows no profile ("accept") would be the same for everybody.
    """
    link = written.strip()
    is_address = network == "email" or ("@" in link.lstrip("@") and "/" not in link)
    found = (identities.email(link) if is_address else None) or identities.profile(
        link, network=network
    )
    return found or _website(link)


def _website(link: str) -> Identity | None:
    whole = link if "://" in link else f"{_SCHEME}{link}"
    bare = without_tokens(whole)
    if bare != whole and any(each.owns(bare) for each in services()):
        return None
    return identities.website(bare if "://" in link else bare.removeprefix(_SCHEME))
