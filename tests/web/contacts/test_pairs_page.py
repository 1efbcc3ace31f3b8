"""One person or two: pairs side by side, answered one after the other."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Encounter, Pair
from redleaf.web.contacts.services.remembering import remember_line


def today() -> dt.date:
    return timezone.now().astimezone().date()


@pytest.fixture
def pair(ana: User) -> Pair:
    """Mira Holt, and a Mira who may be she."""
    remember_line(ana, "Mira Holt, curator at Muzeum Wody, met in Porto yesterday", today=today())
    remember_line(ana, "Mira, had coffee in Gdynia today", today=today())
    return Pair.objects.get(owner=ana)


def answer(client: Client, pair: Pair, word: str) -> str:
    address = f"/contacts/pairs/{pair.pk}/"
    return client.post(address, {"answer": word}, follow=True).content.decode()


def test_it_shows_both_side_by_side(ana_asks: Client, pair: Pair) -> None:
    page = ana_asks.get("/contacts/pairs/").content.decode()
    assert "1 pair waits" in page
    assert "curator, Muzeum Wody" in page
    assert "had coffee in Gdynia" in page
    assert pair.reasons[0] in page.replace("&#x27;", "'")


def test_it_makes_one_person_of_both_and_can_be_undone(
    ana: User, ana_asks: Client, pair: Pair
) -> None:
    assert "No pair waits." in answer(ana_asks, pair, "same")
    one = Contact.objects.get(owner=ana)
    assert one.name == "Mira Holt"
    assert Encounter.objects.filter(people=one).count() == 2
    act = Act.objects.filter(owner=ana).first()
    assert act is not None
    ana_asks.post(f"/contacts/acts/{act.pk}/undo/")
    assert Contact.objects.count() == 2
    assert "1 pair waits" in ana_asks.get("/contacts/pairs/").content.decode()


def test_it_never_asks_again_about_two_people(ana_asks: Client, pair: Pair) -> None:
    assert "No pair waits." in answer(ana_asks, pair, "two")
    assert Contact.objects.count() == 2
    pair.refresh_from_db()
    assert pair.answer == Pair.Answer.TWO_PEOPLE


def test_it_puts_a_pair_off(ana_asks: Client, pair: Pair) -> None:
    assert "The rest waits." in answer(ana_asks, pair, "later")
    assert "1 pair waits" in ana_asks.get("/contacts/pairs/").content.decode()


@pytest.mark.parametrize("skipped", ["x", "1,2,3", "," * 500])
def test_it_bears_any_list_of_what_was_put_off(ana_asks: Client, pair: Pair, skipped: str) -> None:
    page = ana_asks.get("/contacts/pairs/", {"skipped": skipped})
    assert "1 pair waits" in page.content.decode()


def test_it_hides_a_strangers_pairs(ben_asks: Client, pair: Pair) -> None:
    assert "No pair waits." in ben_asks.get("/contacts/pairs/").content.decode()
    refused = ben_asks.post(f"/contacts/pairs/{pair.pk}/", {"answer": "same"})
    assert refused.status_code == HTTPStatus.NOT_FOUND
    assert Contact.objects.count() == 2
