"""docs/keyboard.md tells every key that the sheets of the desk tell, and no other."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.stacking import begin_stack
from tests.conftest import ROOT
from tests.web.inbox.cast import came

PAGE = (ROOT / "docs" / "keyboard.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| ([^|]+?) \| (`[^|]+) \|$", PAGE, re.MULTILINE))
EVERYWHERE = re.findall(r"`([^`]+)`", ROWS["everywhere"])


@pytest.fixture
def pages(ana: User) -> dict[str, str]:
    """The address of each page that has keys of its own, by its row."""
    people = [
        remember_line(
            ana,
            f"{name}, met at Kiln Week yesterday, talked about salt",
            today=timezone.localdate(),
        )
        for name in ("Mira Holt", "Mira Holte")
    ]
    stack, _ = begin_stack(ana, "Kiln Week", [each.contact for each in people])
    one = people[0].contact.pk
    came(ana, "Ewan Brook", "A word about weirs.")
    return {
        "Today": "/",
        "Stack, all of them": "/stack/",
        "Stack, a person": f"/stack/card/{stack.cards.all()[0].pk}/",
        "Inbox, an invitation": "/inbox/",
        "Inbox, a group": "/inbox/group/ask/",
        "Inbox, what you decided": "/inbox/decided/",
        "People": "/contacts/",
        "a person": f"/contacts/{one}/",
        "an introduction": f"/contacts/{one}/introduce/",
        "one person or two": "/contacts/pairs/",
        "Check": "/check/",
        "Write": "/write/",
    }


def test_it_tells_the_keys_of_every_page(ana_asks: Client, pages: dict[str, str]) -> None:
    for row, address in pages.items():
        page = html.unescape(ana_asks.get(address).content.decode())
        sheet = page[page.index('id="all-keys"') :]
        keys = {
            "Enter" if key == "↵" else key
            for term in re.findall(r"<dt>(.*?)</dt>", sheet)
            for key in re.findall(r"<kbd>(.*?)</kbd>", term)
        }
        told = set(re.findall(r"`([^`]+)`", ROWS[row])) | set(EVERYWHERE)
        assert keys <= told, (row, keys - told)
