"""Several people chosen in the list, and one thing done to all of them: one act, one undo."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from redleaf.contacts.contact import Contact as ContactRecord
from redleaf.contacts.encounters import Encounter, When
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Card, Contact, Stack, Tag
from redleaf.web.contacts.selectors import listing
from redleaf.web.contacts.services.keeping import keep_encounter, keep_new_contact
from redleaf.web.contacts.services.recording import recorded
from tests.web.contacts.tables import documents, tables

CHOSEN = "/contacts/chosen/"


@pytest.fixture
def people(ana: User) -> list[Contact]:
    with recorded(ana, Act.Kind.IMPORT, "Imported") as recorder:
        found = [
            keep_new_contact(ContactRecord(name, tags=tags), recorder)
            for name, tags in (("Ada Berg", ("press",)), ("Ben Cole", ()), ("Cy Dunn", ("choir",)))
        ]
        met = Encounter((), "talk", When(recorder.now.date(), recorder.now.date()), event="Fair")
        keep_encounter(met, [each.pk for each in found[:2]], recorder)
    return found


def ids(people: list[Contact]) -> list[str]:
    return [str(each.pk) for each in people]


def tagged(name: str) -> set[str]:
    return set(Tag.objects.filter(name=name).values_list("contact__name", flat=True))


def do(asks: Client, what: str, **more: Any) -> str:
    return asks.post(CHOSEN, {"do": what, **more}, follow=True).content.decode()


def take_back(asks: Client) -> None:
    act = Act.objects.order_by("-at").first()
    assert act is not None
    asks.post(f"/contacts/acts/{act.pk}/undo/")


def test_it_tags_those_who_are_chosen(ana_asks: Client, people: list[Contact]) -> None:
    before, words = tables(), documents()
    page = do(ana_asks, "tag", contact=ids(people[:2]), **{"with": " press "})
    assert "Tagged Ben Cole: press" in page
    assert tagged("press") == {"Ada Berg", "Ben Cole"}
    assert "1 person found for" in ana_asks.get("/contacts/?q=ben+press").content.decode()
    take_back(ana_asks)
    assert (tables(), documents()) == (before, words)


def test_it_takes_a_tag_off(ana_asks: Client, people: list[Contact]) -> None:
    before, words = tables(), documents()
    page = do(ana_asks, "untag", contact=ids(people), **{"with": "press"})
    assert "Took the tag press from Ada Berg" in page
    assert tagged("press") == set()
    take_back(ana_asks)
    assert (tables(), documents()) == (before, words)


def test_it_deletes_them_and_brings_all_back_at_once(
    ana_asks: Client, people: list[Contact]
) -> None:
    before, words = tables(), documents()
    assert "Deleted 2 people" in do(ana_asks, "delete", contact=ids(people[:2]))
    assert list(Contact.objects.values_list("name", flat=True)) == ["Cy Dunn"]
    take_back(ana_asks)
    assert (tables(), documents()) == (before, words)


def test_it_begins_a_stack_of_them(ana_asks: Client, people: list[Contact]) -> None:
    do(ana_asks, "stack", contact=ids(people[:2]), event="Fair")
    stack = Stack.objects.get()
    assert (stack.title, stack.event, stack.kind) == ("Fair", "Fair", "talk")
    assert {each.contact.name for each in Card.objects.all()} == {"Ada Berg", "Ben Cole"}
    take_back(ana_asks)
    assert not Stack.objects.exists()


def test_all_that_are_found_are_meant_beyond_the_page(
    ana: User, ana_asks: Client, people: list[Contact]
) -> None:
    with recorded(ana, Act.Kind.IMPORT, "Imported") as recorder:
        for number in range(listing.PAGE_SIZE + 5):
            keep_new_contact(ContactRecord(f"Ona {number} Berg", tags=("odd",)), recorder)
    page = do(ana_asks, "tag", all="1", tag="odd", **{"with": "even"})
    assert f"Tagged {listing.PAGE_SIZE + 5} people: even" in page
    assert tagged("even") == tagged("odd")
    do(ana_asks, "tag", all="1", q="cole", **{"with": "found"})
    assert tagged("found") == {"Ben Cole"}


def test_it_does_nothing_to_more_than_one_act_may_hold(
    ana_asks: Client, people: list[Contact], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_CHOSEN", 2)
    monkeypatch.setattr("redleaf.web.contacts.views.choosing.MOST_CHOSEN", 2)
    page = do(ana_asks, "delete", all="1")
    assert "Narrow the list." in page
    assert Contact.objects.count() == len(people)


def test_it_goes_back_to_the_list_as_it_was(ana_asks: Client, people: list[Contact]) -> None:
    answer = ana_asks.post(
        CHOSEN, {"do": "tag", "contact": ids(people), "with": "x", "tag": "press", "q": "ada"}
    )
    assert answer["Location"] == "/contacts/?q=ada&tag=press"
    page = ana_asks.get(answer["Location"]).content.decode()
    assert 'name="next" value="/contacts/?q=ada&amp;tag=press"' in page


@pytest.mark.parametrize("what", ["tag", "untag", "delete", "stack", "nonsense", ""])
def test_nobody_chosen_changes_nothing(ana_asks: Client, people: list[Contact], what: str) -> None:
    before = tables()
    page = do(ana_asks, what, contact=["", "x", str(uuid4())], **{"with": "x"})
    assert "Nobody is chosen." in page
    assert tables() == before


@pytest.mark.parametrize("tag", ["", "   "])
def test_an_empty_tag_changes_nothing(ana_asks: Client, people: list[Contact], tag: str) -> None:
    before = tables()
    assert "That changes nobody." in do(ana_asks, "tag", contact=ids(people), **{"with": tag})
    assert tables() == before


def test_a_tag_of_any_length_and_letters_is_kept(ana_asks: Client, people: list[Contact]) -> None:
    long = "ø\0" * 5_000
    do(ana_asks, "tag", contact=ids(people), **{"with": long})
    assert Tag.objects.filter(contact__name="Ben Cole").count() == 1


@pytest.mark.parametrize("what", ["tag", "untag", "delete", "stack"])
def test_a_stranger_reaches_nobody(ben_asks: Client, people: list[Contact], what: str) -> None:
    before = tables()
    for chosen in ({"contact": ids(people)}, {"all": "1"}, {"all": "1", "tag": "press"}):
        assert "Nobody is chosen." in do(ben_asks, what, **chosen, **{"with": "press"})
    assert tables() == before


def test_it_changes_nothing_when_only_looked_at(ana_asks: Client) -> None:
    assert ana_asks.get(CHOSEN).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    "back", ["//elsewhere.example/contacts/", "https://elsewhere.example/contacts/", "/nowhere/"]
)
def test_an_undo_never_leads_out_of_the_desk(
    ana_asks: Client, people: list[Contact], back: str
) -> None:
    act = Act.objects.get()
    answer = ana_asks.post(f"/contacts/acts/{act.pk}/undo/", {"next": back})
    assert answer["Location"] == "/contacts/"
