"""One letter that several people sent: one row, what they share, and one act for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from redleaf.web.contacts.models import Invitation
from redleaf.web.contacts.services.undoing import last_act, undo
from redleaf.web.inbox.models import Choice, Reading, Survey
from redleaf.web.inbox.selectors.facts import facts_of
from redleaf.web.inbox.selectors.inbox import beside, in_order, standing
from redleaf.web.inbox.services.choosing import decide, teach_personal
from redleaf.web.inbox.services.reading import keep_up
from tests.web.inbox.cast import PERSONAL, TODAY, came, page_of

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

SENDERS = (
    ("Brett Sterling", "ten", "museum makers"),
    ("Amber Vance", "twelve", "audio makers"),
    ("Colt Maddox", "eight", "guide makers"),
)


@pytest.fixture
def letter(ana: User) -> list[Invitation]:
    """Three who sent one letter, and one who wrote to Ana alone."""
    came(ana, "Ewan Brook", PERSONAL)
    three = [
        came(
            ana,
            name,
            f"Hi Ana, I help {firm} like you win {count} new clients a month without cold calls. "
            "Our proven lead system fills your calendar, guaranteed or your money back. Book a "
            "free strategy call with me this week.",
        )
        for name, count, firm in SENDERS
    ]
    keep_up(ana, TODAY)
    return three


def test_it_is_one_row_and_shows_what_the_letters_share(
    letter: list[Invitation], ana_asks: Client
) -> None:
    assert "One letter, 3 times." in page_of(ana_asks, "/inbox/")
    page = page_of(ana_asks, f"/inbox/{letter[0].pk}/")
    assert "The same letter as 2 others" in page
    assert "win <mark" not in page.partition('class="shared"')[0]
    assert 'class="shared"' in page


def test_all_of_it_are_declined_in_one_act_and_come_back_in_one(
    letter: list[Invitation], ana: User, ana_asks: Client
) -> None:
    page = page_of(ana_asks, f"/inbox/{letter[1].pk}/")
    assert "Declined, all 3 of them" in page
    told = {"invitation": [str(each.pk) for each in letter], "decision": "decline"}
    assert (
        "Declined 3 invitations"
        in ana_asks.post("/inbox/chosen/", told, follow=True).content.decode()
    )
    assert [each.group for each in standing(ana, TODAY)] == ["answer"]
    act = last_act(ana)
    assert act
    undo(act)
    assert not Choice.objects.exists()


def test_who_is_decided_about_is_not_declined_once_more(
    letter: list[Invitation], ana: User, ana_asks: Client
) -> None:
    decide(ana, [letter[0]], "accept", today=TODAY)
    page = page_of(ana_asks, f"/inbox/{letter[1].pk}/")
    assert "Declined, all 2 of them" in page
    assert f'name="invitation" value="{letter[0].pk}"' not in page


def test_what_is_personal_is_not_declined_with_the_others(
    letter: list[Invitation], ana: User, ana_asks: Client
) -> None:
    teach_personal(ana, letter[0], today=TODAY)
    page = page_of(ana_asks, f"/inbox/{letter[1].pk}/")
    assert "Declined, all 2 of them" in page
    assert f'name="invitation" value="{letter[0].pk}"' not in page
    assert "Declined, all" not in page_of(ana_asks, f"/inbox/{letter[0].pk}/")


def test_all_of_a_long_one_are_declined(
    letter: list[Invitation], ana: User, ana_asks: Client
) -> None:
    model = Reading.objects.get(invitation=letter[0])
    for number in range(77):
        row = came(ana, f"Asker Number{number}", letter[0].text)
        told = {name: getattr(model, name) for name in ("decision", "attention", "verdict", "case")}
        Reading.objects.create(
            owner=ana, invitation=row, is_known=False, campaign=model.campaign, **told
        )
    Survey.objects.filter(owner=ana).update(facts=facts_of(ana, TODAY))
    page = page_of(ana_asks, f"/inbox/{letter[1].pk}/")
    assert "Declined, all 80 of them" in page
    assert page.count('name="invitation"') == 80


def test_each_of_it_stands_where_its_row_does(letter: list[Invitation], ana: User) -> None:
    rows = standing(ana, TODAY)
    order = in_order(rows)
    assert len(order) == 2
    neighbours = {beside(rows, each.pk) for each in letter}
    assert neighbours == {beside(rows, letter[0].pk)}
    before, after = beside(rows, letter[0].pk)
    assert (before is None) != (after is None)
