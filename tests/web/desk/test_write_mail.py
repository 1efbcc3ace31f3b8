"""The page Write: subjects of mails, the mail beside an invitation, the question, a repair."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

FACTS = {
    "name": "Mira Holt",
    "kind": "conference",
    "event": "Salt Days",
    "topic": "bells that crack in frost",
    "my_name": "Ines Duarte",
    "network": "linkedin",
}


def write(client: Client, **facts: Any) -> str:
    answer = client.post("/write/", {**FACTS, **facts})
    assert answer.status_code == 200
    return answer.content.decode()


def mail(html: str) -> str:
    """The text of the mail that would be copied, or ""."""
    found = re.search(r'data-text="([^"]*)" class="note" id="mail"', html)
    return unescape(found[1]) if found else ""


def test_an_invitation_has_a_mail_beside_it(ana_asks: Client) -> None:
    html = write(ana_asks)
    assert "The mail that goes with the invitation" in html
    assert "LinkedIn" in mail(html)
    assert mail(html).endswith("Ines Duarte")
    assert 'id="mail-subject"' in html


def test_it_opens_in_your_mail_with_its_subject_where_an_address_is_known(ana_asks: Client) -> None:
    html = write(ana_asks, link="mira@holt.example")
    address = re.search(r'href="(mailto:[^"]*)"', html)
    assert address
    parts = urlsplit(unescape(address[1]))
    told = parse_qs(parts.query)
    assert parts.path == "mira@holt.example"
    assert told["subject"][0]
    assert told["body"][0].replace("\r\n", "\n") == mail(html)


@pytest.mark.parametrize(
    "link", ["", "https://www.linkedin.com/in/mira-h", "@mira@weir.example", "linkedin.com/in/@m"]
)
def test_it_is_copied_where_no_address_is_known(ana_asks: Client, link: str) -> None:
    html = write(ana_asks, link=link)
    assert mail(html)
    assert "mailto:" not in html


def test_it_comes_first_where_nobody_would_know_whose_invitation_it_is(ana_asks: Client) -> None:
    told = {"kind": "", "event": "", "topic": "", "noticed": "The quiet kiln"}
    html = write(ana_asks, network="xing", recognition="unknown", **told)
    assert "Write an e-mail first." in html
    assert '<details class="more mail" open>' in html


@pytest.mark.parametrize(
    "changed", [{"network": "email"}, {"aim": "thank"}, {"recognition": "close"}]
)
def test_there_is_none_where_nothing_invites(ana_asks: Client, changed: dict[str, str]) -> None:
    assert mail(write(ana_asks, **changed)) == ""


def test_a_letter_shows_its_subject(ana_asks: Client) -> None:
    html = write(ana_asks, network="email", link="mira@holt.example")
    subjects = re.findall(r'id="subject-\d" data-text="([^"]*)"', html)
    assert len(subjects) == 3
    assert all(subjects)
    assert "subject=Hello" not in html


def test_a_note_shows_none(ana_asks: Client) -> None:
    assert 'id="subject-1"' not in write(ana_asks)


def test_it_puts_the_question_that_the_user_asks(ana_asks: Client) -> None:
    html = write(ana_asks, aim="ask-advice", ask="how you dry green oak")
    notes = re.findall(r'id="draft-\d" data-text="([^"]*)"', html)
    assert notes
    assert all("how you dry green oak" in note for note in notes)
    assert 'href="#ask"' in html


def test_it_asks_for_the_question_where_there_is_none(ana_asks: Client) -> None:
    html = write(ana_asks, aim="ask-advice", event="", topic="", kind="")
    assert '<label for="ask">What would you ask Mira, in one question?</label>' in html


def test_it_mends_what_went_out_already(ana_asks: Client) -> None:
    html = write(ana_asks, went_out="default")
    assert "do not withdraw it" in html
    assert "nvit" in mail(html)


def test_it_shows_markup_in_a_mail_as_text(ana_asks: Client) -> None:
    html = write(ana_asks, network="email", event="Salt <b>Days</b>", my_name="Ines <i>D</i>")
    assert "<b>Days" not in html
    assert "<i>D" not in html


class TestWhileOneTypes:
    """With htmx the mail waits until it is opened: the notes are there sooner."""

    part: ClassVar = {"hx-request": "true"}

    def test_the_notes_come_without_it(self, ana_asks: Client) -> None:
        html = ana_asks.post("/write/", FACTS, headers=self.part).content.decode()
        assert "The mail that goes with the invitation" in html
        assert 'hx-post="/write/mail/"' in html
        assert mail(html) == ""

    def test_it_is_the_same_mail_once_it_is_opened(self, ana_asks: Client) -> None:
        html = ana_asks.post("/write/mail/", FACTS, headers=self.part).content.decode()
        assert mail(html) == mail(write(ana_asks)) != ""

    def test_what_comes_first_is_there_at_once(self, ana_asks: Client) -> None:
        told = {"name": "Mira Holt", "network": "xing", "recognition": "unknown", "noticed": "Rust"}
        html = ana_asks.post("/write/", told, headers=self.part).content.decode()
        assert "The mail to write first" in html
        assert mail(html)

    @pytest.mark.parametrize("changed", [{"network": "email"}, {"aim": "thank"}, {"name": ""}])
    def test_nothing_waits_where_nothing_invites(
        self, ana_asks: Client, changed: dict[str, str]
    ) -> None:
        html = ana_asks.post("/write/", {**FACTS, **changed}, headers=self.part).content.decode()
        assert "/write/mail/" not in html

    def test_without_a_name_nothing_changes(self, ana_asks: Client) -> None:
        answer = ana_asks.post("/write/mail/", {**FACTS, "name": ""}, headers=self.part)
        assert answer.status_code == 204

    def test_without_script_it_is_the_whole_page(self, ana_asks: Client) -> None:
        html = ana_asks.post("/write/mail/", FACTS).content.decode()
        assert "<html" in html
        assert mail(html)

    def test_it_is_not_fetched_by_an_address(self, ana_asks: Client) -> None:
        assert ana_asks.get("/write/mail/").status_code == 405
