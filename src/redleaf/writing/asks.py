"""The question a note is written for: whole, as part of a sentence, or only its subject."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages import Reading, reading

_INDIRECT = {
    "en": regex(r"(?:whether|how|why|what|which|where|when|who|whom|whose)\b", re.IGNORECASE),
    # Only with its verb at the end is it a clause: "wie hält Lehm im Winter" is none.
    "de": regex(
        r"(?:ob|wie|warum|wieso|weshalb|was|wer|wen|wem|wo|wann|woher|wohin|womit|wozu|woran|"
        r"welche[rsnm]?)\s(?:\S+\s)+[a-zäöüß]*(?:[tn]|te|soll|kann|darf|muss|mag|will|war|wird)$",
        re.IGNORECASE,
    ),
    "fr": regex(
        r"(?:si|s['’]ils?|comment|pourquoi|quand|où|combien|quel(?:le)?s?|qui|"
        r"ce (?:qui|que|qu['’]))"
        r"(?=\W)(?!.*(?:est-ce|-t?-?(?:ils?|elles?|on|vous|tu)\b))",
        re.IGNORECASE,
    ),
    "es": regex(
        r"(?:si|cómo|por qué|qué|cuál(?:es)?|cuándo|dónde|cuánt[oa]s?|quién(?:es)?)\s",
        re.IGNORECASE,
    ),
}
# Who is meant depends on whom the note is for, and how they are spoken to.
_ADDRESS = {
    "de": regex(r"\b(?:[Dd](?:u|ir|ich|eine?[nmrs]?)|Ihnen|Ihre?[nmrs]?)\b"),
    "fr": regex(r"\b(?:tu|te|toi|ta|tes|ton|vous|votre|vos)\b|\bt['’]"),
    "es": regex(r"\b(?:tú|tus?|te|ti|usted(?:es)?)\b"),
}
_OPENING = regex(
    r"(?:whether|how|why|what|which|where|when|who|whom|whose|does|do|did|is|are|was|were|can|"
    r"could|would|should|will|shall|may|might|has|have|had|in|on|at|for|to|with|if|would)\b",
    re.IGNORECASE,
)
_OPENING_FR = regex(
    r"(?:comment|pourquoi|combien|quand|où|que|qui|quel(?:le)?s?|est-ce|faut-il|peut-on|puis-je|dois-je|"
    r"doit-on|y a-t-il|avez-vous|as-tu|un|une|le|la|les|des|ce|si|à|en|dans|pour|avec|sans)\b",
    re.IGNORECASE,
)
_STATEMENT = regex(r"(?:I|we|you|he|she|they|it|this|that|there)\b", re.IGNORECASE)


def read_ask(text: str, code: str) -> Reading | None:
    """How to put `text` to the reader, in the language with this code; None when it is no question.

    A whole question is used as it is, and an indirect one ("whether felt is enough") within a
    sentence, in any language; a bare subject only in English.
    """
    if text.endswith(("?", "？")) and len(text.split()) > 1:
        return (
            reading({"asked": _small(text, code)})
            if text.count("?") <= 1 and "." not in text
            else None
        )
    if re.search(r"[.;:!?]", text) or (code == "en" and _STATEMENT.match(text)):
        return None
    if code in _INDIRECT and _INDIRECT[code].match(text):
        return _indirect(text, code)
    return reading({"asked_about": text}) if code == "en" else None


def _indirect(text: str, code: str) -> Reading | None:
    if code == "en":
        return reading({"asked_how": _small(text)})
    return (
        None if _ADDRESS[code].search(text) else reading({"asked_how": text[:1].lower() + text[1:]})
    )


def _small(text: str, code: str = "en") -> str:
    """As it goes on behind a colon, unless the first word is a name or a noun."""
    opening = _OPENING_FR if code == "fr" else _OPENING
    return text[:1].lower() + text[1:] if opening.match(text) else text
