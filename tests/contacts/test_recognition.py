"""Recognition: how well somebody would know the user today."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from redleaf.contacts.encounters import Encounter as Kept
from redleaf.contacts.encounters import Letter, When
from redleaf.contacts.recognition import TRACES, memory, recognition
from redleaf.notes.brief import ENCOUNTER_KINDS, Encounter

TODAY = dt.date(2026, 11, 20)


def met(kind: str, days_ago: int | None) -> Encounter:
    return Encounter(
        kind=kind, on=None if days_ago is None else TODAY - dt.timedelta(days=days_ago)
    )


def letter(*, is_sent: bool, days_ago: int) -> Letter:
    day = dt.datetime.combine(TODAY - dt.timedelta(days=days_ago), dt.time(9), dt.UTC)
    return Letter(people=("mira",), network="email", is_sent=is_sent, at=day)


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


def test_an_exchange_of_letters_is_recent_and_fades() -> None:
    exchange = [letter(is_sent=True, days_ago=9), letter(is_sent=False, days_ago=8)] * 2
    assert recognition([], TODAY, exchange) == "recent"
    older = [letter(is_sent=False, days_ago=400)]
    assert recognition([], TODAY, older) == "faded"


def test_letters_alone_make_nobody_close() -> None:
    thousand = [letter(is_sent=False, days_ago=1)] * 1000
    assert recognition([], TODAY, thousand) == "recent"


def test_whom_the_user_only_wrote_to_stays_unknown() -> None:
    assert recognition([], TODAY, [letter(is_sent=True, days_ago=1)] * 20) == "unknown"


def test_a_letter_of_tomorrow_tells_nothing() -> None:
    assert recognition([], TODAY, [letter(is_sent=False, days_ago=-1)]) == "unknown"


def test_a_span_counts_from_its_last_day() -> None:
    spring = When(dt.date(2026, 3, 1), dt.date(2026, 5, 31), "last spring")
    span = Kept(people=("mira",), kind="class", when=spring)
    last_day = Encounter(kind="class", on=dt.date(2026, 5, 31))
    assert memory([span], TODAY) == memory([last_day], TODAY)
