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
from redleaf.writing.verifier.stems import lexicon

# Words that only somebody who is on familiar terms, or would like to be, writes.
_FAMILIAR: dict[str, re.Pattern[str]] = {
    "de": regex(r"\b(du|dich|dir|dein\w*)\b"),
    "fr": regex(r"\b(tu|toi|ton|tes|t'\w+)\b"),
    "es": regex(r"\b(tu|tus|te|ti|contigo|eres|tienes|puedes|quieres)\b"),
}
_POLITE: dict[str, re.Pattern[str]] = {
    "de": regex(r"\b(Sie|Ihnen|Ihre?[mnrs]?|[Gg]eehrte[rn]?)\b"),
    "fr": regex(r"\b(vous|votre|vos|madame|monsieur)\b", re.IGNORECASE),
    "es": regex(r"\b(usted|ustedes|su|sus|le|estimad[oa])\b", re.IGNORECASE),
}
_FORMAL_ENGLISH = regex(r"^\s*(dear (mr|mrs|ms|dr|prof|sir|madam)\b|to whom)")
# Fewer words tell no language for certain.
_FEWEST_WORDS = 4
_WORDS = regex(r"[^\W_]+")
_HELLOS = {
    "en": frozenset("hello hi hey thanks".split()),
    "de": frozenset("hallo guten servus moin gruezi gruss grusse danke".split()),
    "fr": frozenset("bonjour bonsoir salut merci".split()),
    "es": frozenset("hola buenas buenos gracias".split()),
}
# Small words that no neighbouring language has.
_SMALL = {
    "en": frozenset("the and you your with from this that have what about there they".split()),
    "de": frozenset(
        "ich und ihr ihre ihrem ihren ihnen ein eine einen nicht mit auf fur von zum zur ist sind "
        "wir uns bei noch auch dann wenn sonst schon ohne nur".split()
    ),
    "fr": frozenset("je vous votre nous avec pour dans est sont une des les que qui mais".split()),
    "es": frozenset("usted con para los las una por pero muy hay esta este como".split()),
}
_MOST_OF_A_SHORT_TEXT, _FEWEST_SMALL = 30, 2
_OFFICES = frozenset(
    "team support service services office desk group club verein gmbh ag ltd inc llc museum "
    "school schule universitat university college foundation stiftung association society "
    "committee redaktion verlag agency agentur department info press hr equipe asociacion".split()
)
_GREETING = 40
_CLOSE = frozenset(("friend", "family", "brother", "sister", "partner", "spouse", "neighbour"))


def language_of_reply(wording: Wording, acquaintance: Acquaintance, known: Known) -> str:
    """The language of their text; where they wrote nothing, theirs or the receiver's own.

    A default text is the network's: it is answered in English where its language is not written.
    "" where a person wrote in a language that Redleaf does not write.
    """
    written = wording.report.language
    if wording.verdict == "empty":
        return _own_language(acquaintance, known)
    is_plain = all(char.isascii() for char in wording.text if char.isalpha())
    is_short = is_plain and len(_WORDS.findall(wording.text)) < _FEWEST_WORDS
    if written == "und" or is_short:
        return _of_few_words(wording.text) or (
            written if written in LANGUAGES else _own_language(acquaintance, known)
        )
    if written in LANGUAGES:
        return written
    likely = _by_small_words(wording.text)
    if likely:
        return likely
    if acquaintance.is_known and wording.verdict != "default":
        return ""
    return "" if wording.verdict in ("personal", "unclear") else "en"


def is_of_many(name: str) -> bool:
    """Whether a name is that of a firm, a team or an office, which has no given name."""
    return any(word.strip(".,") in _OFFICES for word in fold_text(name).split())


def _own_language(acquaintance: Acquaintance, known: Known) -> str:
    person = acquaintance.person
    own = [person.language] if person else []
    spoken = (*own, *known.owner.languages)
    return next((each[:2] for each in spoken if each[:2] in LANGUAGES), "en")


def _of_few_words(text: str) -> str:
    """The language by a greeting, or by words that are all English; "" for no certainty."""
    words = [word for word in _WORDS.findall(fold_text(text)) if not word.isdigit()]
    for language, hellos in _HELLOS.items():
        if not hellos.isdisjoint(words):
            return language
    english = sum(word in lexicon() for word in words)
    return "en" if len(words) > 1 and 2 * english >= len(words) and text.isprintable() else ""


def _by_small_words(text: str) -> str:
    """The language of a short text that is taken for a rarer one; "" where too little speaks for
    one of those that can be answered.
    """
    words = _WORDS.findall(fold_text(text))
    if len(words) > _MOST_OF_A_SHORT_TEXT:
        return ""
    counts = {code: sum(word in small for word in words) for code, small in _SMALL.items()}
    best = max(counts, key=lambda code: counts[code])
    others = sum(counts.values()) - counts[best]
    return best if counts[best] >= _FEWEST_SMALL and not others else ""


def is_formal(
    invitation: Invitation,
    acquaintance: Acquaintance,
    wording: Wording,
    language: str,
    *,
    called: str = "",
) -> bool:
    """Whether the answer keeps its distance: as their text does, else as the language does.

    `called` is the receiver's given name: who is greeted by it may answer alike.
    """
    person = acquaintance.person
    if person and person.register:
        return person.register == "formal"
    text = invitation.words
    if language == "en":
        network = wording.network
        return bool(_FORMAL_ENGLISH.search(fold_text(text))) or bool(
            network and network.register == "formal" and not text
        )
    # Polite words speak of others too: "Sie spielt", "su hermana".
    if _FAMILIAR[language].search(fold_text(text)):
        return False
    if _POLITE[language].search(text):
        return True
    # In French one is called by the given name and vous.
    if language != "fr" and called and called.casefold() in text[:_GREETING].casefold():
        return False
    return not (person and person.relation.casefold() in _CLOSE)
