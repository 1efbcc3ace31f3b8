"""Teams: who calls whom in, who goes, who may join, and what stays whose."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.teams.models import Call, Membership
from redleaf.web.teams.services import CALL_LASTS, found_team, leave_house, make_call
from tests.web.team.conftest import Letters, account, joining, logged_in

NEW = "new@harbour.example"


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


@pytest.fixture
def team(ana: User) -> Any:
    return found_team(ana, "Glaze")


@pytest.fixture
def ben(db: None) -> User:
    return account("Ben", "Okoye")


def members() -> dict[str, str]:
    rows = Membership.objects.select_related("user", "team")
    return {each.user.first_name: f"{each.team.name}, {each.role}" for each in rows}


def test_a_letter_calls_somebody_in(
    team: Any, ana_asks: Client, stranger: Client, letters: Letters
) -> None:
    ana_asks.post("/settings/team/call/", {"email": NEW})
    letter = letters.last_to(NEW)
    assert letter["Subject"] == "Ana Berg calls you into Glaze"
    page = page_of(stranger.get(letters.link_to(NEW), follow=True))
    assert "Ana Berg calls you into Glaze." in page
    assert f'value="{NEW}"' in page
    stranger.post("/join/", joining(email=NEW))
    assert members() == {"Ana": "Glaze, administrator", "Xiomara": "Glaze, member"}


def test_the_link_confirms_the_address_that_it_was_sent_to_and_no_other(
    team: Any, ana_asks: Client, letters: Letters
) -> None:
    for email, is_confirmed in ((NEW, True), ("other@harbour.example", False)):
        ana_asks.post("/settings/team/call/", {"email": NEW})
        visitor = Client(SERVER_NAME="127.0.0.1")
        visitor.get(letters.link_to(NEW))
        visitor.post("/join/", joining(email=email))
        assert EmailAddress.objects.get(email=email).verified is is_confirmed
        assert (visitor.get("/contacts/").status_code == 200) is is_confirmed


def test_without_a_mail_server_the_link_is_shown_once(
    team: Any, ana_asks: Client, stranger: Client
) -> None:
    page = page_of(ana_asks.post("/settings/team/call/", {"email": NEW}))
    found = re.search(r"/team/come/[\w-]+/", page)
    assert found
    assert found.group() not in page_of(ana_asks.get("/settings/team/"))
    stranger.get(found.group())
    stranger.post("/join/", joining(email=NEW))
    assert members()["Xiomara"] == "Glaze, member"


def test_who_has_an_account_is_asked(team: Any, ana: User, ben: User) -> None:
    key = make_call(team, ben.email, ana)
    ben_asks = logged_in(ben)
    page = page_of(ben_asks.get(f"/team/come/{key}/", follow=True))
    assert "Ana Berg calls you into Glaze." in page
    assert "Ben" not in members()
    ben_asks.post("/team/come/")
    assert members()["Ben"] == "Glaze, member"


def test_a_link_works_once(team: Any, ana: User, ben: User) -> None:
    key = make_call(team, ben.email, ana)
    ben_asks = logged_in(ben)
    ben_asks.get(f"/team/come/{key}/")
    ben_asks.post("/team/come/")
    assert "This link is over." in page_of(
        logged_in(account("Cleo", "Sand")).get(f"/team/come/{key}/")
    )


def test_a_link_is_over_after_a_week(team: Any, ana: User, stranger: Client) -> None:
    key = make_call(team, NEW, ana)
    later = dt.datetime.now(dt.UTC) + CALL_LASTS + dt.timedelta(seconds=1)
    with time_machine.travel(later, tick=False):
        assert stranger.get(f"/team/come/{key}/").status_code == 410


def test_a_link_can_be_taken_back(team: Any, ana: User, ana_asks: Client, stranger: Client) -> None:
    key = make_call(team, NEW, ana)
    ana_asks.post(f"/settings/team/calls/{Call.objects.get().pk}/withdraw/")
    assert stranger.get(f"/team/come/{key}/").status_code == 410


def test_the_store_gives_no_link_away(team: Any, ana: User) -> None:
    key = make_call(team, NEW, ana)
    assert key not in str(Call.objects.values().get())


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "a@b.example\nBcc: c@d.example"])
def test_it_says_what_an_address_lacks(team: Any, ana_asks: Client, email: str) -> None:
    page = page_of(ana_asks.post("/settings/team/call/", {"email": email}))
    assert 'id="email-mend"' in page
    assert not Call.objects.exists()


def test_calls_are_limited(team: Any, ana_asks: Client) -> None:
    told = [{"email": f"n{each}@x.example"} for each in range(31)]
    codes = [ana_asks.post("/settings/team/call/", each).status_code for each in told]
    assert codes.count(429) == 1


def test_who_may_join_can_be_closed_to_the_invited(
    team: Any, ana: User, ana_asks: Client, stranger: Client
) -> None:
    ana.is_staff = True
    ana.save()
    ana_asks.post("/settings/house/", {"joining": "invited"})
    assert "Only invited people may join." in page_of(stranger.get("/join/"))
    stranger.post("/join/", joining())
    assert User.objects.count() == 1
    stranger.get(f"/team/come/{make_call(team, NEW, ana)}/")
    stranger.post("/join/", joining(email=NEW))
    assert members()["Xiomara"] == "Glaze, member"


def test_an_account_is_closed_at_once_and_opened_again(
    ana: User, ana_asks: Client, ben: User
) -> None:
    ana.is_staff = True
    ana.save()
    ben_asks = logged_in(ben)
    ana_asks.post(f"/settings/house/accounts/{ben.pk}/", {"state": "closed"})
    assert ben_asks.get("/contacts/").status_code == 302
    ana_asks.post(f"/settings/house/accounts/{ben.pk}/", {"state": "open"})
    logged_in(ben)


def test_nobody_closes_the_own_account(ana: User, ana_asks: Client) -> None:
    ana.is_staff = True
    ana.save()
    assert (
        ana_asks.post(f"/settings/house/accounts/{ana.pk}/", {"state": "closed"}).status_code == 404
    )


def test_a_member_can_be_removed_and_can_leave(team: Any, ana_asks: Client, ben: User) -> None:
    row = Membership.objects.create(user=ben, team=team)
    ana_asks.post(f"/settings/team/members/{row.pk}/remove/")
    assert members() == {"Ana": "Glaze, administrator"}
    ana_asks.post("/settings/team/leave/")
    assert members() == {}


def test_a_team_is_never_without_somebody_who_looks_after_it(
    team: Any, ana_asks: Client, ben: User
) -> None:
    Membership.objects.create(user=ben, team=team)
    ana_asks.post("/settings/team/leave/")
    assert members() == {"Ben": "Glaze, administrator"}


def test_a_member_can_be_let_look_after_it_too(team: Any, ana_asks: Client, ben: User) -> None:
    row = Membership.objects.create(user=ben, team=team)
    ana_asks.post(f"/settings/team/members/{row.pk}/role/")
    assert members()["Ben"] == "Glaze, administrator"


def test_the_desk_is_never_without_somebody_who_keeps_it(ana: User, ben: User) -> None:
    ana.is_staff = True
    ana.save()
    leave_house(ana)
    ben.refresh_from_db()
    assert ben.is_staff


def test_a_team_can_be_begun_and_renamed(ana_asks: Client) -> None:
    assert "Write what the team is called." in page_of(
        ana_asks.post("/settings/team/found/", {"name": " "})
    )
    ana_asks.post("/settings/team/found/", {"name": "Glaze"})
    ana_asks.post("/settings/team/rename/", {"name": "Glaze & Kiln"})
    assert members() == {"Ana": "Glaze & Kiln, administrator"}


def test_only_who_keeps_the_desk_sees_its_page(ana: User, ana_asks: Client) -> None:
    assert "This desk" not in page_of(ana_asks.get("/settings/"))
    ana.is_staff = True
    ana.save()
    assert "This desk" in page_of(ana_asks.get("/settings/"))
