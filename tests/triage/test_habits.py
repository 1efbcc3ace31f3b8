"""Habits: what the user's own decisions show, in words; without decisions there are none."""

from __future__ import annotations

from redleaf.triage import Choice, habits_of, triage
from redleaf.triage.cases import Case
from tests.triage.scene import DEFAULT, invitation, known


def choices(decision: str, count: int) -> list[Choice]:
    return [
        Choice(invitation(DEFAULT, headline=f"Curator at museum {at}"), Case.DEFAULT, decision)
        for at in range(count)
    ]


def test_it_says_whom_the_user_answers() -> None:
    habits = habits_of(choices("answer", 4))
    assert "You answer people whose headline says “museum”: 4 of 4." in [
        each.in_words for each in habits
    ]


def test_two_decisions_are_no_habit() -> None:
    assert habits_of(choices("answer", 2)) == []


def test_it_needs_four_in_five() -> None:
    assert habits_of([*choices("answer", 3), *choices("decline", 2)]) == []


def test_offers_teach_nothing() -> None:
    assert habits_of([each._replace(case=Case.PITCH) for each in choices("answer", 5)]) == []


def test_a_habit_lifts_who_it_speaks_for_and_says_so() -> None:
    habits = habits_of(choices("answer", 4))
    keeper = invitation(DEFAULT, headline="Keeper, museum of lace")
    plain, lifted = (triage([keeper], known(), habits=some)[0] for some in ((), habits))
    assert lifted.attention > plain.attention
    assert any(each.startswith("You answer people") for each in lifted.reasons)
