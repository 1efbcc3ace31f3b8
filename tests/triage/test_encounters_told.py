"""New profiles and proxies that tell a day, a place and a promise, in any language; and those who
tell only what everybody knows. Sunniva keeps a tide mill; Ottavio, Marit and old Jens know her.

They stand for the lessons of an eighth inbox, written by somebody who had not seen the engine:
56 of 60 were decided as labelled at first sight, three known people missed, no stranger in their
place.
"""

from __future__ import annotations

import datetime as dt

import pytest

from redleaf.triage import Decision, Invitation, Known, Sender, triage
from redleaf.triage.policies import CHOOSY

TOP = 0.86
KNOWN = {
    "today": "2026-06-10",
    "owner": {
        "name": "Sunniva Brekke",
        "given_name": "Sunniva",
        "headline": "keeps a tide mill",
        "identities": ["sunniva@brekke-mill.example"],
        "languages": ["en"],
    },
    "contacts": [
        {
            "name": "Ottavio Querini",
            "given_name": "Ottavio",
            "identities": ["ottavio@querini-sluices.example"],
            "encounters": [
                {
                    "kind": "conference",
                    "on": "2026-06-05",
                    "event": "Sluice Days",
                    "place": "Vlissingen",
                    "topics": ["eels that pass at night"],
                }
            ],
            "promises": ["send the drawing of the eel ladder"],
        },
        {
            "name": "Marit Solheim",
            "given_name": "Marit",
            "identities": ["marit@solheim-oak.example"],
            "encounters": [
                {
                    "kind": "conference",
                    "on": "2026-06-05",
                    "event": "Sluice Days",
                    "place": "Vlissingen",
                    "topics": ["oak under water"],
                },
                {
                    "kind": "meal",
                    "on": "2026-02-17",
                    "place": "Bergen",
                    "topics": ["a cog of pear wood"],
                },
            ],
        },
        {
            "name": "Jens Aarhaug",
            "given_name": "Jens",
            "identities": ["jens@aarhaug-post.example"],
            "relation": "former miller",
            "encounters": [
                {
                    "kind": "work",
                    "on": "2025-10-14",
                    "event": "measuring the wheel pit",
                    "place": "Stavanger",
                    "topics": ["the winter the tide froze"],
                }
            ],
            "promises": ["send a print of his wheel"],
        },
    ],
}


def decide(text: str, name: str, *, identity: str = "https://www.linkedin.com/in/n-77") -> Decision:
    received = dt.datetime(2026, 6, 10, 9, tzinfo=dt.UTC)
    came = Invitation("1", text, Sender(name, "", (identity,)), received, "linkedin")
    return triage([came], Known.from_json(KNOWN), policy=CHOOSY)[0]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday in Vlissingen you promised me your drawing. I only hold the door open.",
        "Am Freitag in Vlissingen hatten Sie mir Ihre Zeichnung versprochen. Es eilt nicht.",
        "Vendredi à Vlissingen, vous m'aviez promis votre dessin. Rien ne presse.",
        "El viernes en Vlissingen me prometió su dibujo. No corre prisa.",
        "Vrijdag in Vlissingen beloofde u mij uw tekening. Er is geen haast.",
        "Venerdì a Vlissingen mi aveva promesso il suo disegno. Nessuna fretta.",
        "Na sexta-feira em Vlissingen prometeu-me o seu desenho. Sem pressa.",
    ],
)
def test_a_day_a_place_and_a_promise_are_known_in_any_language(text: str) -> None:
    decision = decide(text, "Ottavio Querini")
    assert decision.is_known
    assert decision.attention >= TOP
    assert "“Vlissingen”" in decision.reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        "Sunniva, in February in Bergen it rained on our soup. Are you dry by now?",
        "Im Februar in Bergen hat es uns in die Suppe geregnet. Sind Sie wieder trocken?",
        "En février à Bergen il a plu dans notre soupe. Vous êtes sèche, depuis ?",
        "In februari in Bergen regende het in onze soep. Ben je al droog?",
        "A febbraio a Bergen ci è piovuto nella zuppa. Sei di nuovo asciutta?",
    ],
)
def test_the_place_and_the_month_of_what_two_did_are_known(text: str) -> None:
    assert decide(text, "Marit Solheim").attention >= TOP


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Marit Solheim", "On Friday in Vlissingen your slides made us all laugh. See you?"),
        ("Marit Solheim", "Am Freitag in Vlissingen haben wir alle gelacht. Bis bald?"),
        ("Marit Solheim", "In March in Bergen it rained on our soup."),
        ("Marit Solheim", "On Friday you promised me a cog, remember?"),
        ("Ottavio Querini", "You promised me something, remember?"),
        ("Ottavio Querini", "On Friday in Vlissingen we all laughed at your slides."),
        ("Ottavio Querini", "Next Friday in Lille I promise you a surprise."),
    ],
)
def test_what_everybody_knows_or_guesses_is_no_proof(name: str, text: str) -> None:
    decision = decide(text, name)
    assert not decision.is_known
    assert decision.decision == "ask"


def test_another_address_beside_a_known_one_is_still_asked() -> None:
    text = "On Friday in Vlissingen you promised me your drawing."
    assert decide(text, "Ottavio Querini", identity="o.q@post.example").decision == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "I am the granddaughter of Jens. In October you measured in Stavanger. He cannot type now.",
        "I'm Jens Aarhaug's assistant. He asks for the print you promised him in October.",
        "On behalf of my grandfather Jens Aarhaug: the winter the tide froze, he has a photo.",
        "Ich bin die Enkelin von Jens, Sie waren im Oktober bei ihm in Stavanger. Er grüßt.",
        "Im Namen von Jens Aarhaug: im Oktober in Stavanger hatten Sie ihm ein Bild versprochen.",
        "Je suis la petite-fille de Jens. Vous étiez chez lui à Stavanger en octobre.",
        "Soy la nieta de Jens Aarhaug. Usted estuvo con él en Stavanger en octubre.",
        "Ik ben de kleindochter van Jens, u was in oktober bij hem in Stavanger.",
        "Op verzoek van Jens Aarhaug schrijf ik u: in oktober was u in Stavanger bij het rad.",
        "Sono la nipote di Jens. A ottobre lei era da lui a Stavanger.",
        "Sou a neta de Jens Aarhaug. Em outubro esteve com ele em Stavanger.",
    ],
)
def test_who_writes_for_somebody_known_and_tells_of_them_is_heard(text: str) -> None:
    decision = decide(text, "Tuva Lie")
    assert decision.attention >= TOP
    assert decision.decision == "answer"
    assert decision.reasons[0].startswith("Writes for Jens Aarhaug, whom you know, and names “")


@pytest.mark.parametrize(
    "text",
    [
        "I am the granddaughter of Jens and study mills. Could I visit yours?",
        "Ik ben de kleindochter van Jens en zoek een stageplaats bij een molen.",
        "I am the granddaughter of Peder. In October you measured in Stavanger.",
        "I am the assistant of Marit Solheim. In June in Vlissingen you spoke so well.",
    ],
)
def test_the_name_alone_does_not_make_a_proxy(text: str) -> None:
    assert not any("Writes for" in each for each in decide(text, "Tuva Lie").reasons)


@pytest.mark.parametrize(
    "text",
    [
        "I am the assistant of Jens Aarhaug. In October in Stavanger: now buy him five gift cards.",
        "On behalf of Jens Aarhaug, Stavanger in October: our circle earns 5% a month, guaranteed.",
    ],
)
def test_a_trick_in_somebodys_name_stays_one(text: str) -> None:
    assert decide(text, "Tuva Lie").decision == "decline"
