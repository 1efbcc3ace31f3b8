"""Days, months and spans in a few words."""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.contacts.days_in_words import when_in_words
from redleaf.contacts.encounters import When

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "last", "words", "told"),
    [
        ("2026-11-12", "2026-11-12", "", "12 Nov"),
        ("2025-11-12", "2025-11-12", "", "12 Nov 2025"),
        ("2025-05-01", "2025-05-31", "", "May 2025"),
        ("2025-12-01", "2025-12-31", "", "December 2025"),
        ("2025-01-01", "2025-12-31", "", "2025"),
        ("2024-01-01", "2025-12-31", "", "1 Jan 2024 to 31 Dec 2025"),
        ("2026-11-06", "2026-11-12", "", "6 Nov to 12 Nov"),
        ("1977-03-01", "1977-05-31", "spring 1977", "spring 1977"),
    ],
)
def test_it_says_as_much_as_is_known(first: str, last: str, words: str, told: str) -> None:
    when = When(dt.date.fromisoformat(first), dt.date.fromisoformat(last), words)
    assert when_in_words(when, TODAY) == told


def test_it_says_nothing_of_no_day() -> None:
    assert when_in_words(When(), TODAY) == ""
