"""The page Check."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

DEFAULT_TEXT = "I'd like to add you to my professional network on LinkedIn."
DEMAND = "Hi Mira,\r\n\r\nAccept my request. I need you to call me back this week."


def check(client: Client, text: str, **more: Any) -> str:
    """The page that answers to a text."""
    answer = client.post("/check/", {"text": text, "network": "linkedin", "kind": "note", **more})
    assert answer.status_code == 200
    return answer.content.decode()


def live(client: Client, text: str, **more: Any) -> str:
    """What changes on the page while one types."""
    answer = client.post("/check/", {"text": text, "network": "linkedin", "kind": "note", **more},
                         headers={"hx-request": "true"})  # fmt: skip
    assert answer.status_code == 200
    return answer.content.decode()


def keys(html: str) -> list[str]:
    """What would be allowed by the buttons on the page."""
    return [unescape(key) for key in re.findall(r'name="allow" value="([^"]*)"', html)]


def test_it_names_the_default_text(ana_asks: Client) -> None:
    html = check(ana_asks, DEFAULT_TEXT)
    assert "A default text." in html
    assert "59 of 200" in html


def test_it_marks_the_finding_inside_the_text(ana_asks: Client) -> None:
    html = check(ana_asks, DEMAND)
    assert '<mark class="rude"' in html
    assert 'href="#f1"' in html
    assert 'id="f1"' in html


def test_it_counts_a_line_end_once(ana_asks: Client) -> None:
    html = check(ana_asks, DEMAND)
    start = int(re.search(r'data-start="(\d+)"', html).group(1))  # type: ignore[union-attr]
    assert DEMAND.replace("\r\n", "\n")[start:].startswith("Accept")


def test_it_answers_with_the_changes_alone_while_one_types(ana_asks: Client) -> None:
    html = live(ana_asks, DEFAULT_TEXT)
    assert "A default text." in html
    assert "<html" not in html
    assert html.count("hx-swap-oob") == 7


def test_it_has_nothing_to_say_of_nothing(ana_asks: Client) -> None:
    html = check(ana_asks, "")
    assert "How does your note read?" in html
    assert "How these are counted" not in html


def test_it_leaves_a_finding_aside_that_is_allowed(ana_asks: Client) -> None:
    html = check(ana_asks, DEMAND)
    found = keys(html)
    after = check(ana_asks, DEMAND, allow=found[0])
    assert keys(after) == [key for key in found if key != found[0]]
    assert "Look again" in after


def test_it_follows_the_user_in_its_verdict(ana_asks: Client) -> None:
    html = check(ana_asks, DEFAULT_TEXT)
    assert "A default text." in html
    allowed: list[str] = []
    while new := [key for key in keys(html) if key not in allowed]:
        allowed += new
        html = check(ana_asks, DEFAULT_TEXT, allowed=allowed)
        assert "A default text." not in html
    assert "No findings" in html
    assert html.count(", 100</span>") == 3


def test_it_looks_again_when_asked(ana_asks: Client) -> None:
    found = keys(check(ana_asks, DEMAND))
    assert keys(check(ana_asks, DEMAND, allowed=found, look_again="1")) == found


def test_it_takes_an_advice(ana_asks: Client) -> None:
    text, reader = "Dear Tomas,\n\nwe met in Porto.", {"name": "Tomasz Zieliński"}
    html = check(ana_asks, text, **reader)
    number = re.search(r'name="fix" value="(\d+)"', html)
    assert number
    assert "Dear Tomasz," in check(ana_asks, text, fix=number.group(1), **reader)


@pytest.mark.parametrize("number", ["²", "-1", "99", "one"])
def test_an_advice_that_is_not_there_changes_nothing(number: str, ana_asks: Client) -> None:
    assert "we met in Porto.</textarea>" in check(ana_asks, "we met in Porto.", fix=number)


def test_it_takes_all_parts_of_an_advice_at_once(ana_asks: Client) -> None:
    html = check(ana_asks, "We\u200b met in\u2060 Porto.")
    number = re.search(r'name="fix" value="(\d+)"', html)
    assert number
    fixed = check(ana_asks, "We\u200b met in\u2060 Porto.", fix=number.group(1))
    assert "We met in Porto.</textarea>" in fixed


def test_it_knows_who_reads_when_told(ana_asks: Client) -> None:
    wave = "Duuuude, wasssup"
    assert "No findings" in check(ana_asks, wave, name="Sef", recognition="close")
    assert "No findings" not in check(ana_asks, wave, name="Sef", recognition="unknown")


def test_it_doubts_a_meeting_only_when_told_there_was_none(ana_asks: Client) -> None:
    text = "Tomasz, we met in Porto last Thursday. Your rails sing."
    assert 'class="untrue"' not in check(ana_asks, text, name="Tomasz")
    assert 'class="untrue"' in check(ana_asks, text, name="Tomasz", recognition="unknown")


def test_it_says_what_is_too_long(ana_asks: Client) -> None:
    html = check(ana_asks, "We talked about river ice. " * 9)
    assert "43 too many" in html


@pytest.mark.parametrize("network", ["email", "mastodon", "xing", "linkedin-premium"])
def test_it_knows_every_network(ana_asks: Client, network: str) -> None:
    assert check(ana_asks, "We met in Porto.", network=network)


def test_it_shows_markup_as_text(ana_asks: Client) -> None:
    html = check(ana_asks, "</textarea><script>alert(1)</script> Accept my request.")
    assert "<script>alert" not in html
    assert "&lt;/textarea&gt;" in html


def test_it_keeps_a_text_that_is_far_too_long_in_its_field(ana_asks: Client) -> None:
    html = check(ana_asks, "river ice " * 2_500)
    assert "Check it in parts." in html
    assert html.count("river ice ") >= 2_500


@pytest.mark.parametrize("field", ["network", "kind", "recognition"])
def test_it_bears_a_choice_it_does_not_know(ana_asks: Client, field: str) -> None:
    answer = ana_asks.post("/check/", {"text": DEFAULT_TEXT, field: "nonsense"})
    assert answer.status_code == 200


def test_it_bears_every_code_point(ana_asks: Client) -> None:
    assert check(ana_asks, "Hi \U0001f341 \u202e \u0000 ﷽ 李小龙 \ud7ff")


def test_it_refuses_other_methods(ana_asks: Client) -> None:
    assert ana_asks.put("/check/").status_code == 405
