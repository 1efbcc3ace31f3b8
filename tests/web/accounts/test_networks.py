"""The page Networks of the settings, and the pages that begin with what it keeps."""

from __future__ import annotations

import datetime as dt
import html
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import UsedNetwork, networks_used, use_networks
from redleaf.web.contacts.models import Contact, Invitation
from redleaf.web.contacts.selectors.notes_sent import budget_of
from redleaf.web.contacts.services.remembering import remember_line
from redleaf.web.contacts.services.stacking import begin_stack

PAGE = "/settings/networks/"
TOLD = {"name": "Tomasz", "event": "Museums & Web", "said": "nobody tests with the rain on"}


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def options_in(page: str) -> list[str]:
    return page.split('name="network"')[1].split("</select>")[0].split("<option ")[1:]


def note_sent(owner: User, name: str) -> None:
    contact = Contact.objects.filter(owner=owner).first()
    Invitation.objects.create(
        owner=owner, contact=contact, name=name, network="linkedin", text="The weir held.",
        is_incoming=False, at=timezone.now(), key=name,
    )  # fmt: skip


def test_it_keeps_what_is_said_with_the_usual_one_first(ana: User, ana_asks: Client) -> None:
    said = {"usual": "xing", "linkedin": "linkedin-premium", "linkedin-notes": "12", "xing": "xing"}
    page = page_of(ana_asks.post(PAGE, said, follow=True))
    ana.refresh_from_db()
    assert networks_used(ana) == [UsedNetwork("xing"), UsedNetwork("linkedin-premium", 12)]
    assert "Kept." in page
    assert 'value="linkedin-premium" selected' in page
    assert 'value="12"' in page


@pytest.mark.parametrize(
    ("said", "field", "mend"),
    [
        ({"usual": "x", "linkedin": "linkedin"}, "usual", "not on X. Choose one of yours."),
        ({"usual": "xing"}, "usual", "not on XING. Choose one of yours."),
        ({"usual": "linkedin", "linkedin": "linkedin", "linkedin-notes": "many"},
         "linkedin-notes", "a whole number"),
        ({"usual": "linkedin", "linkedin": "linkedin", "linkedin-notes": "-1"},
         "linkedin-notes", "a whole number"),
        ({"usual": "linkedin", "linkedin": "linkedin-gold"}, "linkedin", "linkedin-gold"),
    ],
)  # fmt: skip
def test_it_says_at_the_field_what_cannot_be_kept(
    ana: User, ana_asks: Client, said: dict[str, str], field: str, mend: str
) -> None:
    page = page_of(ana_asks.post(PAGE, said))
    at = page.split(f'id="id_{field}-mend"')[1]
    assert mend in at.split("</p>")[0]
    ana.refresh_from_db()
    assert networks_used(ana) == []


@pytest.mark.parametrize("address", ["/write/", "/check/"])
def test_lists_begin_with_ones_own(ana: User, ana_asks: Client, address: str) -> None:
    use_networks(ana, [UsedNetwork("xing-premium"), UsedNetwork("linkedin-premium")])
    options = options_in(page_of(ana_asks.get(address)))
    assert options[0].startswith('value="xing-premium" selected')
    assert options[1].startswith('value="linkedin-premium"')
    assert not any('"linkedin"' in each for each in options)


def test_another_kind_of_account_is_taken_for_ones_own(ana: User, ana_asks: Client) -> None:
    use_networks(ana, [UsedNetwork("xing"), UsedNetwork("linkedin-premium")])
    page = page_of(ana_asks.post("/write/", {**TOLD, "network": "linkedin"}))
    assert any(each.startswith('value="linkedin-premium" selected') for each in options_in(page))


def test_a_stack_goes_to_the_usual_one(ana: User, ana_asks: Client) -> None:
    use_networks(ana, [UsedNetwork("linkedin-premium")])
    kept = remember_line(ana, "Jun Sato, potter at Skutt", today=dt.date(2026, 11, 20))
    stack, _ = begin_stack(ana, "Glaze fair", [kept.contact])
    page = page_of(ana_asks.get(f"/stack/{stack.pk}/", follow=True))
    assert stack.network == "linkedin"
    assert any(each.startswith('value="linkedin-premium" selected') for each in options_in(page))


def test_the_number_of_notes_said_goes_before_the_networks_figure(ana: User) -> None:
    today = timezone.localdate()
    for name in ("Ida", "Olu"):
        note_sent(ana, name)
    before = budget_of(ana, "linkedin", today)
    assert before is not None
    assert (before.of, before.left) == (5, 3)
    use_networks(ana, [UsedNetwork("linkedin", 10)])
    after = budget_of(ana, "linkedin", today)
    assert after is not None
    assert (after.of, after.left) == (10, 8)
    use_networks(ana, [UsedNetwork("linkedin-premium")])
    assert budget_of(ana, "linkedin", today) is None


def test_the_advice_counts_by_it(ana: User, ana_asks: Client) -> None:
    for name in ("Ida", "Olu", "Per"):
        note_sent(ana, name)
    use_networks(ana, [UsedNetwork("linkedin", 3)])
    page = page_of(ana_asks.post("/write/", TOLD))
    assert "All 3 LinkedIn notes of these thirty days are used." in page
    assert "of 5 LinkedIn" not in page


def test_one_that_is_gone_from_the_catalogue_is_left_out(ana: User, ana_asks: Client) -> None:
    use_networks(ana, [UsedNetwork("orkut"), UsedNetwork("x")])
    assert ana_asks.get(PAGE).status_code == 200
    assert ana_asks.get("/write/").status_code == 200
    assert networks_used(ana) == [UsedNetwork("x")]


def test_it_is_closed_to_strangers(cleo_asks: Client) -> None:
    assert cleo_asks.get(PAGE).status_code == 403
