"""Padding and flattery never raise a score, and never make a personal note of another."""

from __future__ import annotations

import pytest

import redleaf
from redleaf.judging import Report

DEFAULT = (
    "I'd like to add you to my professional network on LinkedIn.",
    "Hi Mara, I'd like to join your LinkedIn network.",
)
GERMAN = (
    "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
    "Ich bin auf Ihr Profil aufmerksam geworden und würde mich gern mit Ihnen vernetzen.",
    "Wir helfen Unternehmen, ihren Umsatz zu steigern. Haben Sie diese Woche 15 Minuten?",
)
TEMPLATE = (
    "I came across your profile and was impressed by your background. Let's connect!",
    "Hi Mara, I'm looking to expand my network with like-minded professionals in your industry.",
    "I've been following your work and would love to connect and learn from you.",
)
PITCH = (
    "We help bakeries like yours save 30 percent on flour. Do you have 15 minutes this week?",
    "Exciting opportunity! Your background is a great fit. Are you open to new roles?",
    "Be your own boss and earn 3000 a month from home. Interested?",
    "Just bumping this to the top of your inbox. Our platform automates payroll for small firms.",
)
RUDE = (
    "Accept my request. I need you to get me a meeting with your boss.",
    "You ignored my message. The least you can do is answer.",
    "Only an idiot would print this map.",
)
THIN = ("Hello there.", "Hi Mara, nice to meet you.", "I work in logistics.")
BASES = DEFAULT + GERMAN + TEMPLATE + PITCH + RUDE + THIN
IMPERSONAL = DEFAULT + GERMAN + TEMPLATE + PITCH

PADDING = (
    "I hope this message finds you well.",
    "I really admire your amazing work and your inspiring leadership.",
    "You are an inspiration to so many people in your field.",
    "Your expertise is truly impressive and your passion shines through.",
    "Thank you so much for your time and consideration.",
    "Have a wonderful day and a great week ahead!",
    "Best regards and warm wishes.",
    "It would be an honour and a pleasure to be connected with such a talented person.",
    "I believe that good people should know each other.",
    "Life is short and the world is small.",
    "Congratulations on all your success!",
    "Kind people like us should stick together.",
    "Looking forward to hearing from you soon.",
)
GERMAN_PADDING = (
    "Ich hoffe, es geht Ihnen gut.",
    "Ihre Arbeit ist wirklich beeindruckend und eine Inspiration für uns alle.",
    "Es wäre mir eine große Ehre und eine Freude.",
    "Ich bin überzeugt, dass gute Leute einander kennen sollten.",
    "Vielen Dank für Ihre Zeit und herzliche Grüße!",
)


@pytest.mark.parametrize("base", BASES)
def test_padding_raises_no_score(base: str) -> None:
    before = redleaf.check(base)
    raised = [
        (text, score) for text in padded(base) for score in better(before, redleaf.check(text))
    ]
    assert not raised


@pytest.mark.parametrize("base", IMPERSONAL)
def test_padding_makes_nothing_personal(base: str) -> None:
    assert not [text for text in padded(base) if redleaf.check(text).verdict == "personal"]


@pytest.mark.parametrize("base", IMPERSONAL)
def test_heaps_of_padding_make_nothing_personal(base: str) -> None:
    heap = " ".join(padding_for(base))
    for text in (f"{base} {heap}", f"{heap} {base}", f"{heap}\n\n{base}\n\n{heap}"):
        report = redleaf.check(text)
        assert report.verdict != "personal"
        assert not better(redleaf.check(base), report)


@pytest.mark.parametrize("base", TEMPLATE)
def test_a_true_particular_may(base: str) -> None:
    """What the property must not forbid: a memory that only the two share."""
    told = (
        "You lent me your torch on the night ferry to Turku last Thursday, and I owe you a coffee."
    )
    assert redleaf.check(f"{told} {base}").verdict == "personal"


def padded(base: str) -> list[str]:
    """Before it, after it, and after it on a line of its own."""
    return [
        text
        for padding in padding_for(base)
        for text in (f"{padding} {base}", f"{base} {padding}", f"{base}\n\n{padding}")
    ]


def padding_for(base: str) -> tuple[str, ...]:
    """In the language of the text: two languages in one note are another matter."""
    return GERMAN_PADDING if base in GERMAN else PADDING


def better(before: Report, after: Report) -> list[str]:
    """The scores that rose, each with how far."""
    old, new = before.scores.to_json(), after.scores.to_json()
    return [f"{name} {old[name]} -> {new[name]}" for name in old if new[name] > old[name]]
