"""Briefing: from memory to the facts of one note."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from redleaf.contacts.briefing import brief_for
from redleaf.contacts.contact import Contact
from redleaf.contacts.encounters import Encounter, Letter, Promise, When
from redleaf.errors import BriefError
from redleaf.notes.brief import Brief, Sender
from redleaf.writing.drafting import draft
from tests.contacts.cast import person

TODAY = dt.date(2026, 11, 20)
MIRA = person("Dr. Mira Holt", "m@a.example", firm="Skerry Kilns", title="Potter")
INES = Sender("Ines Duarte", "makes museum audio guides")


def met(kind: str = "conference", *, days_ago: int = 7, **facts: object) -> Encounter:
    day = TODAY - dt.timedelta(days=days_ago)
    return Encounter(("mira",), kind, When(day, day), **facts)  # type: ignore[arg-type]


def brief_of(contact: Contact = MIRA, *encounters: Encounter, **more: object) -> Brief:
    options = {"sender": INES, "network": "linkedin", "today": TODAY, **more}
    return brief_for(contact, encounters, **options)  # type: ignore[arg-type]


def test_it_says_who_reads() -> None:
    reader = brief_of(replace(MIRA, language="pt-BR", register="formal")).recipient
    assert (reader.name, reader.given_name) == ("Dr. Mira Holt", "Mira")
    assert (reader.company, reader.role) == ("Skerry Kilns", "Potter")
    assert (reader.language, reader.register) == ("pt", "formal")


def test_it_takes_english_among_equals_where_nothing_is_known() -> None:
    reader = brief_of(Contact("Li Wei")).recipient
    assert (reader.language, reader.register, reader.given_name) == ("en", "peer", "")


def test_the_most_telling_encounter_stands_first() -> None:
    small = met("online", days_ago=2)
    told = met(days_ago=30, event="Clay Days", topics=("glazes from ash",), said="ash is free")
    brief = brief_of(MIRA, small, told)
    assert [each.event for each in brief.encounters] == ["Clay Days", ""]
    assert brief.encounters[0].on == TODAY - dt.timedelta(days=30)
    assert brief.recognition == "recent"


def test_what_is_still_to_come_is_no_fact_yet() -> None:
    brief = brief_of(MIRA, met(days_ago=-10, event="Clay Days"))
    assert brief.encounters == ()
    assert brief.recognition == "unknown"


def test_of_a_span_the_month_or_the_year_is_told() -> None:
    spring = When(dt.date(1977, 3, 1), dt.date(1977, 5, 31), "spring 1977")
    course = Encounter(("mira",), "class", spring, event="the kiln course")
    assert told_when(course) == ("1977", "the kiln course")
    fair = replace(course, when=When(dt.date(1977, 3, 4), dt.date(1977, 3, 6)))
    assert told_when(fair) == ("1977-03", "the kiln course")
    both = replace(course, when=When(dt.date(1976, 12, 1), dt.date(1977, 2, 28)))
    assert told_when(both) == (None, "the kiln course")


def told_when(encounter: Encounter) -> tuple[str | None, str]:
    (fact,) = brief_of(MIRA, encounter).to_json()["encounters"]
    return fact.get("on"), fact["event"]


def test_only_open_promises_are_taken() -> None:
    promises = [
        Promise("mira", "send the glaze list"),
        Promise("mira", "lend the book", state="kept"),
    ]
    assert brief_of(promises=promises).promises == ("send the glaze list",)


def test_letters_count_for_recognition() -> None:
    at = dt.datetime(2026, 11, 10, 9, tzinfo=dt.UTC)
    letters = [Letter(("mira",), "email", is_sent=False, at=at)] * 2
    assert brief_of().recognition == "unknown"
    assert brief_of(letters=letters).recognition == "recent"


def test_what_the_user_adds_is_handed_on() -> None:
    brief = brief_of(aim="thank", mutual=("Dana Ruiz",), shared=("both throw bowls",), limit=300)
    assert (brief.aim, brief.mutual, brief.limit) == ("thank", ("Dana Ruiz",), 300)
    assert brief.shared == ("both throw bowls",)


def test_a_contact_without_a_name_cannot_be_written_to() -> None:
    with pytest.raises(BriefError):
        brief_of(Contact(""))


def test_a_note_can_be_drafted_from_it() -> None:
    told = met(event="Clay Days", place="Porto", topics=("glazes from ash",))
    answer = draft(brief_of(MIRA, told))
    assert any("Clay Days" in each.text or "glazes" in each.text for each in answer.drafts)
