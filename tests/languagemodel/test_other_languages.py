"""A model's notes in German, French and Spanish: asked for in that language, and judged in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from redleaf.languagemodel import ModelSettings
from redleaf.languagemodel.beside import draft_beside_model
from redleaf.languagemodel.fates import UNTRUE, Fit, Unfit, fate_of
from redleaf.languagemodel.manners import manners
from redleaf.languagemodel.request import request_for
from redleaf.languagemodel.vocabulary import everyday_words
from redleaf.notes.brief import Brief
from redleaf.writing import draft
from redleaf.writing.languages import languages
from redleaf.writing.verifier import verify
from tests.languagemodel.servers import model_server, says, sends, sleeps, writes

Settings = Callable[..., ModelSettings]
OTHERS = tuple(code for code in languages() if code != "en")
FACTS: dict[str, dict[str, Any]] = {
    "de": {
        "sender": {"name": "Ines Duarte", "headline": "stimmt Orgeln"},
        "encounter": {
            "event": "Salztage",
            "topics": ["die Fähre, die nie wendet"],
            "said": "ein langsamer Ofen verzeiht",
        },
    },
    "fr": {
        "sender": {"name": "Ines Duarte", "headline": "accorde des orgues"},
        "encounter": {
            "event": "Journées du sel",
            "topics": ["le bac qui ne fait jamais demi-tour"],
            "said": "un four lent pardonne",
        },
    },
    "es": {
        "sender": {"name": "Ines Duarte", "headline": "afina órganos"},
        "encounter": {
            "event": "Jornadas de la Sal",
            "topics": ["el transbordador que nunca gira"],
            "said": "un horno lento perdona",
        },
    },
}
GOOD = {
    "de": [
        (
            "Hallo Mira, letzten Donnerstag bei den Salztagen sprachen wir über die Fähre, die nie "
            "wendet. Sie geht mir nicht aus dem Kopf. Viele Grüße, Ines"
        ),
        (
            "Hallo Mira, dein Satz „ein langsamer Ofen verzeiht“ klingt bei mir nach. Ich stimme "
            "Orgeln und denke seitdem anders darüber nach. Ines"
        ),
    ],
    "fr": [
        (
            "Bonjour Mira, aux Journées du sel, nous avons parlé du bac qui ne fait jamais "
            "demi-tour. Je repense souvent à votre phrase : « un four lent pardonne ». Ines"
        ),
        (
            "Bonjour Mira, le bac qui ne fait jamais demi-tour me fait encore sourire. "
            "Je reprendrais volontiers cette conversation. Ines"
        ),
    ],
    "es": [
        (
            "Hola, Mira: en las Jornadas de la Sal hablamos del transbordador que nunca gira, y "
            "sigo pensando en ello. Un saludo, Ines"
        ),
        (
            "Hola, Mira: «un horno lento perdona», dijiste, y no se me olvida. Me gustaría seguir "
            "la conversación. Ines"
        ),
    ],
}
BAD = {
    "de": [
        ("Hallo Mira, die Fähre, die nie wendet, erinnert mich an Berlin. Ines", "Berlin"),
        ("Hallo Mira, die Fähre, die nie wendet: Wir haben den Vertrag unterschrieben.", "Vertrag"),
        (
            "Hallo Mira, deine Fähre, die nie wendet, geht mir nicht aus dem Kopf. Ines",
            "deine Fähre",
        ),
        ("Hallo Mira, meine Tochter denkt gern an die Fähre, die nie wendet. Ines", "Tochter"),
        ("Hallo Mira, über die Fähre, die nie wendet, sprachen wir nicht lange. Ines", "nicht"),
        ("Hallo Mira, ich schicke Ihnen gern die Fähre, die nie wendet. Ines", "Ihnen"),
        ("Hallo Mira, am 3. Mai sprachen wir über die Fähre, die nie wendet. Ines", ""),
    ],
    "fr": [
        ("Bonjour Mira, le bac qui ne fait jamais demi-tour me rappelle Lyon. Ines", "Lyon"),
        (
            "Bonjour Mira, je repense au bac qui ne fait jamais demi-tour. Nous avons signé. Ines",
            "signé",
        ),
        ("Bonjour Mira, votre bac qui ne fait jamais demi-tour me fait sourire. Ines", "votre bac"),
        ("Bonjour Mira, ma fille aime le bac qui ne fait jamais demi-tour. Ines", "fille"),
        ("Bonjour Mira, je repense à toi et au bac qui ne fait jamais demi-tour. Ines", "toi"),
        ("Bonjour Mira, le bac qui ne fait jamais demi-tour a 300 places. Ines", ""),
    ],
    "es": [
        ("Hola, Mira: el transbordador que nunca gira me recuerda a Cádiz. Ines", "Cádiz"),
        (
            "Hola, Mira: sigo pensando en el transbordador que nunca gira. Firmamos. Ines",
            "Firmamos",
        ),
        ("Hola, Mira: sigo pensando en tu transbordador. Ines", "tu"),
        ("Hola, Mira: a mi hija le gusta el transbordador que nunca gira. Ines", "hija"),
        ("Hola, Mira: le escribo a usted por el transbordador que nunca gira. Ines", "usted"),
        (
            "Hola, Mira: el 3 de mayo hablamos del transbordador, y sigo con ello. Ines",
            "",
        ),
    ],
}


def brief_in(code: str, **more: Any) -> Brief:
    facts = FACTS[code]
    recipient = {"name": "Mira Holt", "given_name": "Mira", "language": code}
    return Brief.from_json(
        {
            "today": "2026-11-19",
            "network": "email",
            "sender": facts["sender"],
            "recipient": {**recipient, **more},
            "encounters": [{"kind": "conference", "on": "2026-11-12", **facts["encounter"]}],
        }
    )


def test_every_language_that_notes_are_written_in_can_be_asked_for_and_judged() -> None:
    assert set(OTHERS) == set(GOOD)
    for code in OTHERS:
        assert len(everyday_words(code)) > 200
        assert all(manners(code, register) for register in ("close", "peer", "formal"))


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in GOOD for text in GOOD[code]])
def test_what_the_facts_bear_out_is_shown(code: str, text: str) -> None:
    fate = fate_of(text, brief_in(code))
    assert isinstance(fate, Fit), fate


@pytest.mark.parametrize(
    ("code", "text", "named"), [(code, *each) for code in BAD for each in BAD[code]]
)
def test_what_no_fact_holds_is_not_shown(code: str, text: str, named: str) -> None:
    fate = fate_of(text, brief_in(code))
    assert isinstance(fate, Unfit), text
    assert fate.reason == UNTRUE
    assert named in fate.why


@pytest.mark.parametrize("code", OTHERS)
def test_an_offline_note_would_pass_as_a_models(code: str) -> None:
    brief = brief_in(code)
    for each in draft(brief, n=9).drafts:
        assert isinstance(fate_of(each.text, brief), Fit), fate_of(each.text, brief)


def test_a_formal_letter_may_begin_without_the_name() -> None:
    brief = brief_in("fr", name="Mme Mira Holt", role="directrice", register="formal")
    text = "Madame la Directrice,\n\nJe repense au bac qui ne fait jamais demi-tour.\n\nInes Duarte"
    assert isinstance(fate_of(text, brief), Fit)
    assert isinstance(fate_of(text.replace("Madame la Directrice", "Cher ami"), brief), Unfit)


@pytest.mark.parametrize(
    ("code", "register", "told"),
    [
        ("de", "peer", "beginne mit „Hallo“"),
        ("de", "formal", "„Guten Tag“ und dem ganzen Namen"),
        ("fr", "close", "Tutoie"),
        ("fr", "formal", "Vouvoie"),
        ("es", "formal", "De usted"),
    ],
)
def test_a_model_is_told_the_manners_in_the_readers_language(
    code: str, register: str, told: str, settings_for: Settings
) -> None:
    with model_server(writes(GOOD[code])) as server:
        request = request_for(brief_in(code, register=register), settings_for(server))
    assert told in request.system


@pytest.mark.parametrize("code", OTHERS)
def test_its_notes_stand_beside_the_offline_ones(code: str, settings_for: Settings) -> None:
    bad = BAD[code][0][0]
    with model_server(writes([GOOD[code][0], bad])) as server:
        beside = draft_beside_model(brief_in(code), settings_for(server))
    assert len(server.requests) == 1
    assert [each.text for each in beside.by_model] == [GOOD[code][0]]
    assert bad in [each.text for each in beside.drafting.declined]
    assert all(verify(brief_in(code), each.text).supported for each in beside.drafting.drafts)


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize(
    "behaviour",
    [sends(), says("Es tut mir leid, das kann ich nicht."), sleeps(3)],
    ids=["gone", "refuses", "silent"],
)
def test_a_bad_server_costs_no_offline_note(
    code: str, behaviour: Any, settings_for: Settings
) -> None:
    brief = brief_in(code)
    with model_server(behaviour) as server:
        beside = draft_beside_model(brief, settings_for(server, seconds=1))
    assert [each.text for each in beside.drafting.drafts] == [
        each.text for each in draft(brief).drafts
    ]
    assert beside.said


@pytest.mark.parametrize("code", OTHERS)
def test_english_is_not_shown_to_who_reads_another_language(code: str) -> None:
    text = "Hi Mira, I keep thinking about what you said at Salt Days. Best wishes, Ines"
    assert isinstance(fate_of(text, brief_in(code)), Unfit)
