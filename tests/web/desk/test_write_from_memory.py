"""The page Write, filled in with what the memory holds of somebody."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus

import pytest
from django.test import Client

from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Role
from redleaf.contacts.encounters import Encounter, Promise, When
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.services.keeping import keep_encounter, keep_new_contact, keep_promise
from redleaf.web.contacts.services.recording import recorded

DAY = dt.date(2026, 11, 12)


@pytest.fixture
def mira(ana: User) -> str:
    """The id of somebody in Ana's memory."""
    profile = identities.profile("https://www.linkedin.com/in/mira-holt")
    assert profile is not None
    of = Contact("Mira Holt", identities=(profile,), roles=(Role("Muzeum Wody", "curator"),))
    met = Encounter((), "talk", When(DAY, DAY), event="Museums & Web", said="test it in the rain")
    with recorded(ana, Act.Kind.REMEMBER, "Remembered Mira Holt.") as recorder:
        row = keep_new_contact(of, recorder)
        keep_encounter(met, [row.pk], recorder)
        keep_promise(Promise(str(row.pk), "the microphone list"), row.pk, recorder)
    return str(row.pk)


def test_it_fills_in_what_is_known(ana_asks: Client, mira: str) -> None:
    page = ana_asks.get("/write/", {"to": mira})
    known = page.context["form"].initial
    assert known["name"] == "Mira Holt"
    assert (known["role"], known["company"]) == ("curator", "Muzeum Wody")
    assert known["link"] == "https://www.linkedin.com/in/mira-holt"
    assert (known["kind"], known["event"]) == ("talk", "Museums & Web")
    assert (known["said"], known["promise"]) == ("test it in the rain", "the microphone list")
    assert 'value="2026-11-12"' in page.content.decode()


def test_it_hides_a_strangers_memory(ben_asks: Client, mira: str) -> None:
    answer = ben_asks.get("/write/", {"to": mira})
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Mira" not in answer.content.decode()


@pytest.mark.parametrize("wrong", ["01a206e0-637a-757f-82ad-b9bc6cb80fdb", "mira", "0"])
def test_it_knows_nobody_by_a_wrong_id(ana_asks: Client, mira: str, wrong: str) -> None:
    assert ana_asks.get("/write/", {"to": wrong}).status_code == HTTPStatus.NOT_FOUND
