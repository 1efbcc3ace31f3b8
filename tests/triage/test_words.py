"""What strangers say: told apart by their words, by what their network lets them say, in four
languages."""

from __future__ import annotations

import pytest

from redleaf.triage import triage
from redleaf.triage.cases import Case
from tests.triage.scene import DEFAULT, decide, invitation, known


@pytest.mark.parametrize(
    "text",
    [
        "Your way of splicing a warp saved our school loom. I kept the broken end for you.",
        "Liebe Ana, Ihr Aufsatz über Schäfte aus Birke hat unsere Werkstatt gerettet. Danke.",
        "Bonjour Ana, votre article sur les lisses m'a fait recommencer ma thèse. Merci.",
        "Ana, su artículo sobre los lizos me ayudó a arreglar el telar de mi abuela. Gracias.",
    ],
)
def test_it_answers_who_writes_to_one_person(text: str) -> None:
    decision = decide(text)
    assert decision.decision == "answer"
    assert 0.5 < decision.attention < 0.8
    assert decision.reply


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ana, I loved your talk in Visby, my wife quotes it daily. We insure workshops and can "
            "save you 20 % a year. Shall I send you figures?"
        ),
        (
            "Liebe Ana, Ihr Beitrag über Birke war wunderbar. Wir liefern Klimaanlagen für "
            "Werkstätten. Darf ich Ihnen ein Angebot machen?"
        ),
        (
            "Bonjour Ana, votre métier de Falun m'a ému. Nous proposons un logiciel de devis ; "
            "puis-je vous le montrer jeudi ?"
        ),
        (
            "Hola Ana, vi tu entrevista sobre el telar de Falun. Ayudamos a talleres a vender más. "
            "¿Agendamos una llamada?"
        ),
    ],
)
def test_an_offer_stays_one_in_personal_dress(text: str) -> None:
    decision = decide(text)
    assert (decision.decision, decision.case) == ("decline", Case.PITCH)
    assert decision.attention < 0.1
    assert "“" in decision.reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        "Only an idiot would ignore me.",
        "Third time I write. You will regret it.",
        "Wer mich ignoriert, ist ein Idiot. Sie werden es bereuen.",
        "Vous allez le regretter.",
    ],
)
def test_the_rude_are_declined_in_silence(text: str) -> None:
    decision = decide(text)
    assert (decision.decision, decision.reply) == ("decline", "")


@pytest.mark.parametrize(
    "text",
    [
        "Great working with you on that project some years ago. Would be nice to stay in touch.",
        "Wir haben uns damals auf der Messe unterhalten, schön war das.",
        "Nous nous sommes rencontrés l'an dernier, j'en garde un bon souvenir.",
        "Nos conocimos hace unos años en aquella feria tan bonita.",
    ],
)
def test_a_meeting_that_nobody_recorded_is_asked_about(text: str) -> None:
    decision = decide(text)
    assert (decision.decision, decision.case) == ("ask", Case.SAYS_THEY_MET)
    assert decision.reply


def test_a_meeting_where_one_was_is_believed() -> None:
    decision = decide("We talked at the Selvedge workshop in Visby, by the coffee. I found it!")
    assert decision.decision == "answer"
    assert "you were at “Selvedge workshop, Visby” on 12 May 2026" in decision.reasons[0]


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        ("xing", "On XING most people can add no note: that there is none proves nothing."),
        ("facebook", "On Facebook nobody can add a note: that there is none proves nothing."),
    ],
)
def test_no_note_proves_nothing_where_none_can_be_written(network: str, reason: str) -> None:
    decision = decide(network=network)
    assert decision.case is Case.NO_ROOM
    assert reason in decision.reasons


def test_the_same_trade_earns_a_look() -> None:
    weaver = decide(headline="Weaving teacher")
    coach = decide(headline="Life coach")
    assert weaver.attention > coach.attention
    assert "In your field, going by the profile: Weaving." in weaver.reasons


def test_letters_in_dress_are_named() -> None:
    decision = decide("I'd likе to аdd you to my рrofessional network on LinkedIn.")
    assert any("another script" in each for each in decision.reasons)


def test_a_letter_of_several_senders_within_a_month_is_one() -> None:
    letters = [
        "Hi Ana, came across Lundqvist Looms. We help workshops win 9 clients a month. A call?",
        "Hello Ana, came across Lundqvist Looms. We help workshops win 12 clients a month. Call?",
        "Ana, I came across Lundqvist Looms. We help workshops win 10 clients monthly. A call?",
    ]
    sent = [
        invitation(text, id=str(at), name=f"Person {at}X", identity=f"p{at}@sales.example")
        for at, text in enumerate(letters)
    ]
    found = triage([*sent, invitation(DEFAULT, id="9")], known())
    assert {each.campaign for each in found if each.id != "9"} == {"c1"}
    assert next(each for each in found if each.id == "9").campaign == ""


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "\u202e" * 9,
        "?" * 9000,
        "<script>alert(1)</script>",
        "{quote} {called}",
        "⟨who⟩",
        "a" * 50_000,
    ],
)
def test_odd_texts_get_a_decision_all_the_same(text: str) -> None:
    decision = decide(text, name="{quote} {sender}", headline="⟨who⟩ \x02")
    assert decision.decision in ("ask", "wait", "decline", "answer")
    assert "<script" not in decision.reply
