"""The picture of a card stays with its contact: through imports, undo, merges and erasing."""

from __future__ import annotations

import base64
from dataclasses import replace
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from redleaf.contacts.contact import Contact, Identity
from redleaf.contacts.harvest import Harvest
from redleaf.contacts.pictures import Picture as Record
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.models import Picture
from redleaf.web.contacts.services.deleting import delete_contact
from redleaf.web.contacts.services.erasing import erase_contact
from redleaf.web.contacts.services.importing import apply_import, plan_import
from redleaf.web.contacts.services.merging import merge_contacts
from redleaf.web.contacts.services.stacking import begin_stack
from redleaf.web.contacts.services.undoing import undo
from tests.contacts.card_pictures import card_picture

MIRA = Contact("Mira Holt", identities=(Identity("email", "mira@weir.example"),), key="1")
FRONT, BACK = card_picture(), card_picture(colour="navy")


def bring(owner: User, *pictures: Record, of: Contact = MIRA) -> models.Act | None:
    harvest = Harvest("card", [of], pictures=list(pictures))
    return apply_import(owner, plan_import(owner, harvest), file_name="card.jpg")


def mira(owner: User) -> models.Contact:
    return models.Contact.objects.get(owner=owner, name="Mira Holt")


def kept() -> list[str]:
    return list(Picture.objects.values_list("base64", flat=True))


@pytest.fixture
def brought(ana: User) -> models.Act:
    act = bring(ana, FRONT, BACK)
    assert act is not None
    return act


def test_both_sides_are_kept_in_their_order(brought: models.Act) -> None:
    assert kept() == [FRONT.base64, BACK.base64]


def test_they_stand_on_the_persons_page_and_on_the_stack(
    ana: User, brought: models.Act, ana_asks: Client
) -> None:
    stack, _ = begin_stack(ana, "Cards", [mira(ana)])
    card = reverse("stack:card", args=[stack.cards.get().pk])
    for page in (reverse("contacts:person", args=[mira(ana).pk]), card):
        said = ana_asks.get(page).content.decode()
        for each in Picture.objects.all():
            address = reverse("contacts:picture", args=[each.pk])
            assert f'src="{address}" width="180" height="110" alt="The card of Mira' in said


def test_it_is_served_as_a_picture_and_nothing_else(brought: models.Act, ana_asks: Client) -> None:
    picture = Picture.objects.all()[0]
    answer = ana_asks.get(reverse("contacts:picture", args=[picture.pk]))
    assert answer.content == base64.b64decode(FRONT.base64)
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer.headers["Cache-Control"]


def test_the_same_card_again_changes_nothing(ana: User, brought: models.Act) -> None:
    assert bring(ana, FRONT, BACK) is None
    assert len(kept()) == 2


def test_another_card_of_somebody_known_is_told_and_added(ana: User) -> None:
    bring(ana, FRONT)
    harvest = Harvest("card", [MIRA], pictures=[BACK])
    plan = plan_import(ana, harvest)
    assert plan.counts["changed"] == 1
    assert plan.entries[0].changes == ("the picture of a card",)
    apply_import(ana, plan, file_name="card.jpg")
    assert kept() == [FRONT.base64, BACK.base64]


def test_an_undo_takes_them_away_and_a_deletion_can_be_undone(
    ana: User, brought: models.Act
) -> None:
    act = delete_contact(ana, mira(ana))
    assert kept() == []
    undo(act)
    assert kept() == [FRONT.base64, BACK.base64]
    undo(brought)
    assert kept() == []


def test_a_merge_keeps_the_pictures_of_both_once(ana: User, brought: models.Act) -> None:
    other = replace(MIRA, name="M. Holt", identities=(Identity("phone", "+4512345678"),))
    third = card_picture(colour="green")
    bring(ana, FRONT, third, of=other)
    act = merge_contacts(ana, mira(ana), models.Contact.objects.get(name="M. Holt"))
    assert sorted(kept()) == sorted(each.base64 for each in (FRONT, BACK, third))
    assert set(Picture.objects.values_list("contact_id", flat=True)) == {mira(ana).pk}
    undo(act)
    assert Picture.objects.filter(contact=mira(ana)).count() == 2
    assert len(kept()) == 4


@pytest.mark.django_db(transaction=True)
def test_they_are_erased_with_the_person(ana: User, brought: models.Act) -> None:
    erase_contact(ana, mira(ana))
    assert kept() == []
    assert FRONT.base64 not in str(list(models.Change.objects.values_list("rows", flat=True)))


def test_what_is_no_plain_picture_is_left_out(ana: User) -> None:
    page = base64.b64encode(b"<script>alert(1)</script>").decode()
    bring(ana, replace(FRONT, base64=page), BACK)
    assert kept() == [BACK.base64]


def test_twenty_are_kept_of_one_person(ana: User) -> None:
    for shade in range(6):
        shades = (card_picture(colour=f"rgb({shade * 40}, {each * 60}, 0)") for each in range(4))
        bring(ana, *shades)
    assert len(kept()) == 20


def test_it_hides_a_strangers_picture(ben_asks: Client, brought: models.Act) -> None:
    for each in Picture.objects.all():
        answer = ben_asks.get(reverse("contacts:picture", args=[each.pk]))
        assert answer.status_code == HTTPStatus.NOT_FOUND
