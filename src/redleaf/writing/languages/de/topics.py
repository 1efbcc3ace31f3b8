"""Topics: what was talked about, by its shape, in the cases in which sentences take it up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.persons import is_about_a_third
from redleaf.writing.languages.de.phrases import ACC, DAT, NOM, Phrase, parse, with_capitals
from redleaf.writing.languages.de.words import has_german_noun, is_foreign
from redleaf.writing.languages.privacy import private_words

_QUESTION = regex(
    r"(?:ob|warum|wieso|weshalb|wie|was|wer|wen|wem|wo|wann|woher|wohin|womit|wozu|woran|wovon|"
    r"worauf|welche[rsnm]?)\b",
    re.IGNORECASE,
)
_SENTENCE = regex(r"^(?:ich|wir|du|er|sie|es|man|das ist|die sind)\s", re.IGNORECASE)
_JOTTED = regex(
    r"->|→|=>|\s/\s|;|\||\.\.|\s\+\s|(?:,\s*[^,]+){2,}|"
    # "Der Umzug, die Katze" are two things; "die Fähre, die nie wendet" is one.
    r",\s(?:der|die|das|den|ein|eine)\s[A-ZÄÖÜ]\w+$"
)
_INFINITIVE = regex(r"(?:^|\s)(?:zu\s)?[a-zäöü][a-zäöüß]+(?:en|eln|ern)$")
_MY_OWN = regex(r"\b(?:mein|meine[nmrs]?|mich|mir|ich)\b", re.IGNORECASE)
_KINDNESS = regex(r"dass (?:du|sie|er|Sie) (?P<deed>[^.;!?]+) (?P<verb>\w+)$")
_YOUR = regex(r"\bdein(e[nmrs]?)?\b")
_TURNED = {
    **dict.fromkeys(("hast", "hat", "haben"), ("hast", "haben")),
    **dict.fromkeys(("bist", "ist", "sind"), ("bist", "sind")),
}
_ABSTRACT = regex(r"(?:ung|[hk]eit|schaft|tät|ion|enz|anz|ismus|tum)$")
# "Leinöl, klebt immer": what follows the comma is a remark, and no clause of the noun.
_REMARK = regex(
    r",\s(?!(?:der|die|das|den|dem|deren|dessen|denen|wo|wie|was|wenn|weil|dass|ob|als|in|an|auf|aus|"
    r"mit|von|zu|nach|seit|für|über|aber|nicht|ohne|und)\b)[a-zäöü].*"
)
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: `theme` after a colon, `about` after "über", `dative` after "von"; "" if unsaid.

    `phrase` is set for nouns, `question` for "warum …", `point` for "dass …".
    """

    theme: str
    about: str = ""
    dative: str = ""
    phrase: Phrase | None = None
    question: str = ""
    point: str = ""
    is_jotted: bool = False


def read_topic(text: str) -> Topic | None:
    """How to speak of a topic, or None when no good grammar can be made of it."""
    text = re.sub(r"^(?:über|Thema:?|(?:[Vv]ielen\s)?[Dd]anke?\sfür)\s", "", text.strip(" .;,:-–—"))
    jotted = bool(_JOTTED.search(text)) and not _QUESTION.match(text)
    if jotted:
        text = re.split(r"\s*(?:,|;|->|→|=>|\||\s/\s|\+|\.\.)\s*", text)[0].strip()
    text = with_capitals(text if _QUESTION.match(text) else _REMARK.sub("", text))
    if not text or is_private(text) or is_about_a_third(text) or _SENTENCE.match(text):
        return None
    if is_foreign(text):
        return None
    return _by_shape(text, is_jotted=jotted)


def read_kindness(text: str) -> tuple[str, str] | None:
    """ "dass du mir die Leiter geliehen hast" as said to a friend, and in a formal letter.

    None when it is no such clause; a verb that cannot be turned is no such clause either.
    """
    found = _KINDNESS.match(text.strip(" .;,"))
    verb = _TURNED.get(found["verb"]) if found else None
    if not found or not verb or is_private(text) or is_about_a_third(_YOUR.sub("", found["deed"])):
        return None
    polite = _YOUR.sub(r"Ihr\1", found["deed"])
    return f"dass du {found['deed']} {verb[0]}", f"dass Sie {polite} {verb[1]}"


def _by_shape(text: str, *, is_jotted: bool) -> Topic | None:
    lower = text[:1].lower() + text[1:]
    if lower.startswith("dass ") and len(text.split()) > 3:
        return Topic(lower, f"den Gedanken, {lower}", f"dem Gedanken, {lower}", point=lower)
    if _QUESTION.match(text):
        if text.endswith("?") or len(text.split()) < 3 or "?" in text:
            return None
        return Topic(lower, f"die Frage, {lower}", f"der Frage, {lower}", question=lower)
    if not has_german_noun(text):
        return _quoted(text)
    if text[:1].islower() and _INFINITIVE.search(text) and not _opens_a_phrase(text):
        return Topic(text)
    phrase = parse(text)
    if not phrase:
        return Topic(text, f"„{text}“", f"„{text}“") if text[:1].isupper() else Topic(text)
    if _INFINITIVE.search(text) and not phrase.tail.startswith(",") and _is_deed(text):
        return Topic(text)
    spoken = phrase if _needs_no_article(phrase) else phrase.with_the()
    said = phrase.said(NOM)
    return Topic(said, spoken.said(ACC), spoken.said(DAT), phrase, is_jotted=is_jotted)


def _needs_no_article(phrase: Phrase) -> bool:
    """Whether one talks "über Lindenhonig", and not "über den Umstieg von der Bank"."""
    if not phrase.noun or phrase.noun.many is not False or phrase.tail.startswith(","):
        return True
    if phrase.before or phrase.is_joined:
        return True
    is_mass = phrase.noun.is_mass or bool(_ABSTRACT.search(phrase.head))
    return is_mass and not phrase.tail


def _opens_a_phrase(text: str) -> bool:
    """Whether an article or an adjective comes first, so that a verb at the end is in a clause."""
    phrase = parse(text)
    return bool(phrase and (phrase.kind or phrase.before) and "," in text)


def _is_deed(text: str) -> bool:
    """ "Safran unter Glas ziehen": a bare noun, and an infinitive that ends it all."""
    return "," not in text and not re.search(r"\b(?:die|das|der|wie|als)\s\S+$", text)


def _quoted(text: str) -> Topic | None:
    """A few words of no known German shape, as a title is quoted."""
    if len(text.split()) > _SHORT or _MY_OWN.search(text):
        return None
    return Topic(f"„{text}“", f"„{text}“", f"„{text}“")


def is_private(text: str) -> bool:
    """Whether the words touch health, money, faith or trouble that no first note should name."""
    return bool(private_words("de").search(text))
