"""The question a note is written for: whole, as part of a sentence, or only its subject."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages import Reading, reading

_INDIRECT = regex(r"(?:whether|how|why|what|which|where|when|who|whom|whose)\b", re.IGNORECASE)
_OPENING = regex(
    r"(?:whether|how|why|what|which|where|when|who|whom|whose|does|do|did|is|are|was|were|can|"
    r"could|would|should|will|shall|may|might|has|have|had|in|on|at|for|to|with|if|would)\b",
    re.IGNORECASE,
)
_STATEMENT = regex(r"(?:I|we|you|he|she|they|it|this|that|there)\b", re.IGNORECASE)


def read_ask(text: str, code: str) -> Reading | None:
    """How to put `text` to the reader, in the language with this code; None when it is no question.

    A whole question is used as it is, in any language; what is less than that, only in English.
    """
    if text.endswith(("?", "？")) and len(text.split()) > 1:
        return (
            reading({"asked": _small(text)}) if text.count("?") <= 1 and "." not in text else None
        )
    if code != "en" or _STATEMENT.match(text) or re.search(r"[.;:!?]", text):
        return None
    if _INDIRECT.match(text):
        return reading({"asked_how": _small(text)})
    return reading({"asked_about": text})


def _small(text: str) -> str:
    """As it goes on behind a colon, unless the first word is a name or a noun."""
    return text[:1].lower() + text[1:] if _OPENING.match(text) else text
