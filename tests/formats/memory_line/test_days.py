"""Days in words: behind today for what happened, ahead of it for what is owed."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.contacts.encounters import When
from redleaf.formats.memory_line import read_memory_line
from redleaf.formats.memory_line.festivals import easter

THURSDAY = dt.date(2026, 11, 26)


def met(words: str, today: dt.date = THURSDAY) -> When:
    encounter = read_memory_line(f"met Jun {words}", today=today).encounter
    assert encounter is not None
    return encounter.when


def due(words: str, today: dt.date = THURSDAY) -> When:
    [promise] = read_memory_line(f"Jun, I owe her the list {words}", today=today).promises
    assert promise.text == "the list"
    return promise.due


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-26"),
        ("this morning", "2026-11-26"),
        ("yesterday", "2026-11-25"),
        ("the day before yesterday", "2026-11-24"),
        ("on Monday", "2026-11-23"),
        ("last Thursday", "2026-11-19"),
        ("on 12 Nov", "2026-11-12"),
        ("on the 12th of November", "2026-11-12"),
        ("on 12.11.", "2026-11-12"),
        ("on 2026-11-12", "2026-11-12"),
        ("on 11/12/2026", "2026-11-12"),
        ("on 25 Dec", "2025-12-25"),
        ("at Christmas", "2025-12-25"),
        ("on New Year's Eve 1999", "1999-12-31"),
    ],
)
def test_it_knows_the_day_somebody_was_met(words: str, day: str) -> None:
    assert met(words).day == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("last week", "2026-11-16", "2026-11-22"),
        ("last weekend", "2026-11-21", "2026-11-22"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("in May", "2026-05-01", "2026-05-31"),
        ("in May 2019", "2019-05-01", "2019-05-31"),
        ("in December", "2025-12-01", "2025-12-31"),
        ("in 1994", "1994-01-01", "1994-12-31"),
        ("in the 80s", "1980-01-01", "1989-12-31"),
    ],
)
def test_it_knows_between_which_days(words: str, first: str, last: str) -> None:
    when = met(words)
    assert (str(when.first), str(when.last)) == (first, last)
    assert when.words in words


@pytest.mark.parametrize("words", ["when I was at school", "years ago"])
def test_it_keeps_words_that_no_calendar_has(words: str) -> None:
    assert met(words) == When(words=words)


def test_the_year_in_a_name_stays_there_and_bounds_the_day() -> None:
    encounter = read_memory_line("met Jun at Glass Days 2025", today=THURSDAY).encounter
    assert encounter is not None
    whole_year = When(dt.date(2025, 1, 1), dt.date(2025, 12, 31), "2025")
    assert (encounter.event, encounter.when) == ("Glass Days 2025", whole_year)


def test_a_season_is_its_three_months() -> None:
    encounter = read_memory_line("met Jun in spring 1977 at choir", today=THURSDAY).encounter
    assert encounter is not None
    assert (encounter.when.first, encounter.when.last) == (
        dt.date(1977, 3, 1),
        dt.date(1977, 5, 31),
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tomorrow", "2026-11-27"),
        ("by Friday", "2026-11-27"),
        ("by Thursday", "2026-12-03"),
        ("before Friday", "2026-11-26"),
        ("by the 3rd", "2026-12-03"),
        ("by 12 November", "2027-11-12"),
        ("by 2026-12-05", "2026-12-05"),
        ("by end of month", "2026-11-30"),
        ("by the end of next month", "2026-12-31"),
        ("in two weeks", "2026-12-10"),
        ("within a month", "2026-12-26"),
        ("before Christmas", "2026-12-24"),
        ("before the new year", "2026-12-31"),
    ],
)
def test_it_knows_the_day_something_is_due(words: str, day: str) -> None:
    assert due(words).day == dt.date.fromisoformat(day)


def test_it_knows_the_days_of_next_week() -> None:
    when = due("next week")
    assert (str(when.first), str(when.last)) == ("2026-11-30", "2026-12-06")


def test_it_finds_a_day_far_from_any_calendar() -> None:
    for today in (dt.date.min, dt.date.max, dt.date(2028, 2, 29)):
        for words in ("last week", "at Easter", "two weeks ago", "in winter", "on 30 Feb"):
            met(words, today)
        for words in ("next month", "by Easter", "in ten years", "by 29 February", "next year"):
            read_memory_line(f"Jun, I owe her the list {words}", today=today)


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2024, "03-31"), (2026, "04-05")]
)
def test_easter_is_when_it_was(year: int, day: str) -> None:
    assert easter(year) == dt.date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ana Berg, met in spring 1977 at choir", "spring 1977"),
        ("Ana Berg, met last month in Oslo", ""),
        ("Ana Berg, met two weeks ago", ""),
        ("Ana Berg, met 18 months ago", ""),
        ("Ana Berg, met when I was at school", "when I was at school"),
    ],
)
def test_it_keeps_no_words_that_mean_another_day_later(line: str, words: str) -> None:
    met = read_memory_line(line, today=dt.date(2026, 11, 23)).encounter
    assert met is not None
    assert met.when.words == words
    assert met.when.first or words
