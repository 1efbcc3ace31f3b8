"""Contacts in a few words, for tests of matching and merging."""

from __future__ import annotations

import datetime as dt

from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Identity, Occasion, Role


def person(
    name: str, *given: str, firm: str = "", title: str = "", birthday: str = "", uid: str = ""
) -> Contact:
    """Somebody with e-mail addresses, phone numbers and links, told apart by how they look."""
    found = [identity(each) for each in given] + ([identities.uid(uid)] if uid else [])
    return Contact(
        name,
        identities=tuple(each for each in found if each),
        roles=(Role(firm, title),) if firm or title else (),
        occasions=(Occasion("birthday", birthday),) if birthday else (),
    )


def identity(text: str) -> Identity | None:
    if "/" in text:
        day = dt.date(2026, 5, 4) if "linkedin" in text else None
        return identities.profile(text, connected_on=day)
    return identities.email(text) if "@" in text else identities.phone(text)
