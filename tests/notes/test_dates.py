"""Days in words and digits, as people say them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redleaf.notes.dates import DateMention, find_dates
from redleaf.notes.note import Note

THURSDAY = dt.date(2026, 11, 19)


def only_date(text: str, *, language: str = "en", today: dt.date | None = THURSDAY) -> DateMention:
    found = find_dates(Note(text), today, language)
    assert len(found) == 1, [each.span.of(text) for each in found]
    return found[0]


def days(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(str(a), str(b)) for a, b in only_date(text, language=language).ranges]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-19"),
        ("yesterday", "2026-11-18"),
        ("the day before yesterday", "2026-11-17"),
        ("last Thursday", "2026-11-12"),
        ("on Monday", "2026-11-16"),
        ("five days ago", "2026-11-14"),
        ("Thursday of last week", "2026-11-12"),
        ("12 November", "2026-11-12"),
        ("the 12th of November", "2026-11-12"),
        ("Nov 12th", "2026-11-12"),
        ("November 12, 2026", "2026-11-12"),
        ("2026-11-12", "2026-11-12"),
        ("12.11.2026", "2026-11-12"),
        ("12/11/2026", "2026-11-12"),
        ("on the 16th", "2026-11-16"),
    ],
)
def test_it_reads_a_day(words: str, day: str) -> None:
    mention = only_date(f"We met {words}, did we not")
    assert mention.grain == "day"
    assert mention.holds(dt.date.fromisoformat(day))
    assert not mention.holds(dt.date.fromisoformat(day) + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [
        ("last week", "2026-11-11", "2026-11-17"),
        ("this week", "2026-11-17", "2026-11-13"),
        ("three weeks ago", "2026-10-29", "2026-11-06"),
        ("a fortnight ago", "2026-11-05", "2026-10-29"),
        ("a couple of weeks ago", "2026-11-03", "2026-09-30"),
        ("last month", "2026-10-04", "2026-11-17"),
        ("two months ago", "2026-09-20", "2026-11-01"),
        ("last year", "2025-03-03", "2026-03-03"),
        ("a year ago", "2025-11-03", "2026-07-03"),
        ("seventeen years ago", "2009-08-15", "1999-08-15"),
        ("more than thirty years later", "1994-06-17", "2015-06-17"),
        ("last spring", "2026-04-09", "2026-08-09"),
        ("in March", "2026-03-31", "2026-04-01"),
        ("the end of May", "2026-05-29", "2026-05-02"),
        ("November 2025", "2025-11-01", "2026-11-01"),
        ("spring 1977", "1977-05-01", "1977-11-01"),
        ("in 1977", "1977-12-31", "1978-01-01"),
        ("the seventies", "1974-01-01", "1984-01-01"),
        ("the 1990s", "1994-01-01", "1984-01-01"),
    ],
)
def test_it_reads_a_stretch_of_days(words: str, inside: str, outside: str) -> None:
    mention = only_date(f"I saw you {words}, I believe")
    assert mention.holds(dt.date.fromisoformat(inside))
    assert not mention.holds(dt.date.fromisoformat(outside))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "am letzten Donnerstag"),
        ("de", "am 12. November"),
        ("de", "vor einer Woche"),
        ("fr", "jeudi dernier"),
        ("fr", "il y a une semaine"),
        ("fr", "le 12 novembre"),
        ("es", "el jueves pasado"),
        ("es", "hace una semana"),
        ("es", "el 12 de noviembre de 2026"),
        ("it", "giovedì scorso"),
        ("it", "una settimana fa"),
        ("pt", "na quinta-feira passada"),
        ("pt", "há uma semana"),
        ("nl", "afgelopen donderdag"),
        ("nl", "een week geleden"),
    ],
)
def test_it_reads_other_languages(language: str, words: str) -> None:
    assert only_date(words, language=language).holds(dt.date(2026, 11, 12))


def test_last_thursday_on_a_friday_may_be_yesterday_or_a_week_before() -> None:
    mention = only_date("last Thursday", today=dt.date(2026, 11, 20))
    assert mention.holds(dt.date(2026, 11, 19))
    assert mention.holds(dt.date(2026, 11, 12))


def test_any_monday_holds_every_monday() -> None:
    mention = only_date("you wrote it on a Monday")
    assert mention.weekday == 0
    assert mention.holds(dt.date(2026, 11, 9))
    assert not mention.holds(dt.date(2026, 11, 10))


@pytest.mark.parametrize("words", ["by Monday", "next week", "tomorrow", "until Friday"])
def test_it_marks_what_is_to_come(words: str) -> None:
    assert only_date(f"You will have it {words}").is_ahead


@pytest.mark.parametrize(
    "text",
    [
        "May I march on?",
        "I sat in the sun and will fall asleep",
        "every Monday counts",
        "three weeks of rain",
        "page 12 of 2500",
        "Mark and June wrote",
        "from the second floor",
    ],
)
def test_it_leaves_other_words_alone(text: str) -> None:
    assert find_dates(Note(text), THURSDAY, "en") == []


def test_it_counts_from_no_day_that_it_does_not_know() -> None:
    assert only_date("last Thursday", today=None).ranges == ()
    assert only_date("12 November 2026", today=None).holds(dt.date(2026, 11, 12))


def test_it_refuses_days_that_no_calendar_has() -> None:
    found = find_dates(Note("on 31 February 2026"), THURSDAY, "en")
    assert "day" not in [each.grain for each in found]


@given(st.text(max_size=200), st.dates())
def test_it_reads_any_text_on_any_day(text: str, today: dt.date) -> None:
    for mention in find_dates(Note(text), today, "en"):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert all(first <= last for first, last in mention.ranges)


WORDS = st.sampled_from(
    "last next this a few couple of three twenty 12 31 2026 1977 monday may march week weeks "
    "month years ago later after since early end of the in on by spring november 12th yesterday "
    "fortnight".split()
)


@given(st.lists(WORDS, max_size=14), st.dates())
def test_it_reads_any_heap_of_date_words(words: list[str], today: dt.date) -> None:
    for mention in find_dates(Note(" ".join(words)), today, "en"):
        assert all(first <= last for first, last in mention.ranges)
