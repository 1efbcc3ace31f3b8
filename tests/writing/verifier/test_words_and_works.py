"""What they said, what they made, what was promised, how many, and what you have in common."""

from __future__ import annotations

import pytest

from tests.writing.verifier.scene import assert_borne_out, assert_doubts, verifier


@pytest.mark.parametrize(
    "text",
    [
        'Tomasz, "nobody tests with the rain on" is on my wall. Ines',
        "Tomasz, you said that nobody tests with the rain on. Ines",
        "Tomasz, nobody tests with the rain on, you said, and I laughed. Ines",
        "Tomasz, as you said, nobody tests with the rain on. Ines",
        "Tomasz, I read “Listening to pipes” in Curator Quarterly. Ines",
        "Tomasz, your article about pipes made me listen. Ines",
        "Tomasz, as promised, the list of a dozen microphones. Ines",
        "Tomasz, the twelve microphones are on their way. Ines",
        "Tomasz, I owe you a list of microphones. Ines",
        "Tomasz, there are two tickets for the whale hall for you. Ines",
        "Tomasz, as a curator you may like this. Ines",
        "Tomasz, we both volunteer at the river clean-up. Ines",
        "Tomasz, our mutual friend Henk Adeyemi says hello to rivers. Ines",
    ],
)
def test_it_knows_what_the_brief_holds(text: str) -> None:
    assert_borne_out(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Tomasz, "⟦nobody tests with the snow on⟧" is on my wall. Ines', "quote"),
        ("Tomasz, you said that ⟦museums are too loud⟧. Ines", "quote"),
        ("Tomasz, ⟦everybody tests with the rain on⟧, you said. Ines", "quote"),
        ("Tomasz, I read “⟦Listening to drains⟧” on the train. Ines", "work"),
        ("Tomasz, I read your piece in ⟦Museum Monthly⟧. Ines", "organisation"),
        ("Tomasz, ⟦your book⟧ kept me up all night. Ines", "work"),
        ("Tomasz, your article about ⟦gargoyles⟧ made me listen. Ines", "work"),
        ("Tomasz, I promised you ⟦the floor plan⟧. Ines", "promise"),
        ("Tomasz, you promised ⟦to show me the pumps⟧. Ines", "promise"),
        ("Tomasz, you offered ⟦me a desk⟧. Ines", "promise"),
        ("Tomasz, as promised, the list of ⟦twenty⟧ microphones. Ines", "number"),
        ("Tomasz, there are ⟦five⟧ tickets for the whale hall for you. Ines", "number"),
        ("Tomasz, as ⟦director⟧ of Muzeum Wody you may like this. Ines", "work"),
        ("Tomasz, we both volunteer at the ⟦forest⟧ clean-up. Ines", "encounter"),
    ],
)
def test_it_doubts_what_the_brief_does_not_hold(text: str, kind: str) -> None:
    assert assert_doubts(text).kind in (kind, "encounter", "name", "place")


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, as promised, I will send you the ⟦blueprints⟧. Ines",
        "Tomasz, I promised to send you my ⟦dentist⟧. Ines",
        "Tomasz, as promised, I will send you my ⟦dentist⟧. Ines",
        "Tomasz, ⟦I have sent you⟧ the list of twelve microphones. Ines",
        "Tomasz, ⟦I just mailed you⟧ the list of microphones. Ines",
    ],
)
def test_it_doubts_another_promise_and_one_told_as_kept(text: str) -> None:
    assert assert_doubts(text).kind == "promise"


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, as promised, I will send you the list of microphones. Ines",
        "Tomasz, I'll send the microphone list tomorrow, as promised. Ines",
        "Tomasz, once I have sent you the list of microphones, we can talk. Ines",
    ],
)
def test_it_knows_the_promise_as_it_was_made(text: str) -> None:
    assert_borne_out(text)


def test_promises_are_the_senders() -> None:
    """The recipient did not promise what the sender did."""
    assert_doubts("Tomasz, you promised me ⟦a list of twelve microphones⟧. Ines")


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, I'd like to stay in touch. Ines",
        "Tomasz, I hope you are well and that the weather is kind. Ines",
        "Tomasz, could we talk for half an hour in two weeks? Ines",
        "Tomasz, it made me laugh out loud on a full tram. Ines",
        "Tomasz, what a pleasure, what a privilege, what a day. Ines",
        "Tomasz, I have been walking past every pump with my ears open. Ines",
        "Tomasz, a thousand thanks. Ines",
    ],
)
def test_feelings_wishes_and_the_senders_own_life_claim_nothing(text: str) -> None:
    assert_borne_out(text)


def test_it_lists_what_is_borne_out_with_its_facts() -> None:
    claims = {
        claim.text: claim.facts
        for claim in verifier().verify("Tomasz, Porto on 12 November was fun.").claims
    }
    assert claims["Porto"] == ("encounters.0.place",)
    assert claims["12 November"] == ("encounters.0.on",)


def test_the_json_has_the_shape_of_the_contract() -> None:
    said = verifier().verify("Hi Tomasz, we met in Lisbon.").to_json()
    assert said["supported"] is False
    assert [set(claim) for claim in said["claims"]] == [
        {"start", "end", "kind", "text", "supported", "facts", "why"}
    ] * len(said["claims"])


def test_a_quotation_of_two_halves_that_differ_is_no_reversal() -> None:
    by = verifier(
        encounters=[{"kind": "online", "said": "cats forgive soup, they don't forgive fish"}]
    )
    assert_borne_out("Tomasz, and “cats forgive soup, they don't forgive fish” stayed.", by=by)
    assert_doubts("Tomasz, “⟦cats forgive soup, they forgive fish⟧” stayed.", by=by)
