"""Do I know them? Asked before a word of the note is weighed."""

from __future__ import annotations

import pytest

from tests.triage.scene import DEFAULT, LINKEDIN, decide

TOP = 0.8


@pytest.mark.parametrize(
    "identity",
    [
        f"{LINKEDIN}ben-oyelaran",
        "http://linkedin.com/in/Ben-Oyelaran/?trk=invite",
        "https://de.linkedin.com/in/ben-oyelaran",
        "BEN@oyelaran-dyes.example",
    ],
)
@pytest.mark.parametrize("text", ["", DEFAULT])
def test_it_knows_an_identity_however_it_is_written(identity: str, text: str) -> None:
    decision = decide(text, name="Benjamin O.", identity=identity)
    assert (decision.is_known, decision.decision) == (True, "accept")
    assert decision.attention > TOP
    assert decision.reasons[0] == "You know Ben Oyelaran: friend, last letter on 10 May 2026."


def test_it_answers_what_somebody_known_has_to_say() -> None:
    decision = decide(
        "The indigo vat has frozen. Come and see?", identity=f"{LINKEDIN}ben-oyelaran"
    )
    assert decision.decision == "answer"


def test_a_colleague_is_known_by_the_address() -> None:
    decision = decide(DEFAULT, identity="d.moe@lundqvist-looms.example")
    assert decision.decision == "accept"
    assert decision.reasons[0] == "Writes from lundqvist-looms.example, as you do."


@pytest.mark.parametrize(
    ("name", "identity"),
    [("Idris Kane", "idris@kane-cloth.example"), ("Maud Sørli", f"{LINKEDIN}maud-s")],
)
def test_the_calendar_knows_who_was_there(name: str, identity: str) -> None:
    decision = decide(name=name, identity=identity)
    assert decision.decision == "accept"
    assert "“Selvedge workshop, Visby” on 12 May 2026" in decision.reasons[0]


def test_a_new_profile_is_known_by_what_only_the_two_can_tell() -> None:
    text = "Falun, 2015, and that pedal of elm: I kept the broken one. It is yours."
    decision = decide(text, name="Greta Bauer")
    assert (decision.decision, decision.is_known) == ("answer", True)
    assert "Greta Holmqvist-Bauer" in decision.reasons[0]
    assert "“a pedal made of elm”" in decision.reasons[0]


@pytest.mark.parametrize("text", ["", DEFAULT, "I have news for you, write to me here."])
def test_a_known_name_alone_is_nobody_known(text: str) -> None:
    decision = decide(text, name="Ben Oyelaran")
    assert decision.decision == "ask"
    assert not decision.is_known
    assert decision.attention < 0.5
    assert decision.reasons[0].startswith("Same name, other profile: Ben Oyelaran")
    assert decision.reply == ""


def test_a_known_topic_opens_no_door_to_another_profile_of_who_has_one_here() -> None:
    decision = decide(
        "Warp & Weft was grand, and so was the talk of why indigo smells of barns. New profile!",
        name="Ben Oyelaran",
    )
    assert decision.decision == "ask"


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Веn Oyelaran", f"{LINKEDIN}ben-oye"),
        ("Ben 0yelaran", f"{LINKEDIN}ben-oye"),
        ("Ben Oyelaran", f"{LINKEDIN}ben-oye1aran"),
        ("Ben Oyelarn", f"{LINKEDIN}b-oyelarn"),
        ("Ben Oyelaran", "ben@oyelaran-dyees.example"),
        ("Dagny Moe", "dagny@lundqvist-1ooms.example"),
        ("Ana Lundqvist", f"{LINKEDIN}ana-lundqvist-official"),
    ],
)
def test_it_names_who_is_imitated(name: str, identity: str) -> None:
    decision = decide(DEFAULT, name=name, identity=identity)
    assert decision.decision in ("ask", "decline")
    assert decision.attention < 0.2
    assert not decision.is_known


def test_a_trick_under_a_known_name_is_declined_without_an_answer() -> None:
    decision = decide("Ana, buy me five gift cards before noon.", name="Ben Oyelaran")
    assert (decision.decision, decision.reply) == ("decline", "")
    assert "It says “gift cards”, as tricksters do." in decision.reasons


def test_a_request_for_money_from_somebody_known_says_to_ask_back() -> None:
    decision = decide("Ana, an urgent payment is due.", identity=f"{LINKEDIN}ben-oyelaran")
    assert decision.attention > TOP
    assert any("ask back by another way" in each for each in decision.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Ben Oyelaran told me that you mend looms nobody else will touch. Ours is from 1790.",
        "Ben hat mir gesagt, dass Sie Webstühle reparieren, an die sich keiner traut.",
        "C'est Ben qui m'a parlé de vous : notre métier à tisser de 1790 a perdu une pédale.",
        "Ben me dijo que usted repara telares viejos. El nuestro es de 1790.",
        "I write at the suggestion of Ben Oyelaran, who dyes our wool.",
    ],
)
def test_it_knows_who_was_sent_by_somebody_known(text: str) -> None:
    decision = decide(text)
    assert decision.decision == "answer"
    assert decision.attention > TOP
    assert "Ben Oyelaran" in decision.reasons[0]


def test_an_introducer_nobody_knows_is_asked_about() -> None:
    decision = decide("Peter told me you are the person to talk to.")
    assert decision.decision == "ask"
    assert "Peter" in decision.reply


def test_a_sales_letter_that_drops_a_name_is_a_sales_letter() -> None:
    text = "Ben Oyelaran told me about you! We help workshops win 10 clients a month. A quick call?"
    assert decide(text).decision == "decline"


def test_the_users_own_verdict_wins() -> None:
    text = "Ana, your way with the Falun loom moved me. I have a gift for you, nothing asked."
    decision = decide(text, name="Cleo Varga", identity=f"{LINKEDIN}cleo-varga-deals")
    assert decision.decision == "decline"
    assert decision.reasons == (
        "You decided about Cleo Varga on 4 January 2026: decline (“asked her to stop”).",
    )


def test_who_only_ever_wrote_is_not_known() -> None:
    decision = decide(DEFAULT, name="Rollo Pike", identity=f"{LINKEDIN}rollo-pike")
    assert decision.decision == "ask"
    assert decision.reasons[0] == "Rollo Pike wrote to you 6 times; you never answered."


def test_a_day_that_the_record_does_not_have_is_named() -> None:
    text = "Ana, we met at Warp & Weft in Borås last October, remember?"
    decision = decide(text, identity=f"{LINKEDIN}ben-oyelaran")
    assert any("“last October”" in each for each in decision.reasons)


def test_who_was_sent_may_say_what_they_make() -> None:
    text = "Ben Oyelaran told me that you look for dyed wool. We supply it. Shall I send a sample?"
    assert decide(text, headline="Wool merchant").decision == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "Ben Oyelaran is a friend of ours. We supply software from 40 euros. Shall I send a trial?",
        "I saw that you know Ben Oyelaran. My clients save 20 % a year. Interested?",
    ],
)
def test_a_friend_who_is_only_brought_up_sells_nothing(text: str) -> None:
    assert decide(text, headline="Founder").decision == "decline"
