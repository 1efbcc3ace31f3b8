"""Contempt, orders, pressure and reproach are heard; warmth in the same words is not."""

from __future__ import annotations

import pytest

import redleaf
from redleaf.rules import Severity


def rude(text: str) -> dict[str, Severity]:
    return {f.rule: f.severity for f in redleaf.check(text).findings if f.family == "rude"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("You are a complete fool if you print this.", "insult"),
        ("You should be ashamed of the harbour wall.", "insult"),
        ("Bless your heart, you tried.", "insult"),
        ("With all due respect, but your map is upside down.", "condescension"),
        ("I could teach you how to hold a brush.", "condescension"),
        ("How nice of you to finally answer.", "sarcasm"),
        ("Thanks for ignoring the parish for three years.", "sarcasm"),
        ("I won't take no for an answer.", "pressure"),
        ("Why haven't you replied to me?", "pressure"),
        ("The least you can do is write back.", "guilt"),
        ("You never answered my letters.", "guilt"),
        ("Answer me or I'll tell the paper.", "threat"),
        ("You will regret this.", "threat"),
        ("I need you to sign the lease.", "demand"),
        ("Give me your number.", "demand"),
        ("As you surely know, gulls bite.", "presumption"),
        ("WHY IS NOBODY ANSWERING ME", "shouting"),
        ("Sie schulden mir eine Antwort.", "guilt"),
        ("La moindre des choses serait de répondre.", "guilt"),
    ],
)
def test_it_hears_what_hurts(text: str, rule: str) -> None:
    assert f"rude/{rule}" in rude(text)


@pytest.mark.parametrize(
    "text",
    [
        "Let me know how the kiln fires.",
        "Give my regards to Anna.",
        "You must see the herons at the weir.",
        "You must come to the harvest supper.",
        "Your joke about the herring made my week.",
        "I hope you don't mind me writing out of the blue.",
        "I'm sure you'll love Porto in May.",
        "I know you love herons, so here is a feather.",
        "Which part of Wales are you from?",
        "Tell me how the twins are.",
        "I will let you know when the kiln is cold.",
        "What a fool I was to leave without your number.",
        "As a woman in engineering I was glad of your talk in Leeds.",
        "You're welcome to stay with us.",
        "I'd be sorry to miss you in Graz, and you will be sorry to hear that Anna is ill.",
        "I'll tell everyone about your cider.",
        "I'll keep your secret about the cake.",
        "Send me the list when you can, and I'll bring the paint.",
        "Call me tomorrow if you like.",
        "I want you to have the first copy.",
        "You must be very proud of the twins.",
        "Do you really have a boat?",
        "Let me explain why I write: you spoke at my school.",
        "Some of us have known you since school.",
        "No hurry with the answer.",
        "Stop by when you are near.",
    ],
)
def test_it_leaves_warmth_alone(text: str) -> None:
    assert not rude(text)


def test_contempt_and_threats_are_errors_and_the_rest_warnings() -> None:
    assert rude("Answer me or I'll tell the paper.")["rude/threat"] is Severity.ERROR
    assert rude("You are a complete fool.")["rude/insult"] is Severity.ERROR
    assert rude("The least you can do is write back.")["rude/guilt"] is Severity.WARNING


def test_courtesy_falls_with_every_blow() -> None:
    calm = redleaf.check("The harbour wall leans.").scores.courtesy
    once = redleaf.check("The harbour wall leans. The least you can do is write back.").scores
    twice = redleaf.check("Give me your number. The least you can do is write back.").scores
    assert calm == 100
    assert calm > once.courtesy > twice.courtesy
