"""Ready answers: in the language of the note, claiming nothing, silent where silence is better."""

from __future__ import annotations

import pytest

from redleaf.notes.brief import Brief, Recipient, Sender
from redleaf.triage import Known, triage
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
