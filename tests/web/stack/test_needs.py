"""Who of a stack needs the notes most, when they are short."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import UsedNetwork, use_networks
from redleaf.web.contacts.models import Stack
from redleaf.web.contacts.services.stacking import begin_stack, person_of

TODAY = dt.datetime.now().astimezone().date()
LONG_AGO = f"{TODAY.year - 2}-05-04"
PEOPLE = (
    "Jun Sato, met at the glaze fair yesterday",
    f"Mira Holt, met at the clay days on {LONG_AGO}",
    f"Oye Adebayo, met at the clay days on {LONG_AGO}, I promised the ash recipe",
    "Tor Lund, met at the glaze fair yesterday",
)


def stack_of(owner: User, *lines: str, notes: int) -> Stack:
    use_networks(owner, [UsedNetwork("linkedin", notes)])
    people = [person_of(owner, line, today=TODAY) for line in lines]
    return begin_stack(owner, "Glaze fair", people)[0]


@pytest.fixture
def short(ana: User) -> Stack:
    """Four people and two notes."""
    return stack_of(ana, *PEOPLE, notes=2)


def page(asks: Client, stack: Stack, name: str) -> str:
    card = stack.cards.get(contact__name=name)
    return asks.get(f"/stack/card/{card.pk}/").content.decode()


def section(said: str) -> str:
    return said.split('id="needs"')[1].split("</section>")[0] if 'id="needs"' in said else ""


def test_it_names_those_whom_a_note_brings_back(short: Stack, ana_asks: Client) -> None:
    said = section(page(ana_asks, short, "Oye Adebayo"))
    assert "2 notes are left for 4 people who wait." in said
    assert said.index("Oye Adebayo") < said.index("Mira Holt")
    assert "Jun Sato" not in said
    assert "Others need it more" not in said


def test_it_tells_who_can_do_without(short: Stack, ana_asks: Client) -> None:
    assert "Others need it more" in section(page(ana_asks, short, "Jun Sato"))


def test_the_people_of_the_stack_show_it_too(short: Stack, ana_asks: Client) -> None:
    said = ana_asks.get(f"/stack/{short.pk}/people/").content.decode()
    assert said.count(">needs a note<") == 2


def test_it_is_silent_where_notes_are_enough(ana: User, ana_asks: Client) -> None:
    stack = stack_of(ana, *PEOPLE, notes=4)
    assert not section(page(ana_asks, stack, "Jun Sato"))
    assert ">needs a note<" not in ana_asks.get(f"/stack/{stack.pk}/people/").content.decode()


def test_it_is_silent_where_none_is_left(ana: User, ana_asks: Client) -> None:
    stack = stack_of(ana, *PEOPLE, notes=0)
    assert not section(page(ana_asks, stack, "Mira Holt"))


def test_ten_more_people_cost_no_more_queries(ana: User, ana_asks: Client) -> None:
    def queries(stack: Stack) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(ana_asks, stack, "Jun Sato")
        return len(asked)

    few = stack_of(ana, *PEOPLE, notes=1)
    page(ana_asks, few, "Jun Sato")
    before = queries(few)
    more = (f"Person Number{letter}, met at the clay days on {LONG_AGO}" for letter in "abcdefghij")
    assert queries(stack_of(ana, *PEOPLE, *more, notes=1)) <= before + 1
