"""The page of one person: what is between you, what is promised, and the acts on it."""

from __future__ import annotations

import datetime as dt
import re
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape

from redleaf.contacts.encounters import Encounter as EncounterRecord
from redleaf.contacts.encounters import When
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Encounter, Identity, Note, Promise
from redleaf.web.contacts.services.keeping import keep_encounter
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.remembering import remember_line

MIRA = (
    "Mira Holt, curator at Muzeum Wody, met at Museums & Web in Porto yesterday with Dana Ruiz, "
    "talked about sound walks; she said 'test it in the rain'. I promised the map by Friday. "
    "mira@wody.example"
)


def today() -> dt.date:
    return timezone.now().astimezone().date()


@pytest.fixture
def mira(ana: User) -> Contact:
    return remember_line(ana, MIRA, today=today()).contact


@pytest.fixture
def address(mira: Contact) -> str:
    return f"/contacts/{mira.pk}/"


def test_it_tells_what_is_between_you(ana_asks: Client, address: str) -> None:
    page = ana_asks.get(address).content.decode()
    assert "Met at Museums &amp; Web in Porto. Talked about sound walks." in page
    assert "“test it in the rain”" in page
    assert "curator, Muzeum Wody" in page
    assert 'href="mailto:mira@wody.example"' in page
    assert page.count("Dana Ruiz") >= 2  # beside the meeting, and among those both know
    assert "the map" in page


@pytest.mark.parametrize(
    ("kind", "value", "link"),
    [
        (
            "email",
            "mira@b.example?bcc=eve@c.example",
            "mailto:mira@b.example%3Fbcc%3Deve@c.example",
        ),
        ("phone", "+4420790x12", "tel:+4420790;ext=12"),
        ("phone", "12#31", "tel:12%2331"),
        ("website", "javascript:alert(1)", ""),
        ("profile", "javascript:alert(1)", ""),
    ],
)
def test_no_link_does_more_than_it_says(
    ana: User, ana_asks: Client, mira: Contact, address: str, kind: str, value: str, link: str
) -> None:
    """As an export that somebody wrote by hand could bring it."""
    Identity.objects.create(
        owner=ana, contact=mira, kind=kind, value=value, written=value, position=9
    )
    page = ana_asks.get(address).content.decode()
    assert escape(value) in page
    links = re.findall(r'href="([a-z]+:[^"]*)"', page)
    assert [each for each in links if each != "mailto:mira@wody.example"] == (
        [link] if link else []
    )


def test_it_says_how_well_they_would_know_the_user(ana_asks: Client, address: str) -> None:
    page = ana_asks.get(address)
    assert "Yes, recent" in page.content.decode()
    fades_on = page.context["fades_on"]
    assert fades_on > today() + dt.timedelta(days=30)
    assert f"fading by {fades_on:%B %Y}" in page.content.decode()
    assert "<polyline" in page.content.decode()


def test_it_leads_to_writing_with_all_that_is_known(ana_asks: Client, mira: Contact) -> None:
    page = ana_asks.get(f"/contacts/{mira.pk}/").content.decode()
    assert f'href="/write/?to={mira.pk}"' in page


def test_it_keeps_that_they_met_again(ana_asks: Client, mira: Contact, address: str) -> None:
    line = "coffee today in Gdynia, talked about pumps"
    page = ana_asks.post(f"{address}remember/", {"line": line}, follow=True).content.decode()
    assert "Had coffee in Gdynia. Talked about pumps." in page
    assert Encounter.objects.filter(people=mira).count() == 2


def test_it_keeps_a_note_for_the_user_alone(ana: User, ana_asks: Client, address: str) -> None:
    note = "Takes no calls before ten.\r\n<script>"
    page = ana_asks.post(f"{address}note/", {"note": note}, follow=True).content.decode()
    assert "Takes no calls before ten.<br>&lt;script&gt;" in page
    act = Act.objects.filter(owner=ana).first()
    assert act is not None
    ana_asks.post(f"/contacts/acts/{act.pk}/undo/")
    assert not Note.objects.exists()


@pytest.mark.parametrize(("state", "told"), [("kept", "(kept)"), ("released", "(released)")])
def test_it_settles_a_promise(
    ana_asks: Client, mira: Contact, address: str, state: str, told: str
) -> None:
    promise = Promise.objects.get(contact=mira)
    ana_asks.post(f"/contacts/promises/{promise.pk}/", {"state": state})
    promise.refresh_from_db()
    assert promise.state == state
    assert told in ana_asks.get(address).content.decode()


def test_it_leaves_a_promise_at_an_unknown_word(ana_asks: Client, mira: Contact) -> None:
    promise = Promise.objects.get(contact=mira)
    ana_asks.post(f"/contacts/promises/{promise.pk}/", {"state": "broken"})
    promise.refresh_from_db()
    assert promise.state == "open"


def test_it_deletes_a_person_and_brings_them_back(
    ana: User, ana_asks: Client, mira: Contact, address: str
) -> None:
    page = ana_asks.post(f"{address}delete/", follow=True).content.decode()
    assert "Undo" in page
    assert ana_asks.get(address).status_code == HTTPStatus.NOT_FOUND
    act = Act.objects.filter(owner=ana).first()
    assert act is not None
    ana_asks.post(f"/contacts/acts/{act.pk}/undo/")
    assert "test it in the rain" in ana_asks.get(address).content.decode()


def test_it_says_why_an_act_cannot_be_undone(ana: User, ana_asks: Client, address: str) -> None:
    first = Act.objects.get(owner=ana)
    ana_asks.post(f"{address}note/", {"note": "Sings."})
    page = ana_asks.post(f"/contacts/acts/{first.pk}/undo/", follow=True).content.decode()
    assert "first; it changed the same people" in page
    assert Note.objects.filter(text="Sings.").exists()


def test_it_hides_a_strangers_people(ben_asks: Client, mira: Contact, address: str) -> None:
    promise = Promise.objects.get(contact=mira)
    act = Act.objects.get()
    assert ben_asks.get(address).status_code == HTTPStatus.NOT_FOUND
    for post in (
        f"{address}remember/",
        f"{address}note/",
        f"{address}delete/",
        f"/contacts/promises/{promise.pk}/",
        f"/contacts/acts/{act.pk}/undo/",
    ):
        answer = ben_asks.post(post, {"line": "coffee", "note": "x", "state": "kept"})
        assert answer.status_code == HTTPStatus.NOT_FOUND
        assert "Mira" not in answer.content.decode()
    promise.refresh_from_db()
    assert (promise.state, Contact.objects.count(), Note.objects.count()) == ("open", 2, 0)


def test_it_knows_nobody_by_another_id(ana_asks: Client, mira: Contact) -> None:
    assert ana_asks.get(f"/contacts/{uuid4()}/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("act", ["remember", "note", "delete"])
def test_it_changes_nothing_when_only_looked_at(ana_asks: Client, address: str, act: str) -> None:
    assert ana_asks.get(f"{address}{act}/").status_code == HTTPStatus.METHOD_NOT_ALLOWED


def meet_often(contact: Contact, times: int) -> None:
    with recorded(contact.owner, Act.Kind.IMPORT, "Imported") as recorder:
        for number in range(times):
            day = today() - dt.timedelta(days=30 * number + 40)
            met = EncounterRecord((), "call", When(day, day), place=f"Town {number}")
            keep_encounter(met, [contact.pk], recorder)


def test_a_long_timeline_begins_with_the_newest(
    ana_asks: Client, mira: Contact, address: str
) -> None:
    meet_often(mira, 18)
    page = ana_asks.get(address)
    assert len(page.context["timeline"]) == 12
    first = today() - dt.timedelta(days=30 * 17 + 40)
    assert f"Seven more, back to {first.year}</a>" in page.content.decode()
    whole = ana_asks.get(f"{address}?all").content.decode()
    assert "Town 17" in whole
    assert "back to" not in whole


def test_a_thousand_meetings_take_no_more_queries_than_three(
    ana_asks: Client, mira: Contact, address: str
) -> None:
    ana_asks.get(address)
    counts = []
    for count in (3, 997):
        meet_often(mira, count)
        with CaptureQueriesContext(connection) as queries:
            ana_asks.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30
