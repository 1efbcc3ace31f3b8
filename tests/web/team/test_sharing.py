"""A card is shown to one's team: name, roles, chosen identities, whom to ask; nothing else."""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

import pytest
from django.test import Client

from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact, Encounter, Identity, Presence
from redleaf.web.contacts.services.deleting import delete_contact
from redleaf.web.contacts.services.merging import merge_contacts
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.undoing import undo
from redleaf.web.teams.models import Membership, Share
from redleaf.web.teams.services import found_team, leave_team
from tests.web.team.conftest import account, logged_in

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def jun(ana: User) -> Contact:
    line = "Jun Sato, potter at Skutt, met at the glaze fair in March 2019, jun@skutt.example"
    contact = remember_line(ana, line, today=TODAY).contact
    Identity.objects.create(
        owner=ana, contact=contact, kind="phone", value="+4930123456", position=9
    )
    return contact


@pytest.fixture
def mira(ana: User) -> User:
    """A mate of Ana's."""
    mira = account("Mira", "Holm")
    Membership.objects.create(user=mira, team=found_team(ana, "Glaze"))
    return mira


@pytest.fixture
def mira_asks(mira: User) -> Client:
    return logged_in(mira)


def page(client: Client, address: str) -> str:
    return html.unescape(client.get(address, follow=True).content.decode())


def share(client: Client, contact: Contact, *identities: Identity, **more: str) -> None:
    told = {"identity": [str(each.pk) for each in identities], **more}
    assert client.post(f"/team/share/{contact.pk}/", told).status_code == 302


def test_a_mate_finds_the_card_and_whom_to_ask(
    ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    share(ana_asks, jun)
    found = page(mira_asks, "/contacts/?q=jun")
    assert "Your team knows" in found
    card = page(mira_asks, f"/team/people/{jun.pk}/")
    assert "Jun Sato" in card
    assert "potter, Skutt" in card
    assert "Ask <bdi>Ana Berg</bdi>, who has known <bdi>Jun Sato</bdi> since 2019." in card


def test_it_shows_the_chosen_identities_alone(
    ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    mail = Identity.objects.get(contact=jun, kind="email")
    share(ana_asks, jun, mail)
    card = page(mira_asks, f"/team/people/{jun.pk}/")
    assert "jun@skutt.example" in card
    assert "4930123456" not in card


def test_it_finds_by_what_stands_on_the_card_alone(
    ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    share(ana_asks, jun)
    for query in ("jun sato", "POTTER", "skutt", "Júñ"):
        assert "Your team knows" in page(mira_asks, f"/contacts/?q={query}"), query
    for query in ("glaze", "4930123456", "skutt.example", "fair"):
        assert "Your team knows" not in page(mira_asks, f"/contacts/?q={query}"), query


def test_a_card_without_a_name_shows_no_identity_in_its_place(
    ana: User, ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    jun.role_rows.all().delete()
    Contact.objects.filter(pk=jun.pk).update(name="")
    share(ana_asks, jun)
    card = page(mira_asks, f"/team/people/{jun.pk}/")
    assert "Somebody without a name" in card
    assert "jun@skutt.example" not in card


def test_a_mate_reads_and_changes_nothing_else(
    ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    share(ana_asks, jun)
    assert mira_asks.get(f"/contacts/{jun.pk}/").status_code == 404
    assert mira_asks.post(f"/team/share/{jun.pk}/", {"stop": "1"}).status_code == 404
    assert Share.objects.exists()


def test_ones_own_cards_are_not_found_twice(ana_asks: Client, mira: User, jun: Contact) -> None:
    share(ana_asks, jun)
    assert "Your team knows" not in page(ana_asks, "/contacts/?q=jun")
    assert ana_asks.get(f"/team/people/{jun.pk}/").status_code == 404


def test_it_can_be_undone(ana: User, ana_asks: Client, mira_asks: Client, jun: Contact) -> None:
    share(ana_asks, jun)
    act = Act.objects.latest("at")
    assert act.what == "Shared Jun Sato with Glaze."
    assert "Undo" in page(ana_asks, f"/contacts/{jun.pk}/")
    ana_asks.post(f"/contacts/acts/{act.pk}/undo/")
    assert mira_asks.get(f"/team/people/{jun.pk}/").status_code == 404


def test_to_share_no_more_can_be_undone_too(
    ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    share(ana_asks, jun)
    share(ana_asks, jun, stop="1")
    assert mira_asks.get(f"/team/people/{jun.pk}/").status_code == 404
    ana_asks.post(f"/contacts/acts/{Act.objects.latest('at').pk}/undo/")
    assert mira_asks.get(f"/team/people/{jun.pk}/").status_code == 200


@pytest.mark.parametrize("who", ["ana", "mira"])
def test_who_leaves_the_team_leaves_its_cards(
    ana: User, mira: User, ana_asks: Client, mira_asks: Client, jun: Contact, who: str
) -> None:
    share(ana_asks, jun)
    leave_team({"ana": ana, "mira": mira}[who])
    assert mira_asks.get(f"/team/people/{jun.pk}/").status_code == 404
    assert "Your team knows" not in page(mira_asks, "/contacts/?q=jun")


def test_a_deleted_contact_comes_back_with_its_card(
    ana: User, ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    share(ana_asks, jun)
    act = delete_contact(ana, jun)
    assert mira_asks.get(f"/team/people/{jun.pk}/").status_code == 404
    undo(act)
    assert mira_asks.get(f"/team/people/{jun.pk}/").status_code == 200


def test_a_merge_shares_nothing_that_was_not_shared(
    ana: User, ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    other = remember_line(ana, "Jun S., ceramist at Kiln", today=TODAY).contact
    share(ana_asks, other)
    merge_contacts(ana, jun, other)
    assert mira_asks.get(f"/team/people/{jun.pk}/").status_code == 404


def test_another_contacts_identity_is_not_shown_by_its_id(
    ana: User, ana_asks: Client, mira_asks: Client, jun: Contact
) -> None:
    other = remember_line(ana, "Ona Berg, ona@kiln.example", today=TODAY).contact
    share(ana_asks, jun, Identity.objects.get(contact=other, kind="email"))
    assert "ona@kiln.example" not in page(mira_asks, f"/team/people/{jun.pk}/")


def test_without_a_team_there_is_nobody_to_share_with(ana_asks: Client, jun: Contact) -> None:
    assert "Share with the team" not in page(ana_asks, f"/contacts/{jun.pk}/")
    assert ana_asks.post(f"/team/share/{jun.pk}/").status_code == 404
    assert not Share.objects.exists()


def test_many_cards_take_as_many_questions_as_few(
    ana: User, ana_asks: Client, mira: User, jun: Contact, django_assert_num_queries: Any
) -> None:
    from redleaf.web.teams.cards import cards_found

    share(ana_asks, jun)
    for number in range(12):
        contact = remember_line(ana, f"Jun{number} Sato, potter", today=TODAY).contact
        Share.objects.create(owner=ana, contact=contact)
        met = Encounter.objects.create(owner=ana, made_at=contact.made_at)
        Presence.objects.create(owner=ana, contact=contact, encounter=met)
    with django_assert_num_queries(8):
        assert len(cards_found(mira, "sato")) == 13
