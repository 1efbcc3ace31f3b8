"""The page People: everybody, whoever is looked for, and one line for somebody new."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redleaf.contacts.contact import Contact as ContactRecord
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Encounter, Promise
from redleaf.web.contacts.selectors.listing import PAGE_SIZE
from redleaf.web.contacts.services.keeping import keep_new_contact
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.remembering import remember_line

MIRA = "Mira Holt, curator at Muzeum Wody, met at Museums & Web yesterday, I promised the map"


def today() -> dt.date:
    return timezone.now().astimezone().date()


@pytest.fixture
def mira(ana: User) -> Contact:
    return remember_line(ana, MIRA, today=today()).contact


def names_on(page: str) -> list[str]:
    return [each.split("</bdi>")[0] for each in page.split("data-step><bdi>")[1:]]


def test_it_lists_people_by_family_name(ana: User, ana_asks: Client, mira: Contact) -> None:
    remember_line(ana, "Zora Adams, potter", today=today())
    page = ana_asks.get("/contacts/").content.decode()
    assert set(names_on(page)) == {"Zora Adams", "Mira Holt"}
    assert "curator, Muzeum Wody" in page
    assert "2 people" in page


def test_it_says_what_waits(ana_asks: Client, mira: Contact) -> None:
    assert "the map" in ana_asks.get("/contacts/").content.decode()


def test_it_begins_with_one_line_where_nobody_is_known(ana_asks: Client) -> None:
    page = ana_asks.get("/contacts/").content.decode()
    assert "Whom have you met?" in page
    assert "Nobody is written down yet." in page


def test_it_goes_on_page_by_page(ana: User, ana_asks: Client) -> None:
    with recorded(ana, Act.Kind.IMPORT, "Imported many.csv") as recorder:
        for number in range(PAGE_SIZE * 2 + 3):
            keep_new_contact(ContactRecord(f"Person {number:03}"), recorder)
    seen: list[str] = []
    address = "/contacts/"
    while address:
        page = ana_asks.get(address).content.decode()
        seen += names_on(page)
        more = page.split('<a href="?after=')[1].split('"')[0] if "?after=" in page else ""
        address = f"/contacts/?after={more}" if more else ""
    assert seen == [f"Person {number:03}" for number in range(PAGE_SIZE * 2 + 3)]


def test_it_finds_while_one_types(ana_asks: Client, mira: Contact) -> None:
    page = ana_asks.get("/contacts/", {"q": "muz"}, headers={"HX-Request": "true"})
    assert names_on(page.content.decode()) == ["Mira Holt"]
    assert "<html" not in page.content.decode()


def test_it_says_that_nobody_is_found(ana_asks: Client, mira: Contact) -> None:
    page = ana_asks.get("/contacts/", {"q": "<b>qqq</b>"}).content.decode()
    assert "Nobody is found for “&lt;b&gt;qqq&lt;/b&gt;”." in page


def test_it_keeps_a_line_and_takes_it_back(ana: User, ana_asks: Client) -> None:
    kept = ana_asks.post("/contacts/remember/", {"line": MIRA}, follow=True)
    assert "Met at Museums &amp; Web" in kept.content.decode()
    assert "Remembered Mira Holt" in kept.content.decode()
    act = Act.objects.get(owner=ana)
    undone = ana_asks.post(f"/contacts/acts/{act.pk}/undo/", follow=True)
    assert "Undone. Remembered Mira Holt" in undone.content.decode()
    assert not Contact.objects.exists()
    assert not Encounter.objects.exists()
    assert not Promise.objects.exists()


@pytest.mark.parametrize("line", ["", "   ", "x" * 3_000])
def test_it_keeps_the_line_that_says_nothing(ana_asks: Client, line: str) -> None:
    answer = ana_asks.post("/contacts/remember/", {"line": line})
    assert answer.status_code == HTTPStatus.OK
    assert 'aria-invalid="true"' in answer.content.decode()
    assert answer.context["line"] == line
    assert not Contact.objects.exists()


def test_it_shows_a_stranger_nobody(ben_asks: Client, mira: Contact) -> None:
    for query in ({}, {"q": "mira"}, {"after": str(mira.pk)}):
        assert "Mira" not in ben_asks.get("/contacts/", query).content.decode()


def test_it_is_closed_to_whoever_has_no_key(cleo_asks: Client, mira: Contact) -> None:
    for address in ("/contacts/", "/contacts/pairs/", f"/contacts/{mira.pk}/"):
        answer = cleo_asks.get(address)
        assert answer.status_code == HTTPStatus.FORBIDDEN
        assert "Mira" not in answer.content.decode()


def test_it_asks_a_fixed_number_of_questions(ana: User, ana_asks: Client) -> None:
    counts = []
    ana_asks.get("/contacts/")  # the first visit begins the session
    for count in (3, 30):
        for number in range(count):
            remember_line(ana, f"Ona {count}x{number} Berg, met in Turku yesterday", today=today())
        with CaptureQueriesContext(connection) as queries:
            ana_asks.get("/contacts/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
