"""Drafts of every aim and register in other languages than English: true, and unlike each other."""

from __future__ import annotations

import re

import pytest

from redleaf.notes.brief import Brief
from redleaf.notes.skeleton import skeleton
from redleaf.writing import Draft, draft
from redleaf.writing.verifier import verify
from redleaf.writing.written import Written
from tests.writing.languages.stories import CODES, Story, story_in

ALL = [(code, name) for code in CODES for name in story_in(code).briefs()]
QUOTED = re.compile("„[^“]*“|«[^»]*»")


@pytest.fixture(params=CODES)
def story(request: pytest.FixtureRequest) -> Story:
    return story_in(request.param)


def drafts_of(given: Brief) -> tuple[Draft, ...]:
    answer = draft(given)
    return answer.drafts or answer.afterwards


@pytest.mark.parametrize(("code", "name"), ALL)
def test_it_writes_true_notes_without_a_finding(code: str, name: str) -> None:
    given = story_in(code).briefs()[name]
    drafts = drafts_of(given)
    assert drafts
    for each in drafts:
        # Who asks a stranger for nothing but a name cannot be personal: advice may say so.
        findings = [f for f in each.report.findings if name != "stranger" or f.severity != "advice"]
        assert not findings, each.text
        assert verify(given, each.text).supported, each.text
        assert each.limit is None or each.length <= each.limit


@pytest.mark.parametrize(("code", "name"), ALL)
def test_it_calls_the_reader_one_thing_only(code: str, name: str) -> None:
    story = story_in(code)
    given = story.briefs()[name]
    friends = ("close",) if code == "fr" else ("close", "peer")
    wrong = story.polite if given.recipient.register in friends else story.familiar
    for each in drafts_of(given):
        assert not re.search(wrong, QUOTED.sub("", each.text)), each.text


def test_it_asks_a_stranger_how_they_know_each_other(story: Story) -> None:
    assert all(story.asks_who in each.text for each in drafts_of(story.briefs()["stranger"]))


def test_a_letter_has_its_salutation_and_closing(story: Story) -> None:
    for each in drafts_of(story.briefs()["ask-advice"]):
        assert each.text.startswith(story.salutation)
        assert re.search(story.closing, each.text)


def test_a_form_of_address_is_no_given_name() -> None:
    for code, name in (
        ("de", "Frau Dr. Selma Ünal"),
        ("fr", "Mme Selma Ünal"),
        ("es", "Dra. Selma Ünal"),
    ):
        drafts = drafts_of(story_in(code).brief(recipient={"name": name}))
        assert drafts
        assert all(re.match(r"(?:\w+,? )?Selma[,.]", each.text) for each in drafts)


def test_a_repair_follows_the_networks_own_text(story: Story) -> None:
    drafts = drafts_of(story.brief(history=[story.default_text]))
    assert drafts
    assert all(re.search(story.slip, each.text) for each in drafts)


def test_it_introduces_somebody_after_asking_both(story: Story) -> None:
    sender = {**story.sender, "offers": [story.introduction]}
    drafts = drafts_of(story.brief(aim="introduce", sender=sender))
    assert drafts
    assert all("Dana Ruiz" in each.text for each in drafts)


def test_private_facts_stay_out_of_the_note(story: Story) -> None:
    private = {**story.boats, "topics": story.private_topics, "said": None}
    answer = draft(story.brief(encounters=[private]))
    assert {"encounters.0.topics.0", "encounters.0.topics.1"} <= set(answer.set_aside)
    assert not any(re.search(story.private_words, each.text) for each in answer.drafts)


def test_a_fact_in_english_is_quoted_or_set_aside(story: Story) -> None:
    fields = {"event": "Museums & Web", "topics": ["sound walks"], "said": "test it wet"}
    drafts = drafts_of(story.brief(encounters=[{**story.boats, **fields}]))
    assert drafts
    for each in drafts:
        assert not re.search(r"sound|wet", QUOTED.sub("", each.text)), each.text


def test_thirty_people_of_one_event_get_thirty_notes(story: Story) -> None:
    names = [f"{given} {family}" for given in GIVEN for family in ("Holt", "Noor", "Paz")]
    skeletons, written = set(), Written()
    for number, name in enumerate(names):
        topics = [f"{story.things[number // 6]} {story.wheres[number % 6]}"]
        given = story.brief(
            recipient={"name": name}, encounters=[{**story.boats, "topics": topics}]
        )
        made = draft(given, n=1, written=written).drafts[0]
        written.add(made)
        skeletons.add(skeleton(made.text, [name, name.split()[0]]))
    assert len(skeletons) == len(names) == 30


GIVEN = ("Mira", "Bo", "Selma", "Noor", "Wei", "Ida", "Tadeusz", "Ana", "Kieran", "Pavel")
