"""The reading of many: beside the page, once, and kept until something changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.services.deleting import delete_contact
from redleaf.web.inbox.models import Reading, Survey
from redleaf.web.inbox.selectors.inbox import standing
from redleaf.web.inbox.services import choosing
from redleaf.web.inbox.services.choosing import decide
from redleaf.web.inbox.services.reading import is_read, keep_up, read_inbox
from tests.web.inbox.cast import DEFAULT, PERSONAL, TODAY, came, known, page_of

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

SECONDS = 180


@pytest.mark.django_db(transaction=True)
def test_many_are_read_beside_the_page_which_says_how_far_it_is(
    ana: User, ana_asks: Client
) -> None:
    for number in range(35):
        came(ana, f"Asker Number{number}", DEFAULT if number else PERSONAL)
    page = page_of(ana_asks, "/inbox/")
    assert "Reading what came in" in page or "Asker Number0" in page
    until = time.monotonic() + SECONDS
    while not is_read(ana, TODAY) and time.monotonic() < until:
        time.sleep(0.05)
    answer = ana_asks.get("/inbox/reading/", headers={"HX-Request": "true"})
    while answer.status_code == 200 and time.monotonic() < until:
        time.sleep(0.05)
        answer = ana_asks.get("/inbox/reading/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"
    assert "35 invitations." in page_of(ana_asks, "/inbox/")


def test_it_is_read_anew_when_somebody_becomes_known_and_not_before(ana: User) -> None:
    row = came(ana, "Mira Holt", DEFAULT, link="https://www.linkedin.com/in/mira-holt")
    keep_up(ana, TODAY)
    first = Reading.objects.get(invitation=row)
    assert (first.decision, first.is_known) == ("ask", False)
    keep_up(ana, TODAY)
    assert is_read(ana, TODAY)
    mira = known(ana, "Mira Holt, met in Porto last Thursday")
    mira.identity_rows.create(owner=ana, kind="profile", network="linkedin", value="mira-holt")
    assert not is_read(ana, TODAY)
    keep_up(ana, TODAY)
    assert Reading.objects.get(invitation=row).decision == "accept"
    delete_contact(ana, mira)
    keep_up(ana, TODAY)
    assert Reading.objects.get(invitation=row).decision == "ask"


def test_one_that_comes_when_another_goes_is_read_too(ana: User) -> None:
    """As through a door, which makes no act of a stranger's note."""
    first = came(ana, "Nils Dahl", DEFAULT)
    keep_up(ana, TODAY)
    first.delete()
    came(ana, "Ewan Brook", PERSONAL)
    assert not is_read(ana, TODAY)
    keep_up(ana, TODAY)
    assert [each.group for each in standing(ana, TODAY)] == ["answer"]


def test_it_is_read_anew_when_one_says_more_than_it_did(ana: User) -> None:
    row = came(ana, "Ewan Brook", DEFAULT)
    keep_up(ana, TODAY)
    Invitation.objects.filter(pk=row.pk).update(text=PERSONAL)
    assert not is_read(ana, TODAY)


def test_a_decision_about_a_stranger_leaves_the_reading_as_new_as_it_was(ana: User) -> None:
    row = came(ana, "Nils Dahl", DEFAULT)
    came(ana, "Ewan Brook", PERSONAL)
    keep_up(ana, TODAY)
    decide(ana, [Invitation.objects.get(pk=row.pk)], "decline", today=TODAY)
    assert is_read(ana, TODAY)


def test_what_comes_in_while_the_user_decides_does_not_pass_for_read(
    ana: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = came(ana, "Nils Dahl", DEFAULT)
    keep_up(ana, TODAY)
    monkeypatch.setattr(choosing, "_keep", beside(choosing._keep, ana))
    decide(ana, [Invitation.objects.get(pk=row.pk)], "decline", today=TODAY)
    assert not is_read(ana, TODAY)
    keep_up(ana, TODAY)
    assert [each.group for each in standing(ana, TODAY)] == ["answer"]


def beside(keep: Callable[..., None], owner: User) -> Callable[..., None]:
    """The same, and a letter of a door is confirmed just then."""

    def both(*said: object) -> None:
        came(owner, "Ewan Brook", PERSONAL)
        keep(*said)

    return both


def test_one_that_is_gone_leaves_no_reading(ana: User) -> None:
    row = came(ana, "Nils Dahl", DEFAULT)
    read_inbox(ana, TODAY)
    Invitation.objects.filter(pk=row.pk)._raw_delete("default")
    read_inbox(ana, TODAY)
    assert not Reading.objects.exists()
    assert standing(ana, TODAY) == []


def test_beside_an_invitation_a_link_says_that_it_is_done(ana: User, ana_asks: Client) -> None:
    """A page that comes anew by itself would take away what somebody writes in it."""
    came(ana, "Nils Dahl", DEFAULT)
    keep_up(ana, TODAY)
    answer = ana_asks.get("/inbox/reading/?beside", headers={"HX-Request": "true"})
    assert "HX-Refresh" not in answer.headers
    assert "Show the list as it stands now" in answer.content.decode()
    assert "hx-trigger" not in answer.content.decode()


def test_a_survey_is_made_only_where_something_came(ana: User, ana_asks: Client) -> None:
    page_of(ana_asks, "/inbox/")
    page_of(ana_asks, "/")
    assert not Survey.objects.exists()
