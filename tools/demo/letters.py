"""The invented notes of the demo: what people write when they ask to connect."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

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

PERSONAL: list[str] = tomllib.loads(Path(__file__).with_name("letters.toml").read_text("utf-8"))[
    "personal"
]

# How often a kind of note is written, and how often it is taken up.
SENT = {
    "nothing": (0.52, 0.46),
    "default": (0.12, 0.41),
    "template": (0.12, 0.38),
    "campaign": (0.10, 0.17),
    "personal": (0.14, 0.63),
}
RECEIVED = {
    "nothing": (0.58, 0.72),
    "default": (0.14, 0.66),
    "template": (0.12, 0.40),
    "pitch": (0.11, 0.05),
    "personal": (0.05, 0.90),
}


class Letters:
    """Notes, one after another, their slots still open; a personal one comes again only late."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._deck: list[str] = []

    def next(self, kinds: dict[str, tuple[float, float]]) -> tuple[str, bool]:
        """One note, and whether it is taken up."""
        kind = self._chance.choices(list(kinds), [often for often, _ in kinds.values()])[0]
        return self.note(kind), self._chance.random() < kinds[kind][1]

    def note(self, kind: str) -> str:
        match kind:
            case "default":
                return self._chance.choice(DEFAULTS)
            case "template":
                return self._chance.choice(TEMPLATES)
            case "pitch":
                return self._chance.choice(PITCHES)
            case "campaign":
                return CAMPAIGN
            case "personal":
                return self._personal()
        return ""

    def _personal(self) -> str:
        if not self._deck:
            self._deck = self._chance.sample(PERSONAL, len(PERSONAL))
        text = self._deck.pop()
        # Notes typed on a phone carry line breaks, and an export has to survive them.
        return text.replace(". ", ".\n", 1) if self._chance.random() < 0.15 else text
