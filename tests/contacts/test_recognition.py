"""Recognition: how well somebody would know the user today."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from redleaf.contacts.recognition import TRACES, memory, recognition
from redleaf.notes.brief import ENCOUNTER_KINDS, Encounter

TODAY = dt.date(2026, 11, 20)


def met(kind: str, days_ago: int | None) -> Encounter:
    return Encounter(
        kind=kind, on=None if days_ago is None else TODAY - dt.timedelta(days=days_ago)
    )


def known(*encounters: Encounter) -> str:
    return recognition(encounters, TODAY)


def test_a_conference_chat_is_recent_for_weeks_and_faded_after_months() -> None:
    assert known(met("conference", 3)) == "recent"
    assert known(met("conference", 60)) == "recent"
    assert known(met("conference", 120)) == "faded"


def test_a_colleague_of_years_is_close_and_stays_so_for_a_while() -> None:
    assert known(met("work", 5 * 365), met("work", 4)) == "close"
    assert known(met("work", 5 * 365), met("work", 300)) == "close"


def test_family_and_neighbours_of_years_are_close() -> None:
    assert known(met("family", 4000), met("family", 30)) == "close"
    assert known(met("neighbour", 1500), met("neighbour", 7)) == "close"


def test_a_classmate_of_fifty_years_ago_is_faded_not_forgotten() -> None:
    assert known(met("class", 49 * 365), met("other", 27 * 365)) == "faded"


def test_who_was_never_met_is_unknown() -> None:
    assert known() == "unknown"
    assert known(met("introduction", 2)) == "unknown"


def test_one_coffee_makes_no_close_friend_but_many_do() -> None:
    assert known(met("coffee", 2)) == "recent"
    assert known(*(met("coffee", 7 * week) for week in range(6))) == "close"


def test_a_day_that_is_not_recorded_counts_as_half_a_year_ago() -> None:
    assert memory([met("coffee", None)], TODAY) == memory([met("coffee", 180)], TODAY)
    assert recognition([met("coffee", 2)], None) == known(met("coffee", None))


def test_a_meeting_still_to_come_leaves_nothing_yet() -> None:
    assert memory([met("meal", -10)], TODAY) == 0
    assert recognition([met("meal", -10)], TODAY) == "unknown"


def test_every_kind_of_encounter_has_its_trace() -> None:
    assert set(TRACES) == set(ENCOUNTER_KINDS)


@given(
    kind=st.sampled_from(ENCOUNTER_KINDS), sooner=st.integers(0, 9000), later=st.integers(0, 9000)
)
def test_memory_only_fades(kind: str, sooner: int, later: int) -> None:
    sooner, later = sorted((sooner, later))
    assert memory([met(kind, sooner)], TODAY) >= memory([met(kind, later)], TODAY)


@given(
    ages=st.lists(st.integers(0, 5000), min_size=1, max_size=8),
    kind=st.sampled_from(ENCOUNTER_KINDS),
)
def test_one_more_encounter_never_makes_it_less(ages: list[int], kind: str) -> None:
    before = [met("coffee", age) for age in ages]
    assert memory([*before, met(kind, min(ages))], TODAY) >= memory(before, TODAY) - 1e-9
