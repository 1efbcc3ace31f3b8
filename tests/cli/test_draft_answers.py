"""What is typed at the one question becomes a fact of the brief."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from redleaf.cli.drafting.answering import NotUnderstood, answered
from redleaf.notes.brief import Brief, Encounter, Noticed

TODAY = dt.date(2026, 11, 23)


def told(about: str, text: str, **known: Any) -> Brief:
    brief = Brief.from_json({"recipient": {"name": "Mira Holt"}, **known})
    return answered(brief, about, text, today=TODAY)


def test_a_meeting_is_told_in_a_line() -> None:
    brief = told("encounters", "coffee in Turku last Friday, talked about kilns, owe her a map")
    (met,) = brief.encounters
    assert met == Encounter("coffee", on=dt.date(2026, 11, 20), place="Turku", topics=("kilns",))
    assert brief.promises == ("a map",)


def test_who_was_met_after_all_is_no_stranger() -> None:
    assert told("encounters", "coffee last Friday", recognition="unknown").recognition == ""
    assert told("encounters", "coffee last Friday", recognition="close").recognition == "close"


def test_from_somewhere_is_a_meeting_there() -> None:
    (met,) = told("encounters", "from the choir").encounters
    assert "choir" in met.event + met.place


def test_what_was_talked_about_goes_to_that_meeting() -> None:
    met = [{"kind": "coffee"}, {"kind": "call", "topics": ["moss"]}]
    assert told("encounters.1.topics", "kilns", encounters=met).encounters[1].topics == (
        "moss", "kilns",
    )  # fmt: skip
    assert told("encounters.0.topics", "kilns", encounters=met).encounters[0].topics == ("kilns",)


def test_what_cannot_be_used_is_put_otherwise() -> None:
    met = [{"kind": "coffee", "topics": ["xxxx", "moss"]}]
    (now,) = told("encounters.0.topics.0", "kilns", encounters=met).encounters
    assert now.topics == ("kilns", "moss")
    assert told("promises.0", "send the list", promises=["?"]).promises == ("send the list",)


def test_a_day_is_said_as_people_say_it() -> None:
    met = [{"kind": "coffee", "on": "2027-01-01"}]
    assert told("encounters.0.on", "last Friday", encounters=met).encounters[0].on == dt.date(
        2026, 11, 20
    )
    assert told("encounters.0.on", "2026-11-02", encounters=met).encounters[0].on == dt.date(
        2026, 11, 2
    )


@pytest.mark.parametrize("yes", ["yes", "Y", "en"])
def test_yes_to_english_is_english(yes: str) -> None:
    brief = told("recipient.language", yes, recipient={"name": "Mira", "language": "fi"})
    assert brief.recipient.language == "en"


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        ("her article “Listening to pipes” in Curator Quarterly",
         Noticed("article", "Listening to pipes", "Curator Quarterly")),
        ("\"The quiet kiln\"", Noticed("", "The quiet kiln")),
        ("the floor plan of her museum", Noticed("", "the floor plan of her museum")),
    ],
)  # fmt: skip
def test_something_of_theirs_is_noticed(text: str, noticed: Noticed) -> None:
    assert told("noticed", text).noticed == (noticed,)


def test_somebody_both_know_is_mutual_and_a_meeting_is_one() -> None:
    assert told("noticed", "Dana van der Berg").mutual == ("Dana van der Berg",)
    assert told("noticed", "met at Salt Days on 12 November").encounters[0].event == "Salt Days"


@pytest.mark.parametrize(
    ("about", "text", "met"),
    [("encounters", "a fine person", []), ("encounters.0.on", "soon", [{"kind": "coffee"}])],
)
def test_what_is_not_understood_is_answered_by_an_example(
    about: str, text: str, met: list[Any]
) -> None:
    with pytest.raises(NotUnderstood, match=r"^Say .*:"):
        told(about, text, encounters=met)
