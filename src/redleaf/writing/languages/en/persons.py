"""Pronouns turned round: the fact says "her price sheet", the note says "my" or "your"."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex

_THIRD = regex(
    r"\b(?:he|she|him|her|hers|his|himself|herself|he's|she's|he'd|she'd)\b", re.IGNORECASE
)
_OBJECT_NEXT = regex(
    r"\bher(?=\s+(?:the|a|an|some|my|our|this|that|these|those|to|about|by|on|for|at|when|in|"
    r"with|from|once|"
    r"before|after|if|how|what|where|who|two|three|four|five|over|out|back|up|[A-Z\d])|\s*[,.;]|"
    r"\s*$)"
)


def is_about_a_third(text: str) -> bool:
    """Whether a he or she is left in the text, who could be anybody."""
    return bool(_THIRD.search(text))


def as_mine(text: str) -> str:
    """The sender's own fact in first person: "her price sheet" as "my price sheet"."""
    return re.sub(r"\b(?:his|her|their)\b(?=\s+\w)", "my", text, flags=re.IGNORECASE)


def as_yours(text: str, owners: tuple[str, ...] = ()) -> str:
    """A fact about the reader in second person: "her kitchen" as "your kitchen"."""
    text = owned_by_you(text, owners)
    return re.sub(r"^(?:his|her|their)\b(?=\s+\w)", "your", text, flags=re.IGNORECASE)


def owned_by_you(text: str, owners: tuple[str, ...]) -> str:
    """The reader named in a fact: "Mira's kitchen" as "your kitchen"; pronouns as they are."""
    for owner in owners:
        text = re.sub(rf"(?<!\w)(?:the\s)?{re.escape(owner)}['’]s?(?=\s)", "your", text)
    return text


def as_promised(text: str) -> str:
    """A promise spoken to the reader: "show her the kiln" as "show you the kiln"."""
    text = _OBJECT_NEXT.sub("you", text)
    text = re.sub(r"\b(?:him|them)\b", "you", text)
    text = re.sub(r"\b(?:his|her|their)\b(?=\s+\w)", "your", text)
    return re.sub(r"\bher\b", "you", text)


def without_my(text: str, owner: str) -> str:
    """The sender named in his own fact: "Otis's list" as "my list"."""
    return re.sub(rf"(?<!\w){re.escape(owner)}['’]s?(?=\s)", "my", text) if owner else text
