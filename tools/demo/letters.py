"""The invented notes of the demo: what people write when they ask to connect."""

from __future__ import annotations

import random
from collections.abc import Callable

DEFAULTS = (
    "I'd like to add you to my professional network on LinkedIn.",
    "Hi {given}, I'd like to join your LinkedIn network.",
    "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
)
TEMPLATES = (
    "Hi {given}, I came across your profile and would love to connect with like-minded people.",
    "Hello {given}, I am always looking to expand my network with professionals in your field.",
    "Hi {given}, your background is impressive. Let's connect and explore synergies.",
)
# One skeleton sent to many: what the audit calls a campaign.
CAMPAIGN = (
    "Hi {given}, I help teams like {company} to halve the time they lose in meetings. "
    "Are you free for 15 minutes this week?"
)
PITCHES = (
    "Hi {given}, we place senior engineers within ten days. Book a slot: calendar.example/demo",
    "Dear {given}, our platform raises conversion by 38 %. Who decides on this at {company}?",
    "{given}, quick question: would 20 qualified leads a month help {company}?",
)
EVENTS = (
    "the harbour archive day",
    "Museums by Night",
    "the map makers' meetup",
    "Reykjavík Sound Week",
)
TOPICS = (
    "why tide tables are printed upside down",
    "recording bells from inside the tower",
    "your ten boxes of unlabelled slides",
    "teaching fractions with bread",
    "bats in the signal box",
    "the ferry that never had a timetable",
)
GIVES = (
    "I can send you the list of microphones we tried.",
    "I have the 1962 map you asked about; shall I scan it?",
    "If you still look for a printer, I know a good one in Gdańsk.",
    "My notes from that afternoon are yours if you want them.",
)
OPENINGS = (
    "{given}, at {event} you told me about {topic}.",
    "Hi {given}, we sat next to each other at {event} and talked about {topic}.",
    "Dear {given}, I still think of {topic}, which you mentioned at {event}.",
)


def nothing(_: random.Random) -> str:
    return ""


def the_same_to_all(_: random.Random) -> str:
    return CAMPAIGN


def personal(chance: random.Random) -> str:
    """A note with an anchor and a give; most of a demo's worth of them differ."""
    opening = chance.choice(OPENINGS).replace("{event}", chance.choice(EVENTS))
    text = f"{opening.replace('{topic}', chance.choice(TOPICS))} {chance.choice(GIVES)}"
    # Notes typed on a phone carry line breaks, and an export has to survive them.
    return text.replace(". ", ".\n", 1) if chance.random() < 0.15 else text


# How often a kind of note is sent, how often it is taken up, and how it is made.
Make = Callable[[random.Random], str]
SENT: tuple[tuple[float, float, Make], ...] = (
    (0.52, 0.46, nothing),
    (0.12, 0.41, lambda chance: chance.choice(DEFAULTS)),
    (0.12, 0.38, lambda chance: chance.choice(TEMPLATES)),
    (0.10, 0.17, the_same_to_all),
    (0.14, 0.63, personal),
)
RECEIVED: tuple[tuple[float, float, Make], ...] = (
    (0.58, 0.72, nothing),
    (0.14, 0.66, lambda chance: chance.choice(DEFAULTS)),
    (0.12, 0.40, lambda chance: chance.choice(TEMPLATES)),
    (0.11, 0.05, lambda chance: chance.choice(PITCHES)),
    (0.05, 0.90, personal),
)


def draw(kinds: tuple[tuple[float, float, Make], ...], chance: random.Random) -> tuple[str, bool]:
    """One note, its slots still open, and whether it is taken up."""
    _, accepted, make = chance.choices(kinds, weights=[kind[0] for kind in kinds])[0]
    return make(chance), chance.random() < accepted
