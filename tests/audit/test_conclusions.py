"""What the report concludes from its intervals, and what it does not."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from redleaf.audit import Kind, Month, Share
from redleaf.audit.conclusions import comparison, lede, scope
from tests.audit.test_page import report

BASE = report()
NONE = Kind(0, 0, 0, 0, Share(0, 0))
CAUSE = "You chose whom to send which words, so the words may not be the cause."


def kinds(**shares: tuple[int, int]) -> str:
    by_verdict = {
        name: Kind(of, count, 0, 0, Share(count, of)) for name, (count, of) in shares.items()
    }
    made = dataclasses.replace(
        BASE, by_verdict={**dict.fromkeys(BASE.by_verdict, NONE), **by_verdict}
    )
    return " ".join(comparison(made))


def test_intervals_apart_are_clearly_different() -> None:
    said = kinds(personal=(60, 66), default=(40, 124))
    assert "Personal notes are clearly above default texts." in said
    assert "cannot be told apart" not in said


def test_intervals_that_touch_cannot_be_told_apart() -> None:
    said = kinds(template=(38, 72), default=(66, 124))
    assert "Templates and default texts cannot be told apart." in said
    assert "clearly" not in said


def test_few_say_little_however_different() -> None:
    said = kinds(personal=(12, 12), default=(10, 124))
    assert "Twelve personal notes say little." in said
    assert "clearly" not in said


def test_one_says_little() -> None:
    assert "One pitch says little." in kinds(pitch=(0, 1))


@pytest.mark.parametrize("shares", [{"personal": (60, 66), "default": (1, 100)}, {"empty": (1, 2)}])
def test_it_never_speaks_of_a_cause(shares: dict[str, tuple[int, int]]) -> None:
    assert CAUSE in kinds(**shares)


def of_months(*months: tuple[int, int, int]) -> str:
    """The lede for (month of 2026, own, without)."""
    made = tuple(Month(2026, month, own, without) for month, own, without in months)
    return lede(dataclasses.replace(BASE, months=made))


def test_it_sees_a_change_of_habit_that_chance_does_not_explain() -> None:
    assert "Since October 2026 more of them carry words of your own." in of_months(
        (1, 2, 40), (10, 30, 10)
    )
    assert "fewer of them" in of_months((1, 40, 2), (10, 10, 30))


def test_it_does_not_see_a_change_in_little() -> None:
    assert "Since" not in of_months((1, 1, 4), (10, 4, 1))
    assert "Since" not in of_months((1, 20, 20), (10, 22, 18))


@pytest.mark.parametrize(
    ("first", "span"),
    [
        (dt.date(2026, 5, 3), "3 May 2026, from"),
        (dt.date(2026, 5, 1), "1 to 3 May 2026, from"),
        (dt.date(2025, 5, 3), "May 2025 to 3 May 2026, from"),
    ],
)
def test_it_says_from_when_to_when(first: dt.date, span: str) -> None:
    made = dataclasses.replace(BASE, first=first, last=dt.date(2026, 5, 3))
    assert scope(made).startswith(span)
