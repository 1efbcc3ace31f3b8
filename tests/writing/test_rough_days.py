"""A year or a month stands where a day would, from the brief to the draft and the verifier."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from redleaf import draft, verify
from redleaf.errors import BriefError
from redleaf.notes.brief import Brief


def brief_of(on: str, language: str = "en", **more: Any) -> Brief:
    met = {"kind": "class", "on": on, "event": "the kiln course", "topics": ["salt glaze"]}
    return Brief.from_json(
        {
            "today": "2026-12-10",
            "network": "linkedin",
            "sender": {"name": "Ines Duarte"},
            "recipient": {"name": "Mara Holm", "language": language},
            "encounters": [met],
            **more,
        }
    )


@pytest.mark.parametrize("on", ["1977", "1977-06", "1977-06-30"])
def test_it_is_kept_as_it_was_written(on: str) -> None:
    brief = brief_of(on)
    assert brief.to_json()["encounters"][0]["on"] == on
    assert f"{on}" in [fact.text for fact in brief.facts()]
    assert Brief.from_json(brief.to_json()) == brief


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "forty-nine years"),
        ("de", "neunundvierzig Jahre"),
        ("fr", "quarante-neuf ans"),
        ("es", "cuarenta y nueve años"),
    ],
)
def test_the_years_since_a_year_are_told(language: str, told: str) -> None:
    answer = draft(brief_of("1977", language, aim="reconnect"), n=6)
    assert any(told in each.text for each in answer.drafts)
    assert not any("fifty" in each.text or "Januar" in each.text for each in answer.drafts)


def test_a_month_of_this_year_is_told_as_a_month() -> None:
    answer = draft(brief_of("2026-09", aim="follow-up"), n=10)
    assert any("in September" in each.text for each in answer.drafts)


@pytest.mark.parametrize("text", ["We met in 1977.", "We met forty-nine years ago."])
def test_the_verifier_bears_what_a_year_bears(text: str) -> None:
    assert verify(brief_of("1977"), text).supported


@pytest.mark.parametrize(
    "text", ["We met in January 1977.", "We met on 1 January 1977.", "We met in 1978."]
)
def test_the_verifier_marks_what_a_year_does_not_bear(text: str) -> None:
    (claim,) = [each for each in verify(brief_of("1977"), text).claims if each.why]
    assert claim.why.endswith("the brief says 1977.")


def test_a_month_bears_no_day_of_it() -> None:
    assert verify(brief_of("1977-06"), "We met in June 1977.").supported
    (claim,) = [
        each for each in verify(brief_of("1977-06"), "We met on 1 June 1977.").claims if each.why
    ]
    assert claim.why.endswith("the brief says June 1977.")


@pytest.mark.parametrize("on", ["77", "1977-13", "1977-6", "0977", "summer 1977"])
def test_it_refuses_what_is_none(on: str) -> None:
    with pytest.raises(BriefError, match=r"encounters\.0\.on"):
        brief_of(on)


def test_today_is_a_whole_day() -> None:
    with pytest.raises(BriefError, match="2026-11-19"):
        brief_of("1977", today="2026")
    assert brief_of("1977").today == dt.date(2026, 12, 10)
