"""The page Write."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

FACTS = {
    "name": "Tomasz Zieliński",
    "event": "Museums & Web",
    "place": "Porto",
    "on": "2026-11-12",
    "said": "nobody tests with the rain on",
    "promise": "send the microphone list",
    "my_name": "Ines Duarte",
    "network": "linkedin",
}


def write(client: Client, **facts: Any) -> str:
    answer = client.post("/write/", facts)
    assert answer.status_code == 200
    return answer.content.decode()


def notes(html: str) -> list[str]:
    """The texts that would be copied."""
    return [unescape(text) for text in re.findall(r'id="draft-\d" data-text="([^"]*)"', html)]


def test_it_writes_three_notes_within_the_limit(ana_asks: Client) -> None:
    found = notes(write(ana_asks, **FACTS))
    assert len(set(found)) == 3
    assert all(len(note) <= 200 and "Tomasz" in note for note in found)


def test_it_leads_each_word_of_fact_to_its_source(ana_asks: Client) -> None:
    html = write(ana_asks, **FACTS)
    cited = set(re.findall(r'class="fact" href="#([^"]*)"', html))
    listed = set(re.findall(r'class="source" id="([^"]*)"', html))
    assert cited
    assert cited == listed


def test_it_leads_each_source_to_the_field_it_stands_in(ana_asks: Client) -> None:
    html = write(ana_asks, **FACTS)
    for field in re.findall(r'<b>[a-z]</b> <a href="#([^"]*)"', html):
        assert f'id="{field}"' in html


def test_the_pieces_on_the_page_are_the_note(ana_asks: Client) -> None:
    html = write(ana_asks, **FACTS)
    shown = re.findall(r'data-text="([^"]*)">(.*?)</p>', html, re.DOTALL)
    assert len(shown) == 3
    for note, pieces in shown:
        assert re.sub(r"<sup>.*?</sup>|<[^>]*>", "", pieces) == note


def test_it_asks_one_question_when_there_is_nothing_to_build_on(ana_asks: Client) -> None:
    html = write(ana_asks, name="Tomasz Zieliński")
    assert notes(html) == []
    field = re.search(r'<label for="(\w+)">[^<]*\?</label>', html.partition('id="drafts"')[2])
    assert field
    assert f'id="{field.group(1)}"' in html


def test_it_opens_the_invitation_of_the_person(ana_asks: Client) -> None:
    html = write(ana_asks, **FACTS, link="https://www.linkedin.com/in/tomasz-z")
    assert "custom-invite/?vanityName=tomasz-z" in html


def test_it_words_the_note_anew(ana_asks: Client) -> None:
    first, second = write(ana_asks, **FACTS), write(ana_asks, **FACTS, seed="1")
    assert notes(first) != notes(second)


def test_it_remembers_the_writers_name(ana_asks: Client) -> None:
    write(ana_asks, **FACTS)
    assert 'value="Ines Duarte"' in ana_asks.get("/write/").content.decode()


def test_it_begins_with_a_person_from_another_page(ana_asks: Client) -> None:
    html = ana_asks.get("/write/", {"name": "Sefo Tuilagi", "company": "Tram"}).content.decode()
    assert 'value="Sefo Tuilagi"' in html
    assert 'value="Tram"' in html


def test_it_needs_a_name_when_asked(ana_asks: Client) -> None:
    html = write(ana_asks, event="Museums & Web")
    assert "Whom is the note for?" in html
    assert 'aria-invalid="true" aria-describedby="name-mend"' in html
    assert 'value="Museums &amp; Web"' in html


def test_it_says_nothing_of_a_missing_name_while_one_types(ana_asks: Client) -> None:
    answer = ana_asks.post("/write/", {"event": "Tram"}, headers={"hx-request": "true"})
    assert "Whom is the note for?" not in answer.content.decode()


@pytest.mark.parametrize(
    ("day", "says"), [("tomorrow", "2026-11-19"), ("2999-01-01", "still to come")]
)
def test_it_says_how_to_mend_a_day(ana_asks: Client, day: str, says: str) -> None:
    assert says in write(ana_asks, **{**FACTS, "on": day})


def test_it_shows_markup_as_text(ana_asks: Client) -> None:
    html = write(ana_asks, **{**FACTS, "event": "<img src=x onerror=alert(1)>"})
    assert "<img" not in html


def test_it_says_once_what_is_left_out_and_in_words(ana_asks: Client) -> None:
    html = write(ana_asks, **{**FACTS, "event": "<img src=x onerror=alert(1)>"})
    assert html.count("Left out") == 1
    assert "encounters.0" not in html


@pytest.mark.parametrize("network", ["email", "card", "instagram", "xing", "facebook", "meetup"])
def test_it_has_an_answer_for_every_network(ana_asks: Client, network: str) -> None:
    assert "Advice" in write(ana_asks, **{**FACTS, "network": network})


class TestSecondLook:
    def test_it_names_what_no_fact_bears_out(self, ana_asks: Client) -> None:
        html = self.look(ana_asks, "Tomasz, it was good to meet you in Berlin.")
        assert '<mark class="untrue"' in html
        assert "Berlin" in html

    def test_it_is_content_with_what_was_told(self, ana_asks: Client) -> None:
        note = notes(write(ana_asks, **FACTS))[0]
        assert "Every claim in it stands in your facts" in self.look(ana_asks, note)

    def test_without_script_it_is_a_page_that_keeps_the_facts(self, ana_asks: Client) -> None:
        answer = ana_asks.post("/write/verify/", {**FACTS, "number": "2", "text-2": "See Berlin."})
        html = answer.content.decode()
        assert "<html" in html
        assert 'name="event" value="Museums &amp; Web"' in html
        assert "See Berlin." in html

    def test_it_needs_the_facts(self, ana_asks: Client) -> None:
        data = {"number": "1", "text": "Hello"}
        answer = ana_asks.post("/write/verify/", data, headers={"hx-request": "true"})
        assert answer.status_code == 204

    def test_it_refuses_other_methods(self, ana_asks: Client) -> None:
        assert ana_asks.get("/write/verify/").status_code == 405

    def look(self, client: Client, text: str) -> str:
        answer = client.post("/write/verify/", {**FACTS, "number": "1", "text": text},
                             headers={"hx-request": "true"})  # fmt: skip
        assert answer.status_code == 200
        return answer.content.decode()
