"""What the engine says in English, retold in the language of who asks."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest
from django.test import Client
from django.utils import translation

import redleaf
from redleaf.networks import network
from redleaf.web import keyring_words
from redleaf.web.contacts import likeness
from redleaf.web.contacts.models import Encounter
from redleaf.web.contacts.selectors.lines import met_in_words
from redleaf.web.desk import engine_words
from redleaf.web.inbox import reasons
from redleaf.writing.budget import budget_on, left_in_words
from tools.messages import WEB

ENGINE = WEB.parent
# Where the engine puts a sentence together from pieces.
PUT_TOGETHER = re.compile(
    r"\{\}|(?<=[\w”])(?=: give|: \{)|(?<=, )(?=by e-mail)|(?<=by e-mail)"
    r"|(?<=last met )(?=[io]n )|(?<= )(?=most people can|nobody can)|(?<=note)(?=: that there)"
    r"|(?<=note names)(?= )|(?<=”)(?= on |\.)|(?<=\))(?=\.)|(?<=you were at )|(?<=have been at )"
    r"|(?<=ame name)(?=, other)|(?<=^You )(?=answer|accept|let in)|(?<= )(?=people whose headline)"
)
LISTED = [
    *likeness._REASONS,
    *engine_words._WHY,
    *engine_words._REASONS,
    *reasons._REASONS,
    *keyring_words._FAULTS,
    *sorted(reasons._SEEN),
]


@pytest.mark.parametrize("sentence", LISTED)
def test_the_engine_says_it_still(sentence: str) -> None:
    for piece in PUT_TOGETHER.split(plain(sentence)):
        assert piece in said_by_the_engine()


@pytest.mark.parametrize("used", range(7))
def test_how_many_notes_are_left(used: int) -> None:
    today = dt.date(2026, 11, 20)
    days = [today - dt.timedelta(days=each) for each in range(used)]
    budget = budget_on(network("linkedin"), days, today, of=5)
    assert budget is not None
    with translation.override("de"):
        said = engine_words.why_in_language(left_in_words(budget, today))
    assert "Nachrichten bei LinkedIn" in said
    assert not re.search(r"\b(notes|free|December)\b", said)


def test_several_sentences_are_retold_one_by_one() -> None:
    with translation.override("fr"):
        said = engine_words.why_in_language(
            "Mira may not place you: begin with what you share. 3 of 5 LinkedIn notes left."
        )
    assert said == (
        "Mira ne vous situe peut-être pas\u00a0: commencez par ce que vous partagez. "
        "Il reste 3 mots sur 5 pour LinkedIn."
    )


def test_reasons_of_a_pair_stand_in_a_list() -> None:
    told = ["the same name", "the same e-mail address jo@x.example", "Jo and Joe differ"]
    assert likeness.likeness_in_words(told) == (
        "The same name, the same e-mail address jo@x.example, Jo and Joe differ."
    )
    with translation.override("es"):
        assert likeness.likeness_in_words(told) == (
            "El mismo nombre, la misma dirección de correo jo@x.example, Jo y Joe son distintos."
        )
    assert likeness.likeness_in_words([]) == ""


def test_the_reason_of_a_verdict_is_retold(ana_asks: Client) -> None:
    text = "Tomasz, at Museums & Web you said nobody tests with the rain on."
    reason = redleaf.check(text, network="linkedin").reason
    answer = ana_asks.post("/check/", {"text": text}, headers={"Accept-Language": "es"})
    assert reason not in answer.content.decode()
    assert "comparten estos dos" in answer.content.decode()


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "Jo Dahl wrote to you 3 times; you answered once.",
            "Jo Dahl hat dir 3-mal geschrieben; du hast einmal geantwortet.",
        ),
        (
            "Your calendar has them in “Kiln talk” on 3 May 2026.",
            "In deinem Kalender steht diese Person am 3. Mai 2026 unter „Kiln talk“.",
        ),
        (
            "Same name, other profile: Mira Holt is not known to you by this one.",
            "Derselbe Name, aber das Profil ist anders: So kennst du Mira Holt nicht.",
        ),
        (
            "You let in who says why: wait 14 days, then decline.",
            "Du lässt herein, wer sagt, warum: 14 Tage warten, dann ablehnen.",
        ),
        (
            "This is the text LinkedIn writes by itself.",
            "Das ist der Text, den LinkedIn von selbst schreibt.",
        ),
        ("It promises money: “ten a day: “sure””.", "Es verspricht Geld: „ten a day: “sure”“."),
        ("They name “ash” and “rain”, as you have it.",
         "Genannt wird „ash“ und „rain“, so wie du es hast."),
    ],
)  # fmt: skip
def test_why_an_invitation_stands_where_it_stands(english: str, german: str) -> None:
    assert reasons.why_here(english) == english
    with translation.override("de"):
        assert reasons.why_here(english) == german


def test_an_event_without_a_name_is_said_in_the_language_of_who_asks() -> None:
    met = Encounter(kind="conference", event="a conference")
    assert met_in_words(met) == "met at a conference"
    with translation.override("de"):
        assert met_in_words(met) == "auf einer Konferenz getroffen"


@cache
def said_by_the_engine() -> str:
    files = (each for each in ENGINE.rglob("*.py") if WEB not in each.parents)
    return "\n".join(plain(each.read_text()) for each in files)


def plain(text: str) -> str:
    """Strings in several pieces as one, and slots without what fills them."""
    joined = re.sub(r'"\s*\n\s*f?"', "", text)
    return re.sub(r"\{[^{}\n]*\}", "{}", joined)
