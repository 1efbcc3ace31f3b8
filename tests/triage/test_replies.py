"""Ready answers: in the language of the note, claiming nothing, silent where silence is better."""

from __future__ import annotations

import pytest

from redleaf.notes.brief import Brief, Recipient, Sender
from redleaf.triage import Known, triage
from redleaf.triage.replies.acts import Act, act_of
from redleaf.triage.replies.frames import LANGUAGES, Turns, frames
from redleaf.writing.verifier import Verifier
from tests.triage.scene import DEFAULT, KNOWN, LINKEDIN, decide, invitation

ALL = [
    (language, heading, line)
    for language in LANGUAGES
    for heading, lines in frames(language).items()
    for line in lines
]


OPENINGS = {
    "en": "Hello Dagny, thank you for writing.",
    "de": "Hallo Dagny, danke fürs Schreiben.",
    "fr": "Bonjour Dagny, merci de m'avoir écrit.",
    "es": "Hola, Dagny. Gracias por escribir.",
}


@pytest.mark.parametrize(("language", "heading", "line"), ALL)
def test_no_frame_claims_anything(language: str, heading: str, line: str) -> None:
    promises = ("send the list of reed makers",) if heading.startswith("owed") else ()
    who = Recipient("Dagny Moe", language=language)
    brief = Brief(who, Sender("Ana Lundqvist"), promises=promises)
    text = line.replace("{called}", "Dagny").replace("{name}", "Dagny Moe")
    text = text.replace("{sender}", "Dagny Moe").replace("{quote}", "…")
    text = text if heading.startswith("greeting") else f"{OPENINGS[language]} {text}"
    assert [each.text for each in Verifier(brief).verify(text).unsupported] == []


def test_every_language_has_the_same_headings() -> None:
    headings = [{each.removesuffix(" formal") for each in frames(one)} for one in LANGUAGES]
    assert all(each == headings[0] for each in headings)
    assert all(each in frames(one) for one in LANGUAGES for each in headings[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DEFAULT, "?"),
        ("Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.", "woher"),
        ("J'aimerais vous ajouter à mon réseau professionnel sur LinkedIn.", "connaissons"),
        ("Me gustaría añadirte a mi red profesional en LinkedIn.", "conocemos"),
    ],
)
def test_it_asks_in_the_language_of_the_note(text: str, words: str) -> None:
    decision = decide(text)
    assert decision.decision == "ask"
    assert words in decision.reply.lower()


def test_it_takes_up_their_own_words() -> None:
    decision = decide("Ana, your splice saved our school loom. I kept the broken end for you.")
    assert "“your splice saved our school loom”" in decision.reply
    assert decision.reply.endswith("Ana")


def test_what_it_quotes_cannot_break_out() -> None:
    decision = decide("Your splice saved our loom {sender} at https://x.example/?token=1. Thanks!")
    assert "https" not in decision.reply
    assert "{sender}" not in decision.reply


def test_a_promise_is_answered_from_the_memory() -> None:
    ben = {**KNOWN["contacts"][0], "promises": ["send the list of reed makers"]}
    known = Known.from_json({**KNOWN, "contacts": [ben]})
    decision = triage([invitation(DEFAULT, identity=f"{LINKEDIN}ben-oyelaran")], known)[0]
    assert decision.decision == "answer"
    assert "list of reed makers" in decision.reply


def test_it_says_when_the_answer_is_the_users_to_write() -> None:
    decision = decide("来週、織機を見に行ってもいいですか。", identity=f"{LINKEDIN}ben-oyelaran")
    assert (decision.decision, decision.reply) == ("answer", "")
    assert decision.reasons[-1].startswith("The answer is yours")


def test_it_greets_by_the_whole_name_where_the_given_one_is_doubtful() -> None:
    assert "Fabian Rosario" in decide("What we do not know: hello.", name="Fabian Rosario").reply


def test_turns_take_the_least_taken() -> None:
    turns = Turns()
    assert sorted(turns.take("abc", 1) for _ in range(6)) == list("aabbcc")


@pytest.mark.parametrize("owner", ["Mira Sand", "Miranda Voss", "Torvin Halberg", "Ida Quandt"])
@pytest.mark.parametrize("sender", ["Tom Bell", "Mirabel Torvinsen", "Mira Quandt", "Torvin Bell"])
def test_a_question_greets_them_and_is_signed_by_the_owner(owner: str, sender: str) -> None:
    known = Known.from_json({"owner": {"name": owner, "languages": ["en"]}})
    called, signed = sender.split()[0], owner.split()[0]
    for at in range(9):
        reply = triage([invitation(DEFAULT, name=sender, id=str(at))], known)[0].reply
        assert called in reply.split(",")[0]
        assert reply.endswith(f"? {signed}")


PRAISE = "Ana, your lecture on tablet weaving in Visby was the best I heard."


@pytest.mark.parametrize(
    "question",
    [
        "Could we ask you for two days of your time in March?",
        "Can I send you a bill for the yarn?",
        "May I send you our price list for the looms?",
        "Can we show it on television without your name?",
        "Shall I give the key to your landlord?",
        "May I pass your number on to our insurer?",
        "Darf ich Sie um zwei Tage im März bitten?",
        "Darf ich Ihnen eine Rechnung schicken?",
        "Puis-je vous demander deux jours en mars ?",
        "¿Puedo preguntarle cuánto cobra por dos días?",
    ],
)
def test_what_is_asked_for_is_no_offer(question: str) -> None:
    text = f"{PRAISE} {question}"
    assert act_of(text, question, recalls=False) is Act.QUESTION
    assert "yes" not in decide(text).reply.lower()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("May I send you our draft of the band from 1790?", "let you know"),
        ("Shall I bring you a copy of the 1790 pattern book?", "let you know"),
        ("Darf ich Ihnen das Muster von 1790 schicken?", "Bescheid"),
        ("Puis-je vous envoyer une photo du métier de 1790 ?", "dirai|courant"),
        ("¿Puedo enviarle una foto del telar de 1790?", "diré"),
    ],
)
def test_an_offer_is_thanked_for_and_left_to_the_user(question: str, words: str) -> None:
    reply = decide(question, identity=f"{LINKEDIN}ben-oyelaran").reply
    assert any(each in reply for each in words.split("|"))
    assert act_of(question, question, recalls=False) is Act.OFFERED


@pytest.mark.parametrize(
    "text",
    [
        "Ana, my mother died last week. She wove on the loom that you mended, and spoke of you.",
        "Ana, meine Großmutter ist im Mai gestorben. Sie hat auf Ihrem Webstuhl gewebt.",
        "Ana, ma tante Odile est décédée lundi. Elle tissait sur le métier que vous avez réparé.",
        "Ana, mi abuela ha fallecido este lunes. Tejía en el telar que usted reparó en Visby.",
    ],
)
def test_who_lost_somebody_gets_a_word_of_sympathy(text: str) -> None:
    reply = decide(text, identity=f"{LINKEDIN}ben-oyelaran").reply
    lines = [line for one in LANGUAGES for line in frames(one)["sad"]]
    lines += [line for one in LANGUAGES for line in frames(one).get("sad formal", ())]
    assert any(line in reply for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "Ana, we lost him in the fog, our guide, and laughed for an hour; the loom got home dry.",
        "Ana, my brother died in 1987, and his band loom from Falun now stands in our hall.",
        "Ana, after the funeral I found the shuttle you carved for Aunt Sif in Falun in 1990.",
    ],
)
def test_where_a_death_is_in_doubt_the_answer_is_the_users(text: str) -> None:
    decision = decide(text, identity=f"{LINKEDIN}ben-oyelaran")
    assert (decision.decision, decision.reply) == ("answer", "")
    assert decision.reasons[-1].startswith("It may speak of a death (“")


def test_a_funeral_march_is_music() -> None:
    text = "Ana, I wove the cloth for the funeral march that you hummed at the Falun loom in 2019."
    reply = decide(text, identity=f"{LINKEDIN}ben-oyelaran").reply
    assert reply
    assert "sorry" not in reply
