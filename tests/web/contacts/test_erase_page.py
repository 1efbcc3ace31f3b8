"""Erasing one person from their page: a word has to be typed, and nothing is left."""

from __future__ import annotations

import datetime as dt
from http import HTTPStatus

import pytest
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Change, Contact
from redleaf.web.contacts.services.remembering import remember_line

TODAY = dt.datetime.now().astimezone().date()

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def jun(ana: User) -> Contact:
    line = "Jun Sato, met at the glaze fair yesterday with Mira Holt, talked about ash"
    return remember_line(ana, line, today=TODAY).contact


def test_it_erases_once_the_word_is_typed(jun: Contact, ana_asks: Client) -> None:
    answer = ana_asks.post(f"/contacts/{jun.pk}/erase/", {"word": "erase"}, follow=True)
    assert "Jun Sato is erased." in answer.content.decode()
    assert not Contact.objects.filter(pk=jun.pk).exists()
    assert not Change.objects.filter(contact_id=jun.pk).exists()
    assert Contact.objects.filter(name="Mira Holt").exists()


@pytest.mark.parametrize("word", ["", "yes", "Jun Sato"])
def test_without_the_word_nothing_goes(jun: Contact, ana_asks: Client, word: str) -> None:
    page = ana_asks.post(f"/contacts/{jun.pk}/erase/", {"word": word}).content.decode()
    assert 'aria-invalid="true"' in page
    assert Contact.objects.filter(pk=jun.pk).exists()


def test_the_page_of_the_person_leads_there_and_a_look_erases_nothing(
    jun: Contact, ana_asks: Client
) -> None:
    assert f"/contacts/{jun.pk}/erase/" in ana_asks.get(f"/contacts/{jun.pk}/").content.decode()
    page = ana_asks.get(f"/contacts/{jun.pk}/erase/").content.decode()
    assert "Erase Jun Sato for good" in page
    assert Contact.objects.filter(pk=jun.pk).exists()


def test_a_stranger_cannot(jun: Contact, ben_asks: Client) -> None:
    answer = ben_asks.post(f"/contacts/{jun.pk}/erase/", {"word": "erase"})
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert Contact.objects.filter(pk=jun.pk).exists()
