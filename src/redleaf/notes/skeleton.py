"""The skeleton of a note: what stays when names, numbers and slots are masked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redleaf.notes.envelope import greeting_of
from redleaf.notes.regexes import regex
from redleaf.notes.slots import slots_of

MASK = "⟨…⟩"
NAME = "⟨name⟩"

_LINK = regex(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
_NUMBER = regex(r"(?<!\w)[$€£]?\d[\d.,:/%]*(?:k|m|st|nd|rd|th)?(?!\w)", re.IGNORECASE)
_WORD = regex(r"[^\W\d_][\w&'’.+\-]*")
# German writes every noun with a capital, so a capital there says nothing about names.
_GERMAN = regex(r"\b(?:und|ich|Sie|der|die|das|mit|für|auf|ein|eine)\b")
_KEPT_CAPITALS = frozenset(("I", "I'd", "I'm", "I've", "I'll", "LinkedIn", "XING", "Facebook"))
_SENTENCE_START = regex(r"(?:^|[.!?:\u2026]\s+|\n\s*|⟩[,!]?\s*|[\"“(])$")


def skeleton(text: str, names: Iterable[str] = ()) -> str:
    """`text` with greeting name as ⟨name⟩ and slots, links, numbers, proper names as ⟨…⟩.

    `names` are further names to mask as ⟨name⟩ wherever they stand. Neighbouring masks are one.
    """
    masked = _mask_slots(text)
    for name in sorted((name for name in names if name.strip()), key=len, reverse=True):
        masked = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NAME, masked, flags=re.IGNORECASE)
    greeting = greeting_of(masked)
    if greeting and greeting.name and MASK not in greeting.name.of(masked):
        masked = masked[: greeting.name.start] + NAME + masked[greeting.name.end :]
    masked = _NUMBER.sub(MASK, _LINK.sub(MASK, masked))
    masked = _mask_proper_names(masked)
    masked = re.sub(rf"{MASK}(?:[\s,&/-]*{MASK})+", MASK, masked)
    return re.sub(r"[ \t]+", " ", masked).strip()


def _mask_slots(text: str) -> str:
    pieces, at = [], 0
    for slot in slots_of(text):
        if slot.of(text) in (MASK, NAME):
            continue
        pieces += [text[at : slot.start], MASK]
        at = slot.end
    return "".join([*pieces, text[at:]])


def _mask_proper_names(text: str) -> str:
    """Mask capitalised words that do not open a sentence; a shouted text is left as it is."""
    if text.isupper() or text.islower() or len(_GERMAN.findall(text)) >= 2:
        return text

    def mask(match: re.Match[str]) -> str:
        word = match.group()
        if not word[0].isupper():
            return word
        if word in _KEPT_CAPITALS or word.replace("’", "'") in _KEPT_CAPITALS:
            return word
        before = text[max(0, match.start() - 8) : match.start()]
        if _SENTENCE_START.search(before):
            return word
        tail = re.search(r"[.,]+$", word)
        return MASK + (tail.group() if tail else "")

    return _WORD.sub(mask, text)
