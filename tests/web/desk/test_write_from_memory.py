"""The page Write, filled in with what the memory holds of somebody."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus
from uuid import UUID

import pytest
from django.test import Client

from redleaf.contacts import identities
from redleaf.contacts.contact import Contact, Role
from redleaf.contacts.encounters import Encounter, Promise, When
from redleaf.web.accounts.models import User
from redleaf.web.contacts.access import contact_for
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.services.keeping import keep_encounter, keep_new_contact, keep_promise
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.sending import keep_sent_invitation

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


def test_the_notes_are_there_at_once_and_say_who_writes(
    ana: User, ana_asks: Client, mira: str
) -> None:
    ana.first_name, ana.last_name, ana.headline = "Ana", "Reis", "mends accordions"
    ana.offers = ["my reed list"]
    ana.save()
    page = ana_asks.get("/write/", {"to": mira})
    texts = [view.text for view, _ in page.context["writing"].pairs]
    assert texts
    assert all("Mira" in text and text.endswith("Ana") for text in texts)
    assert page.context["form"]["what_i_do"].value() == "mends accordions"
    assert page.context["form"]["offer"].value() == "my reed list"
    assert "writing" not in ana_asks.get("/write/").context


def test_what_one_does_is_remembered_for_the_next_note(ana_asks: Client) -> None:
    ana_asks.post("/write/", {"name": "Bo", "my_name": "Ana", "what_i_do": "mends accordions"})
    form = ana_asks.get("/write/").context["form"]
    assert form["my_name"].value() == "Ana"
    assert form["what_i_do"].value() == "mends accordions"


def test_notes_sound_like_those_that_were_sent(ana: User, ana_asks: Client, mira: str) -> None:
    contact = contact_for(ana, UUID(mira))
    for at, about in enumerate(("kilns", "ferries", "oars")):
        now = dt.datetime.now().astimezone() - dt.timedelta(days=40 + at)
        text = f"Hey Mira! It was fun to talk about {about}. Cheers, Ana"
        keep_sent_invitation(ana, contact, text, network="linkedin", at=now)
    facts = {"name": "Bo Lind", "kind": "coffee", "topic": "bells", "my_name": "Ana"}
    page = ana_asks.post("/write/", {**facts, "network": "linkedin"})
    texts = [view.text for view, _ in page.context["writing"].pairs]
    assert texts
    assert all(text.startswith("Hey Bo! ") and text.endswith("Cheers, Ana") for text in texts)


def test_it_hides_a_strangers_memory(ben_asks: Client, mira: str) -> None:
    answer = ben_asks.get("/write/", {"to": mira})
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "Mira" not in answer.content.decode()


@pytest.mark.parametrize("wrong", ["01a206e0-637a-757f-82ad-b9bc6cb80fdb", "mira", "0"])
def test_it_knows_nobody_by_a_wrong_id(ana_asks: Client, mira: str, wrong: str) -> None:
    assert ana_asks.get("/write/", {"to": wrong}).status_code == HTTPStatus.NOT_FOUND


def test_it_tells_how_many_notes_are_left(ana: User, ana_asks: Client, mira: str) -> None:
    facts = {"name": "Mira Holt", "kind": "coffee", "topic": "kilns", "network": "linkedin"}
    assert "notes left" not in ana_asks.post("/write/", facts).content.decode()
    contact = contact_for(ana, UUID(mira))
    now = dt.datetime.now().astimezone()
    keep_sent_invitation(ana, contact, "Mira, the kilns.", network="linkedin", at=now)
    page = ana_asks.post("/write/", facts).content.decode()
    assert page.count("4 of 5 LinkedIn notes left. One more is free on ") == 1
    assert page.count("4 of 5 LinkedIn notes left.") == 1
    assert "notes left" not in ana_asks.post("/write/", {**facts, "aim": "thank"}).content.decode()


def test_it_advises_against_a_note_where_all_are_used(ana: User, ana_asks: Client) -> None:
    now = dt.datetime.now().astimezone()
    with recorded(ana, Act.Kind.REMEMBER, "Remembered some.") as recorder:
        people = [keep_new_contact(Contact(f"Mira {each}"), recorder) for each in range(5)]
    for each in people:
        keep_sent_invitation(ana, each, f"{each.name}, the kilns.", network="linkedin", at=now)
    facts = {"name": "Ola Berg", "kind": "coffee", "topic": "kilns", "network": "linkedin"}
    page = ana_asks.post("/write/", facts).content.decode()
    assert "Invite without a note" in page
    assert page.count("All 5 LinkedIn notes of these thirty days are used.") == 1
