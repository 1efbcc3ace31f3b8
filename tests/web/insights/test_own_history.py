"""The audit of what is kept here: invitations that were sent, who accepted, whom to write to."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.test import Client
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Identity, Invitation
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.sending import keep_sent_invitation
from redleaf.web.insights.models import Audit
from redleaf.web.insights.own_history import kept_export, known_until

TODAY = timezone.localdate()
OWN = "Your rule of thirds for kiln shelves saved my glaze day, Jun. May I ask where you buy them?"


def days_ago(number: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=number)


@pytest.fixture
def history(ana: User) -> User:
    """Jun accepted a note, Mira accepted none, Oye has not answered for 90 days, Tor is asked."""
    for name, text, sent, accepted in (
        ("Jun Sato", OWN, 80, 79),
        ("Mira Holt", "", 70, 60),
        ("Oye Adebayo", "", 90, None),
        ("Tor Lund", OWN.replace("Jun", "Tor"), 1, None),
    ):
        contact = remember_line(ana, f"{name}, met at a talk in May", today=TODAY).contact
        keep_sent_invitation(ana, contact, text, network="linkedin", at=days_ago(sent))
        Identity.objects.create(
            owner=ana, contact=contact, kind="profile", network="linkedin", position=5,
            value=name.lower().replace(" ", "-"),
            connected_on=days_ago(accepted).date() if accepted else None,
        )  # fmt: skip
    keep_sent_invitation(ana, contact, "Hej Tor", network="xing", at=days_ago(3))
    return ana


def count(asks: Client) -> Audit:
    address = asks.post("/insights/desk/").headers["Location"]
    for thread in threading.enumerate():
        if thread.name.startswith("audit-"):
            thread.join(120)
    return Audit.objects.get(pk=address.split("/")[2])


@pytest.mark.django_db(transaction=True)
def test_it_counts_what_was_sent_and_who_accepted(history: User, ana_asks: Client) -> None:
    report = count(ana_asks).report
    assert report is not None
    assert report["sent"] == 4
    assert report["sent_with_note"] == 2
    accepted = sum(kind["accepted"] for kind in report["by_verdict"].values())
    assert accepted == 2
    assert "Mira Holt" in [each["name"] for each in report["write_to"]]


@pytest.mark.django_db(transaction=True)
def test_the_page_says_where_it_comes_from(history: User, ana_asks: Client) -> None:
    page = ana_asks.get(f"/insights/{count(ana_asks).pk}/").content.decode()
    assert "from what is kept here of LinkedIn" in page
    assert "export. 4 sent" not in page
    assert "known up to the newest connection" in page


def test_later_invitations_may_still_be_answered(history: User) -> None:
    export = kept_export(history)
    assert known_until(export, TODAY) == days_ago(60).date()


def test_it_is_offered_once_something_was_sent(ana: User, ana_asks: Client) -> None:
    assert "Count what is kept here" not in ana_asks.get("/insights/").content.decode()
    Invitation.objects.create(owner=ana, network="linkedin", is_incoming=False, key="1")
    assert "Count what is kept here" in ana_asks.get("/insights/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_nothing_of_another_user_is_counted(history: User, ben: User, ben_asks: Client) -> None:
    Invitation.objects.create(owner=ben, network="linkedin", is_incoming=False, key="1", name="Bo")
    report = count(ben_asks).report
    assert report is not None
    assert (report["sent"], report["connections"]) == (1, 0)


def test_where_nothing_is_kept_there_is_nothing_to_begin(ben_asks: Client) -> None:
    assert ben_asks.post("/insights/desk/").headers["Location"] == "/insights/"
    assert not Audit.objects.exists()


def test_it_is_not_begun_by_a_link(ana_asks: Client) -> None:
    assert ana_asks.get("/insights/desk/").status_code == 405
