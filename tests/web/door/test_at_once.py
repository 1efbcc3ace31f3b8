"""Several at the same moment: nothing is lost, nothing is there twice, and the limits hold."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.door.access import digest_of
from redleaf.web.door.limits import TO_ONE_ADDRESS
from redleaf.web.door.models import Door, Knock
from tests.web.door.conftest import NOTE, saying

MANY = 6
pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works: Callable[[Client], Any]) -> list[Any]:
    """What each answered; all begin together, each with a connection of its own to the store."""
    ready = threading.Barrier(len(works))
    answers: list[Any] = []

    def one(work: Callable[[Client], Any]) -> None:
        try:
            client = Client(SERVER_NAME="127.0.0.1")
            ready.wait(30)
            answers.append(work(client))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=(each,)) for each in works]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(answers) == len(works), "one of them broke"
    return answers


def knocks(path: str, **other: Any) -> Callable[[Client], int]:
    return lambda client: client.post(path, saying(**other)).status_code


def test_the_same_note_at_the_same_moment_is_one(door: Door) -> None:
    assert at_once(*[knocks("/to/ana/")] * MANY) == [302] * MANY
    assert Invitation.objects.count() == Knock.objects.count() == 1


def test_a_link_pressed_at_the_same_moment_delivers_once(door: Door, ana: User) -> None:
    said = {"name": "Rashid Karim", "email": "rashid@oud.example", "text": NOTE}
    Knock.objects.create(
        owner=ana, door=door, key="a" * 64, digest=digest_of("key"), at=timezone.now(), **said
    )
    pages = at_once(*[lambda client: client.post("/to/ana/confirm/key/").content] * MANY)
    assert all(b"Your note is there" in each for each in pages)
    assert Invitation.objects.get().text == NOTE


def test_the_limit_of_an_address_holds_at_several_doors(door: Door, ana: User) -> None:
    most, _ = TO_ONE_ADDRESS
    for number in range(3):
        Door.objects.create(owner=ana, handle=f"door-{number}")
    works = [
        knocks(f"/to/door-{number % 3}/", text=f"{NOTE} Version {number}.")
        for number in range(most + 4)
    ]
    codes = at_once(*works)
    assert sorted(codes) == [302] * most + [429] * 4
    assert Invitation.objects.count() == most


def test_notes_of_several_people_all_arrive(door: Door) -> None:
    works = [knocks("/to/ana/", email=f"guest{number}@oud.example") for number in range(MANY)]
    assert at_once(*works) == [302] * MANY
    assert Invitation.objects.count() == MANY


def test_one_of_two_who_take_a_handle_is_told(door: Door, ana: User, ben: User) -> None:
    def makes(user: User) -> Callable[[Client], bytes]:
        def make(client: Client) -> bytes:
            client.force_login(user)
            answer = client.post("/settings/doors/", {"handle": "kiln", "words": user.username})
            return bytes(answer.content)

        return make

    pages = at_once(*[makes(each) for each in (ana, ben)] * 3)
    assert Door.objects.filter(handle="kiln").count() == 1
    assert sum(b"There is a door of that name." in each for each in pages) == 5
