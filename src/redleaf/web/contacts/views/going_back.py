"""Where an act leads back to: the page it was asked on, where that is still there."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Card, Invitation, Stack

_LISTS = ("contacts:people", "contacts:pairs", "stack:stacks", "desk:today", "settings:data",
          "incoming:begin", "mail:mail", "inbox:inbox", "inbox:group", "inbox:decided",
          "inbox:learned")  # fmt: skip


def stays(address: str, user: User) -> bool:
    """Whether this is a page of the desk that is still there: a person may be gone with an undo."""
    # A path alone: "//elsewhere.example/contacts/" leads out of the desk.
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return False
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return False
    if match.view_name == "stack:card":
        return Card.objects.filter(pk=match.kwargs["card_id"], owner=user).exists()
    if match.view_name == "stack:people":
        return Stack.objects.filter(pk=match.kwargs["stack_id"], owner=user).exists()
    if match.view_name == "inbox:invitation":
        rows = Invitation.objects.filter(pk=match.kwargs["invitation_id"], owner=user)
        return rows.exists()
    return match.view_name in _LISTS
