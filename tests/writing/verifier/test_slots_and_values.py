"""Turns of speech that presuppose something, and other values for what a fact gives one of."""

from __future__ import annotations

from typing import Any

import pytest

from tests.writing.verifier.scene import assert_borne_out, assert_doubts, verifier

FERRY = verifier(
    sender={"name": "Ines Duarte", "headline": "retired bell-founder"},
    recipient={"name": "Tomasz Zieliński", "given_name": "Tomasz", "role": "harbour pilot"},
    encounters=[
        {
            "kind": "meal",
            "on": "2026-11-12",
            "event": "the pilots' supper",
            "place": "cabin D7 in Gdynia",
            "topics": ["soup for sixty", "a fog that lasted nine hours", "a D flat foghorn"],
            "said": "row like you owe the sea money",
        }
    ],
    shared=["both hate bagpipes", "both wear yellow boots"],
    promises=["come back for a second supper in March", "post the brass kettle"],
    noticed=[{"kind": "podcast", "title": "Fog", "where": "Pier Radio"}],
)
STRANGERS = verifier(encounters=[], recognition="unknown", promises=[], shared=[])


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, how is the ⟦accordion⟧? Ines",
        "Tomasz, I still think about the ⟦lighthouse⟧. Ines",
        "Tomasz, the ⟦barometer⟧ follows next week. Ines",
        "Tomasz, the ⟦barometer⟧ I promised you is packed. Ines",
        "Tomasz, the brass ⟦lantern⟧ is in the post. Ines",
        "Tomasz, your ⟦whaling⟧ episode kept me awake. Ines",
    ],
)
def test_it_asks_a_fact_for_what_only_a_shared_thing_can_be(text: str) -> None:
    assert_doubts(text, by=FERRY)


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, I made soup for ⟦sixteen⟧ of us and thought of you. Ines",
        "Tomasz, that fog of yours that lasted ⟦eleven⟧ hours is still in my coat. Ines",
        "Tomasz, cabin ⟦D9⟧ was warm, and so was the soup. Ines",
        "Tomasz, your ⟦E flat⟧ foghorn follows me about. Ines",
        "Tomasz, I'll be back in ⟦April⟧ for the second supper. Ines",
        "Tomasz, always the ⟦red⟧ ones, the pair of us. Ines",
        "Tomasz, two people who ⟦love⟧ bagpipes ought to write. Ines",
        "Tomasz, you row like you owe the sea a ⟦favour⟧. Ines",
    ],
)
def test_it_sees_another_value_of_the_same_kind(text: str) -> None:
    assert_doubts(text, by=FERRY)


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, we ⟦finished third⟧ and I have told everybody. Ines",
        "Tomasz, I cannot believe ⟦we won⟧. Ines",
        "Tomasz, the rolls ⟦you brought me⟧ were gone by noon. Ines",
        "Tomasz, ⟦you were my lodger⟧ once. Ines",
        "Tomasz, ⟦being picked⟧ for your supper is an honour. Ines",
        "Tomasz, thank you for ⟦catching my hat⟧ in the fog. Ines",
    ],
)
def test_it_doubts_what_nobody_wrote_down(text: str) -> None:
    assert_doubts(text, by=FERRY)


@pytest.mark.parametrize(
    "text",
    [
        "Tomasz, ⟦Henk Adeyemi⟧ talked me into writing to you. Ines",
        "Tomasz, I write at the suggestion of ⟦Henk Adeyemi⟧. Ines",
        "Tomasz, ⟦Bea's daughter⟧ introduced us. Ines",
    ],
)
def test_it_asks_who_brought_you_together_however_it_is_told(text: str) -> None:
    assert_doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dear harbour pilot, I hope the tide was kind to you. Ines",
        "Tomasz, row like you owe the sea money, you said; my brother owes it a boat. Ines",
        "Tomasz, I owe you a pint. Ines",
        "Tomasz, I ran a pan of soup up the stairs in a gale. Ines",
        "Hi Tomasz it's Ines, the one with the kettle. Ines",
        "Cheers for the talk about soup, Tomasz. Ines",
        "Tomasz, the foghorn was hoarse again last night. Ines",
        "Tomasz, it poured on Gdynia all Monday. Ines",
        "Wisest words I heard all year, Tomasz. Ines",
        "Tomasz, thank you for not laughing at my soup. Ines",
        "Tomasz, any kettle would do, any day, your choice. Ines",
    ],
)
def test_it_leaves_ways_of_speaking_and_the_writers_world_alone(text: str) -> None:
    assert_borne_out(text, by=FERRY)


@pytest.mark.parametrize(
    "text",
    [
        "Dear Tomasz, we have eighty envelopes and one leaking roof. Ines Duarte",
        "Dear Tomasz, since January there has been mould in three of my tins. Ines Duarte",
        "Dear Tomasz, I am a retired Calvinist and I write to a stranger. Ines Duarte",
    ],
)
def test_it_lets_a_stranger_tell_of_home(text: str) -> None:
    assert_borne_out(text, by=STRANGERS)


def test_it_doubts_a_reply_that_a_stranger_never_sent() -> None:
    assert_doubts("Dear Tomasz, thanks for the ⟦reply⟧. Ines Duarte", by=STRANGERS)


def test_it_takes_a_day_by_its_number_for_the_same_in_words() -> None:
    promised: dict[str, Any] = {"promises": ["turn up on the twelfth"]}
    assert_borne_out("Tomasz, see you on the 12th. Ines", by=verifier(**promised))
    assert_doubts("Tomasz, count me in for the ⟦nineteenth⟧. Ines", by=verifier(**promised))
