"""Habits: what the user's own decisions show, in words; without decisions there are none."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.triage import Choice, Habit, habits_of, triage
from redleaf.triage.cases import Case
from redleaf.triage.habits import EVERY_HABIT
from tests.triage.scene import DEFAULT, invitation, known

EARLY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
LATE = EARLY + dt.timedelta(days=30)


def choices(decision: str, count: int, at: dt.datetime | None = EARLY) -> list[Choice]:
    return [
        Choice(
            invitation(
                DEFAULT,
                headline=f"Senior curator at museum {number}",
                identity=f"{decision}-{number}@museum.example",
            ),
            Case.DEFAULT,
            decision,
            at,
        )
        for number in range(count)
    ]


def told(habits: list[Habit]) -> list[str]:
    return [each.in_words for each in habits]


def test_it_says_whom_the_user_answers() -> None:
    habits = habits_of(choices("answer", 4))
    assert "You answer people whose headline says “museum”: 4 of 4." in [
        each.in_words for each in habits
    ]


def test_it_says_what_the_user_did() -> None:
    accepted = habits_of(choices("accept", 3))
    assert "You accept people whose headline says “museum”: 3 of 3." in told(accepted)
    both = habits_of([*choices("accept", 2), *choices("answer", 1)])
    assert "You let in people whose headline says “museum”: 3 of 3." in told(both)


def test_one_person_five_times_is_no_habit() -> None:
    same = Choice(invitation(DEFAULT, headline="Curator at a museum"), Case.DEFAULT, "answer")
    assert habits_of([same] * 5) == []


def test_the_latest_decision_about_somebody_counts() -> None:
    before, after = choices("answer", 3), choices("answer", 3, LATE)
    now = [each._replace(decision="decline") for each in after]
    assert habits_of([*now, *before]) == []


def test_what_anybody_may_be_is_no_habit() -> None:
    assert not any("senior" in each for each in told(habits_of(choices("answer", 4))))


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


def test_it_tells_the_decisions_that_it_was_seen_in() -> None:
    decided = [*choices("answer", 4), *choices("decline", 1)]
    museum = next(each for each in habits_of(decided) if each.word == "museum")
    assert museum.seen == tuple(decided)
    assert (museum.times, museum.of) == (4, 5)


def test_two_forms_of_a_word_in_one_headline_are_one_decision() -> None:
    double = [
        Choice(invitation(DEFAULT, headline="Museum of museums"), Case.DEFAULT, "answer")
        for _ in range(2)
    ]
    assert habits_of(double) == []


def test_a_forgotten_one_does_not_come_back_from_old_decisions_but_from_new_ones() -> None:
    old = choices("answer", 4)
    museum = next(each for each in habits_of(old) if each.word == "museum")
    forgotten = {museum.stem: EARLY}
    assert [each.word for each in habits_of(old, forgotten)] == ["curator"]
    anew = [*old, *choices("answer", 2, LATE)]
    assert [each.word for each in habits_of(anew, forgotten)] == ["curator"]
    anew = [*old, *choices("answer", 3, LATE)]
    assert {each.word: each.of for each in habits_of(anew, forgotten)}["museum"] == 3


def test_all_are_forgotten_at_once_and_so_is_what_came_at_no_known_moment() -> None:
    forgotten = {EVERY_HABIT: EARLY}
    assert habits_of(choices("answer", 4), forgotten) == []
    assert habits_of(choices("answer", 4, at=None), forgotten) == []
    assert habits_of(choices("answer", 4, LATE), forgotten) != []


def test_two_words_that_begin_alike_are_two() -> None:
    officers = [
        each._replace(
            invitation=invitation(
                DEFAULT, headline="Communication officer", identity=f"p{at}@press.example"
            )
        )
        for at, each in enumerate(choices("answer", 4))
    ]
    habits = habits_of(officers)
    assert any("communication" in each for each in told(habits))
    for headline in ("Community gardener", "Commune archivist", "Communicator"):
        decision = triage([invitation(DEFAULT, headline=headline)], known(), habits=habits)[0]
        assert not any("headline" in each for each in decision.reasons)


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("communication", "communications"),
        ("community", "communities"),
        ("Kurator", "Kuratorinnen"),
        ("Sammlung", "Sammlungen"),
        ("profesora", "profesores"),
        ("archive", "archives"),
    ],
)
def test_the_forms_of_a_word_are_one(usual: str, other: str) -> None:
    one, two = (Habit(word.lower(), 3, 3).stem for word in (usual, other))
    assert one == two


def test_it_names_the_word_as_it_stands_in_their_headline() -> None:
    keeper = invitation(DEFAULT, headline="Keeper of museums")
    decision = triage([keeper], known(), habits=habits_of(choices("answer", 4)))[0]
    assert "You answer people whose headline says “museums”: 4 of 4." in decision.reasons
