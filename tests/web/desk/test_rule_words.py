"""What the rules say on the page Check, in the language of who asks."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from redleaf.rules.catalogue import all_rules
from redleaf.web.desk.rule_words import in_language


def page_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_a_finding_is_told_in_german(ana_asks: Client) -> None:
    sent = {"text": "Accept my request. Send me the figures.", "name": "Mira", "kind": "note"}
    page = page_of(ana_asks.post("/check/", sent, headers={"Accept-Language": "de"}))
    assert "Das klingt wie ein Befehl" in page
    assert "Dasselbe klingt aus „Send me the figures“." in page
    assert "Mira würde fragen: Wer ist das" in page
    assert "Unhöflich" in page
    assert "The reader hears" not in page


def test_what_is_named_stays_as_it_is(db: Any) -> None:
    text = "(a+b) {c} % knows you well, and would wonder why you introduce yourself."
    with translation.override("fr"):
        said = in_language("boring/explanation-unnecessary", text)
    assert said.startswith("(a+b) {c} % vous connaît bien")


def test_the_engines_own_words_are_told_too(db: Any) -> None:
    with translation.override("es"):
        said = in_language(
            "boring/explanation-missing",
            "Give the place, the year or what you spoke of, such as “Ely”; a few words will do.",
        )
        nobody = in_language(
            "boring/explanation-unnecessary",
            "The reader knows you well, and would wonder why you introduce yourself.",
        )
    assert ", como «Ely»; bastan" in said
    assert nobody.startswith("La persona te conoce bien")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_is_told_anew(rule: Any) -> None:
    for text in (rule.message, rule.advice):
        with translation.override("de"):
            assert in_language(rule.name, text) != text
        with translation.override("en"):
            assert in_language(rule.name, text) == text


def test_what_no_rule_says_is_left() -> None:
    with translation.override("de"):
        assert in_language("rude/demand", "Ducks are fine.") == "Ducks are fine."
        assert in_language("rude/no-such-rule", "Ducks are fine.") == "Ducks are fine."
