"""Settings, Doors: make them, name them, close them, print their codes, and block."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import pytest
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Invitation
from redleaf.web.door.codes import code_of
from redleaf.web.door.models import Blocked, Door
from tests.web.door.conftest import saying

ALL = "/settings/doors/"


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def made(**said: str) -> dict[str, str]:
    usual = {
        "handle": "porto",
        "words": "my talk in Porto",
        "glad": "",
        "event": "",
        "on": "",
        "place": "",
    }
    return {**usual, **said}


def test_it_makes_a_door(ana_asks: Client, ana: User) -> None:
    said = made(event="Salt Days", on="2026-11-12", place="Porto", glad="Tell me where we met.")
    page = page_of(ana_asks.post(ALL, said, follow=True))
    assert "http://127.0.0.1/to/porto/" in page
    door = Door.objects.get(owner=ana)
    assert (door.event, door.on, door.place) == ("Salt Days", dt.date(2026, 11, 12), "Porto")
    assert "my talk in Porto" in page_of(ana_asks.get(ALL))


def test_without_a_handle_nobody_guesses_it(ana_asks: Client) -> None:
    ana_asks.post(ALL, made(handle=""))
    assert len(Door.objects.get().handle) == 12


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"handle": "a/b"}, "fit into an address"),
        ({"handle": "-a"}, "fit into an address"),
        ({"handle": "x" * 41}, "longer than 40"),
        ({"handle": "ANA"}, "There is a door of that name."),
        ({"on": "12.11."}, "Write the day as in 2026-11-12."),
    ],
)
def test_what_does_not_fit_is_said(
    ana_asks: Client, door: Door, said: dict[str, str], says: str
) -> None:
    page = page_of(ana_asks.post(ALL, made(**said)))
    assert says in page
    assert "my talk in Porto" in page
    assert Door.objects.count() == 1


def test_two_users_cannot_have_one_handle(ben_asks: Client, door: Door) -> None:
    assert "There is a door of that name." in page_of(ben_asks.post(ALL, made(handle="ana")))


def test_it_is_changed_and_keeps_its_name(ana_asks: Client, door: Door) -> None:
    ana_asks.post(f"{ALL}{door.pk}/", made(handle="ana", words="my card"))
    door.refresh_from_db()
    assert (door.handle, door.words) == ("ana", "my card")


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_what_the_page_shows_can_be_kept_as_it_is(
    ana_asks: Client, door: Door, language: str
) -> None:
    """A day in the style of the language would be refused."""
    door.on = dt.date(2026, 11, 12)
    door.save()
    page = ana_asks.get(f"{ALL}{door.pk}/", headers={"Accept-Language": language})
    shown = re.search(r'name="on" value="([^"]*)"', page.content.decode())
    assert shown
    said = made(handle="ana", on=shown[1])
    assert ana_asks.post(f"{ALL}{door.pk}/", said).status_code == 302
    door.refresh_from_db()
    assert door.on == dt.date(2026, 11, 12)


def test_who_came_through_leads_to_what_they_wrote(
    ana_asks: Client, cleo_asks: Client, door: Door
) -> None:
    cleo_asks.post("/to/ana/", saying())
    invitation = Invitation.objects.get()
    page = page_of(ana_asks.get(f"{ALL}{door.pk}/"))
    assert f'href="/inbox/{invitation.pk}/"' in page
    assert "Rashid Karim" in page
    invitation.delete()
    assert "rashid@oud.example" in page_of(ana_asks.get(f"{ALL}{door.pk}/"))


def test_a_wrong_change_changes_nothing(ana_asks: Client, door: Door) -> None:
    page = page_of(ana_asks.post(f"{ALL}{door.pk}/", made(handle="a b/c", words="my card")))
    assert "<h1>my talk in Turku</h1>" in page
    door.refresh_from_db()
    assert door.handle == "ana"


def test_it_is_closed_and_opened(ana_asks: Client, cleo_asks: Client, door: Door) -> None:
    for state, status in (("closed", 410), ("open", 200)):
        ana_asks.post(f"{ALL}{door.pk}/open/", {"state": state})
        assert cleo_asks.get("/to/ana/").status_code == status


def test_the_code_is_a_picture_without_script(ana_asks: Client, door: Door) -> None:
    answer = ana_asks.get(f"{ALL}{door.pk}/code.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    drawn = re.findall(r"<(?:\w+:)?(\w+)", answer.content.decode())
    assert set(drawn) <= {"svg", "rect", "path"}
    saved = ana_asks.get(f"{ALL}{door.pk}/code.svg?save")
    assert saved.headers["Content-Disposition"] == 'attachment; filename="ana.svg"'


def test_each_address_has_a_code_of_its_own() -> None:
    assert code_of("http://127.0.0.1/to/ana/") != code_of("http://127.0.0.1/to/ben/")


def test_the_sheet_holds_the_code_and_the_address(ana_asks: Client, door: Door) -> None:
    page = page_of(ana_asks.get(f"{ALL}{door.pk}/sheet/"))
    for said in ("Write to Ana Berg", "http://127.0.0.1/to/ana/", "code.svg"):
        assert said in page


def test_a_desk_of_ones_own_says_that_nobody_else_comes(ana_asks: Client, door: Door) -> None:
    for address in (ALL, f"{ALL}{door.pk}/"):
        assert "answers on your own machine alone" in page_of(ana_asks.get(address))


def test_a_user_without_a_name_is_led_to_it(ana_asks: Client) -> None:
    assert "say it on the page You" in page_of(ana_asks.get(ALL))


def test_a_sender_is_blocked_and_let_in_again(
    ana_asks: Client, cleo_asks: Client, door: Door
) -> None:
    cleo_asks.post("/to/ana/", saying())
    page = page_of(ana_asks.get(f"{ALL}{door.pk}/"))
    assert "rashid@oud.example" in page
    ana_asks.post(f"{ALL}knocks/{door.knocks.get().pk}/block/")
    blocked = Blocked.objects.get()
    assert blocked.value == "rashid@oud.example"
    assert "rashid@oud.example" in page_of(ana_asks.get(ALL))
    ana_asks.post(f"{ALL}blocked/{blocked.pk}/")
    assert not Blocked.objects.exists()


@pytest.mark.parametrize(
    ("written", "kept"),
    [("@Glue.Example", "glue.example"), (" SPAM@glue.example ", "spam@glue.example")],
)
def test_an_address_or_a_domain_is_blocked(ana_asks: Client, written: str, kept: str) -> None:
    for _ in range(2):
        ana_asks.post(f"{ALL}block/", {"value": written})
    assert Blocked.objects.get().value == kept


@pytest.mark.parametrize(
    "value", ["glue", "a@[10.0.0.1]", "root@localhost", '"a,b"@x.example', "ü." * 60 + "example"]
)
def test_what_is_neither_is_not_blocked_and_stays_in_the_field(
    ana_asks: Client, value: str
) -> None:
    page = page_of(ana_asks.post(f"{ALL}block/", {"value": value}))
    assert "neither an address nor a domain" in page
    assert f'value="{value}"' in page
    assert not Blocked.objects.exists()


def test_nobody_else_sees_or_changes_a_door(
    ben_asks: Client, cleo_asks: Client, door: Door
) -> None:
    assert "my talk in Turku" not in page_of(ben_asks.get(ALL))
    for part in ("", "open/", "code.svg", "sheet/"):
        assert ben_asks.get(f"{ALL}{door.pk}/{part}").status_code in (404, 405)
        assert cleo_asks.get(f"{ALL}{door.pk}/{part}").status_code == 403
    ben_asks.post(f"{ALL}{door.pk}/open/", {"state": "closed"})
    door.refresh_from_db()
    assert door.is_open
