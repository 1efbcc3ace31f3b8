"""Invitations that came to Ana, from people she knows and from strangers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client
from django.utils import timezone

from redleaf.contacts import identities
from redleaf.contacts.plain import to_plain
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Contact, Invitation
from redleaf.web.contacts.services.remembering import remember_line

TODAY = dt.datetime.now().astimezone().date()
PERSONAL = (
    "Dear Ana, your walk along the Wandle last week made me hear the weir behind our house. I keep "
    "a list of weirs that sing, forty of them by now, and the seventh is the one you played. May I "
    "send it to you?"
)
PITCH = (
    "Hi Ana, we help founders like you scale to seven figures with our proven lead generation "
    "system. Book a free 15-minute call with me this week: calendly.example/growth. Only three "
    "seats left at 50 % off!"
)
DEFAULT = "I'd like to add you to my professional network on LinkedIn."


def came(owner: User, name: str, text: str = "", **more: Any) -> Invitation:
    """An invitation on LinkedIn, today unless it is said."""
    link = more.pop("link", f"https://www.linkedin.com/in/{name.casefold().replace(' ', '-')}")
    identity = identities.profile(link)
    return Invitation.objects.create(
        **{
            "owner": owner,
            "is_incoming": True,
            "network": "linkedin",
            "name": name,
            "text": text,
            "identities": [to_plain(identity)] if identity else [],
            "at": timezone.now(),
            "key": f"test:{name}:{text}",
            **more,
        }
    )


def known(owner: User, line: str) -> Contact:
    return remember_line(owner, line, today=TODAY).contact


def page_of(asks: Client, address: str) -> str:
    return asks.get(address).content.decode()
