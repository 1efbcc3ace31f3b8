"""The same person on other networks: a note fitted to each, kept as sent there, taken back."""

from __future__ import annotations

import datetime as dt
import html
import re
from http import HTTPStatus

import pytest
from django.test import Client

from redleaf.networks import network
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import UsedNetwork, use_networks
from redleaf.web.contacts.models import Act, Card, Identity, Invitation
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.stacking import begin_stack
from redleaf.web.contacts.services.undoing import undo

TODAY = dt.datetime.now().astimezone().date()
HTMX = {"HX-Request": "true"}
LINE = "talked about ash glazes, I promised the wood list"
JUN = "Jun Sato, potter at Skutt, met at the glaze fair in Porto last Thursday"


@pytest.fixture
def card(ana: User) -> Card:
    """Jun, who is on XING too; Ana is on LinkedIn and on Mastodon."""
    ana.first_name, ana.last_name = "Ana", "Duarte"
    ana.save()
    use_networks(ana, [UsedNetwork("linkedin"), UsedNetwork("mastodon")])
    jun = remember_line(ana, JUN, today=TODAY).contact
    link = {"kind": "profile", "network": "xing", "value": "xing.com/profile/Jun_Sato"}
    Identity.objects.create(owner=ana, contact=jun, position=9, **link)
    stack, _ = begin_stack(ana, "Glaze fair", [jun])
    return stack.cards.get()


def notes(page: str) -> dict[str, str]:
    found = re.findall(r'id="note-([\w-]+)" data-text="([^"]+)"', page)
    return {name: html.unescape(text) for name, text in found}


def opened(asks: Client, card: Card, **more: str) -> str:
    told = {"line": LINE, "network": "linkedin", **more}
    answer = asks.post(f"/stack/card/{card.pk}/elsewhere/", told, headers=HTMX)
    return answer.content.decode()


def release(asks: Client, card: Card, name: str, text: str, **how: dict[str, str]) -> str:
    address = f"/stack/card/{card.pk}/elsewhere/release/"
    return asks.post(address, {"elsewhere": name, "text": text}, **how).content.decode()  # type: ignore[arg-type]


def test_the_card_names_their_networks_and_the_users_and_not_its_own(
    card: Card, ana_asks: Client
) -> None:
    page = ana_asks.get(f"/stack/card/{card.pk}/").content.decode()
    assert "The same person on XING, Mastodon" in page
    told = {"line": "", "network": "xing"}
    answer = ana_asks.post(f"/stack/card/{card.pk}/", told, headers=HTMX).content.decode()
    assert "The same person on LinkedIn, Mastodon" in answer


def test_each_has_a_note_within_its_limit_and_no_two_are_the_same(
    card: Card, ana_asks: Client
) -> None:
    page = ana_asks.post(
        f"/stack/card/{card.pk}/", {"line": LINE, "network": "linkedin"}, headers=HTMX
    ).content.decode()
    shown = [html.unescape(each) for each in re.findall(r'id="draft-\d" data-text="([^"]+)"', page)]
    told = {f"text-{number}": text for number, text in enumerate(shown, 1)}
    beside = notes(opened(ana_asks, card, **told))
    assert set(beside) == {"xing", "mastodon"}
    assert len({*shown, *beside.values()}) == len(shown) + 2
    for name, text in beside.items():
        assert network(name).length(text) <= (network(name).limit("note") or len(text))
        assert "Jun" in text


def test_without_script_they_stand_on_the_whole_page(card: Card, ana_asks: Client) -> None:
    told = {"line": LINE, "network": "linkedin"}
    answer = ana_asks.post(f"/stack/card/{card.pk}/elsewhere/", told, follow=True)
    assert set(notes(answer.content.decode())) == {"xing", "mastodon"}


def test_what_went_out_there_is_kept_and_the_card_waits_on(
    ana: User, card: Card, ana_asks: Client
) -> None:
    answer = release(ana_asks, card, "xing", "Jun, ash glazes.", headers=HTMX)
    assert "Invited there on" in answer
    assert "The note for XING is copied." in answer
    sent = Invitation.objects.get(owner=ana)
    assert (sent.network, sent.text, sent.contact_id) == (
        "xing",
        "Jun, ash glazes.",
        card.contact_id,
    )
    card.refresh_from_db()
    assert card.state == Card.State.WAITING
    assert set(notes(opened(ana_asks, card))) == {"mastodon"}
    undo(Act.objects.filter(owner=ana).latest("at"))
    assert set(notes(opened(ana_asks, card))) == {"xing", "mastodon"}


@pytest.mark.parametrize(("name", "text"), [("xing", " "), ("nowhere", "Jun"), ("", "Jun")])
def test_nothing_is_kept_without_a_note_or_a_network(
    card: Card, ana_asks: Client, name: str, text: str
) -> None:
    release(ana_asks, card, name, text)
    assert not Invitation.objects.exists()


def test_a_stranger_gets_neither(card: Card, ben_asks: Client) -> None:
    for address in ("elsewhere/", "elsewhere/release/"):
        answer = ben_asks.post(f"/stack/card/{card.pk}/{address}", {"elsewhere": "xing"})
        assert answer.status_code == HTTPStatus.NOT_FOUND
