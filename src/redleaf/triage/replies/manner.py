"""Manner: in which language an answer is written, and how formally."""

from __future__ import annotations

import re

from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.triage.acquaintance import Acquaintance
from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Known
from redleaf.triage.replies.frames import LANGUAGES
from redleaf.triage.wording import Wording

# Words that only somebody who is on familiar terms, or would like to be, writes.
_FAMILIAR: dict[str, re.Pattern[str]] = {
    "de": regex(r"\b(du|dich|dir|dein\w*)\b"),
    "fr": regex(r"\b(tu|toi|ton|tes|t'\w+)\b"),
    "es": regex(r"\b(tu|tus|te|ti|contigo|eres|tienes|puedes|quieres)\b"),
}
_POLITE: dict[str, re.Pattern[str]] = {
    "de": regex(r"\b(Sie|Ihnen|Ihre?[mnrs]?)\b"),
    "fr": regex(r"\b(vous|votre|vos)\b", re.IGNORECASE),
    "es": regex(r"\b(usted|ustedes|su|sus|le)\b", re.IGNORECASE),
}
_FORMAL_ENGLISH = regex(r"^\s*(dear (mr|mrs|ms|dr|prof|sir|madam)\b|to whom)")
# Fewer words tell no language for certain.
_FEWEST_WORDS = 4
_CLOSE = frozenset(("friend", "family", "brother", "sister", "partner", "spouse", "neighbour"))


def language_of_reply(wording: Wording, acquaintance: Acquaintance, known: Known) -> str:
    """The language of their text; where they wrote nothing, theirs or the receiver's own.

    A default text is the network's: it is answered in English where its language is not written.
    "" where a person wrote in a language that Redleaf does not write.
    """
    written = wording.report.language
    is_short = written not in LANGUAGES and wording.text.isascii()
    is_short = is_short and len(wording.text.split()) < _FEWEST_WORDS
    if wording.verdict == "empty" or written == "und" or is_short:
        person = acquaintance.person
        own = [person.language] if person else []
        spoken = (*own, *known.owner.languages)
        return next((each[:2] for each in spoken if each[:2] in LANGUAGES), "en")
    if written in LANGUAGES:
        return written
    if acquaintance.is_known and wording.verdict != "default":
        return ""
    return "" if wording.verdict in ("personal", "unclear") else "en"


def is_formal(
    invitation: Invitation, acquaintance: Acquaintance, wording: Wording, language: str
) -> bool:
    """Whether the answer keeps its distance: as their text does, else as the language does."""
    person = acquaintance.person
    if person and person.register:
        return person.register == "formal"
    text = invitation.words
    if language == "en":
        network = wording.network
        return bool(_FORMAL_ENGLISH.search(fold_text(text))) or bool(
            network and network.register == "formal" and not text
        )
    if _POLITE[language].search(text):
        return True
    if _FAMILIAR[language].search(fold_text(text)):
        return False
    return not (person and person.relation.casefold() in _CLOSE)
