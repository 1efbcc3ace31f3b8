"""What triage learned from the user's decisions: shown, and forgotten for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from redleaf.web.contacts.models import Act, Invitation
from redleaf.web.contacts.services.undoing import last_act, undo
from redleaf.web.inbox.models import Choice, Forgotten, Reading
from redleaf.web.inbox.selectors.known import habits_by
from redleaf.web.inbox.services.choosing import decide
from redleaf.web.inbox.services.reading import keep_up
from tests.web.inbox.cast import DEFAULT, TODAY, came, page_of

if TYPE_CHECKING:
    from redleaf.web.accounts.models import User

KEEPERS = ("Nils Dahl", "Runa Falk", "Ewan Brook", "Sana Aziz")
NEXT = ("Orla Quinn", "Pavel Novak", "Ines Roth")


def let_in(owner: User, *names: str) -> None:
    for name in names:
        came(owner, name, DEFAULT, headline="Keeper, lace museum")
    keep_up(owner, TODAY)
    for row in Invitation.objects.filter(name__in=names).select_related("reading"):
        decide(owner, [row], "accept", today=TODAY)


@pytest.fixture
def taught(ana: User) -> User:
    """Ana let in four who keep a museum."""
    let_in(ana, *KEEPERS)
    return ana


def words(owner: User) -> set[str]:
    return {each.word for each in habits_by(owner)}


def test_it_shows_what_was_learned_with_the_invitations_it_was_seen_in(
    taught: User, ana_asks: Client
) -> None:
    page = page_of(ana_asks, "/inbox/learned/")
    assert "You accept people whose headline says “museum”: 4 of 4." in page
    for name in KEEPERS:
        assert name in page
    assert "accepted" in page
    assert "What your decisions taught" in page_of(ana_asks, "/settings/policy/")


def test_it_says_so_where_nothing_was_learned(ana_asks: Client) -> None:
    assert "Nothing yet." in page_of(ana_asks, "/inbox/learned/")


def test_one_is_forgotten_and_does_not_come_back_from_old_decisions(
    taught: User, ana_asks: Client
) -> None:
    assert words(taught) == {"keeper", "lace", "museum"}
    page = ana_asks.post("/inbox/learned/", {"forget": "museum"}, follow=True).content.decode()
    assert "Forgot what “museum” in a headline taught" in page
    assert words(taught) == {"keeper", "lace"}
    let_in(taught, *NEXT[:1])
    assert words(taught) == {"keeper", "lace"}
    let_in(taught, *NEXT[1:])
    assert words(taught) == {"keeper", "lace", "museum"}


def test_all_is_forgotten_at_once_and_what_was_decided_stays(
    taught: User, ana_asks: Client
) -> None:
    ana_asks.post("/inbox/learned/", {"all": "1"})
    assert words(taught) == set()
    assert "Nothing yet." in page_of(ana_asks, "/inbox/learned/")
    assert Choice.objects.filter(decision="accept").count() == len(KEEPERS)


def test_to_forget_can_be_undone(taught: User, ana_asks: Client) -> None:
    ana_asks.post("/inbox/learned/", {"all": "1"})
    act = last_act(taught)
    assert act
    undo(act)
    assert words(taught) == {"keeper", "lace", "museum"}


def test_an_invitation_is_read_anew_without_what_was_forgotten(
    taught: User, ana_asks: Client
) -> None:
    row = came(taught, "Vera Lind", DEFAULT, headline="Museum guard")
    keep_up(taught, TODAY)
    before = Reading.objects.get(invitation=row)
    assert any("museum" in each for each in before.reasons)
    ana_asks.post("/inbox/learned/", {"forget": "museum"})
    keep_up(taught, TODAY)
    after = Reading.objects.get(invitation=row)
    assert not any("museum" in each for each in after.reasons)
    assert after.attention < before.attention


def test_what_was_just_learned_counts_for_who_waits(ana: User) -> None:
    came(ana, "Vera Lind", DEFAULT, headline="Museum guard")
    let_in(ana, *KEEPERS[:2])
    before = Reading.objects.get(invitation__name="Vera Lind").attention
    let_in(ana, KEEPERS[2])
    keep_up(ana, TODAY)
    after = Reading.objects.get(invitation__name="Vera Lind")
    assert any("museum" in each for each in after.reasons)
    assert after.attention > before


def test_what_is_forgotten_already_is_said_and_leaves_no_act(
    taught: User, ana_asks: Client
) -> None:
    acts = Act.objects.count()
    page = ana_asks.post("/inbox/learned/", {"forget": "ferry"}, follow=True).content.decode()
    assert "This is forgotten already." in page
    assert Act.objects.count() == acts
    assert not Forgotten.objects.exists()


def test_nobody_learns_or_forgets_from_another(
    taught: User, ben: User, ben_asks: Client, cleo_asks: Client
) -> None:
    assert "Nothing yet." in page_of(ben_asks, "/inbox/learned/")
    ben_asks.post("/inbox/learned/", {"all": "1"})
    assert words(taught) == {"keeper", "lace", "museum"}
    row = came(ben, "Vera Lind", DEFAULT, headline="Museum guard")
    keep_up(ben, TODAY)
    assert not any("museum" in each for each in Reading.objects.get(invitation=row).reasons)
    assert cleo_asks.get("/inbox/learned/").status_code == 403
