"""A stack of everybody whom a file brought, and of where they were met."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.test import Client

from redleaf.contacts.contact import Contact
from redleaf.contacts.harvest import Harvest
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Stack
from redleaf.web.contacts.services.importing import apply_import, plan_import
from redleaf.web.contacts.services.undoing import undo

NAMES = ("Jun Sato", "Mira Holt", "Oye Adebayo")


@pytest.fixture
def brought(ana: User) -> Act:
    people = [Contact(name, key=str(number)) for number, name in enumerate(NAMES)]
    act = apply_import(ana, plan_import(ana, Harvest("csv", people)), file_name="Kiln Days.csv")
    assert act is not None
    return act


def begin(asks: Client, act_id: object, met: str = "") -> int:
    return asks.post("/stack/begin/", {"act": str(act_id), "met": met}).status_code


def test_everybody_of_the_file_is_on_it_in_its_order(brought: Act, ana_asks: Client) -> None:
    begin(ana_asks, brought.pk)
    stack = Stack.objects.get()
    assert (stack.title, stack.event) == ("Kiln Days", "")
    assert [each.contact.name for each in stack.cards.all()] == list(NAMES)


def test_where_they_were_met_stands_on_each_card(brought: Act, ana_asks: Client) -> None:
    begin(ana_asks, brought.pk, met=" the  glaze fair ")
    stack = Stack.objects.get()
    assert (stack.title, stack.event) == ("the glaze fair", "the glaze fair")
    page = ana_asks.get(f"/stack/card/{stack.cards.all()[0].pk}/").content.decode()
    assert "At the glaze fair" in page
    assert "you have not met" not in page


def test_whoever_is_gone_is_left_out(brought: Act, ana_asks: Client) -> None:
    undo(brought)
    assert begin(ana_asks, brought.pk) == HTTPStatus.OK
    assert not Stack.objects.exists()


@pytest.mark.parametrize("act_id", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_nothing_is_begun_of_what_is_no_act(ana_asks: Client, act_id: str) -> None:
    assert begin(ana_asks, act_id) in (HTTPStatus.OK, HTTPStatus.NOT_FOUND)
    assert not Stack.objects.exists()


def test_a_strangers_import_is_as_if_it_were_not_there(brought: Act, ben_asks: Client) -> None:
    assert begin(ben_asks, brought.pk) == HTTPStatus.NOT_FOUND
    assert not Stack.objects.exists()
