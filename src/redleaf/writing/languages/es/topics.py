"""Topics: what was talked about, by its shape, as sentences take it up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.es.nouns import is_known
from redleaf.writing.languages.es.persons import is_about_a_third
from redleaf.writing.languages.es.phrases import Phrase, parse
from redleaf.writing.languages.es.verbs import infinitive_of, is_infinitive
from redleaf.writing.languages.es.words import is_foreign, looks_strange
from redleaf.writing.languages.privacy import private_words

_QUESTION = re.compile(
    r"(?:(?:por|para|de|a|con|en|desde|hasta) )?(?:qué|quién|quiénes|dónde|cuándo|cuánt[ao]s?|"
    r"cuál|cuáles|cómo)\b|si (?=\w+ \w+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"^(?:yo|nosotr[ao]s|nos|me|se|lo|no|es|son|está|están|hay|fue|ha|han|creo|dice|cree)\s",
    re.IGNORECASE,
)
_JOTTED = re.compile(
    r"->|→|=>|\s/\s|;|\||\.\.|\s\+\s|(?:,\s*[^,]+){2,}|"
    # "La mudanza, el gato" are two things.
    r",\s(?:el|la|los|las|un|una)\s\w+$"
)
_KINDNESS = re.compile(
    r"(?:que\s)?(?:(?P<me>me|nos)\s(?:(?:has?|habéis|han)\s(?P<participle>\w+[dtsc]h?o)|(?P<verb>\w+))|(?P<whole>\w+[aei]r(?:me|nos)))"
    r"\s(?P<deed>[^.;!?]+)$"
    r"|que\s(?P<wished>\w+ra|\w+[aií]ste)\s(?P<done>[^.;!?]+)$"
)
_YOURS = re.compile(r"(?<= )(?:tus?|sus?) (?P<thing>[^,;]+)$")
# "El cobalto se ha puesto caro" is no noun: it is quoted as it was jotted.
_STATEMENT = re.compile(
    r"(?:el|la|los|las|un|una)\s(?:(?!\b(?:que|quien|donde|cuando|cuyo|cuya)\b).)+?"
    r"\s(?:se\s|no\s)?(?:es|son|está|están|era|eran|ha|han|fue|va|van|cuesta|cuestan)\s",
    re.IGNORECASE,
)
_SHORT = 5
_SHORT_STATEMENT = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: `theme` as said, and by its shape a `phrase`, a `question` or a `point`."""

    theme: str
    phrase: Phrase | None = None
    question: str = ""
    point: str = ""
    is_jotted: bool = False
    is_quoted: bool = False


def read_topic(text: str) -> Topic | None:
    """How to speak of a topic, or None when no good grammar can be made of it."""
    text = re.sub(
        r"^(?:(?:muchas )?gracias por|sobre|acerca de|hablar de|tema:?)\s",
        "",
        text.strip(" .;,:-\u2013\u2014"),
        flags=re.I,
    )
    text = re.sub(r"^¿([^¿?]+)\?$", r"\1", text)
    jotted = bool(_JOTTED.search(text)) and not _QUESTION.match(text)
    if jotted:
        text = re.split(r"\s*(?:,|;|->|→|=>|\||\s/\s|\+|\.\.)\s*", text)[0].strip()
    if not text or is_private(text) or is_about_a_third(text) or _SENTENCE.match(text):
        return None
    if is_foreign(text) or re.search(r"[?!¿¡]", text):
        return None
    return _by_shape(text, is_jotted=jotted)


def read_kindness(text: str) -> str:
    """ "que me prestara la escalera" as what stands behind "gracias por": "prestarme …"; or ""."""
    # "Tu masa madre" is "su" in a formal letter; "la masa madre" is right for both.
    text = _YOURS.sub(_with_the, text.strip(" .;,"))
    found = _KINDNESS.match(text)
    if not found or is_private(text) or is_about_a_third(found["deed"] or found["done"]):
        return ""
    if found["wished"]:
        verb = infinitive_of(found["wished"])
        return f"{verb} {found['done']}" if verb else ""
    if found["whole"]:
        return text.strip(" .;,").removeprefix("que ")
    if found["participle"]:
        return f"haber{found['me']} {found['participle']} {found['deed']}"
    verb = infinitive_of(found["verb"])
    return f"{verb}{found['me']} {found['deed']}" if verb else ""


def _with_the(found: re.Match[str]) -> str:
    phrase = parse(found["thing"])
    the = phrase.with_the() if phrase else None
    return the.text if the and the.article else found.group()


def is_private(text: str) -> bool:
    """Whether the words touch health, money, faith or trouble that no first note should name."""
    return bool(private_words("es").search(text))


def _by_shape(text: str, *, is_jotted: bool) -> Topic | None:
    lower = text[:1].lower() + text[1:]
    if lower.startswith("que "):
        return Topic(lower, point=lower) if len(text.split()) > 3 else None
    if _QUESTION.match(text):
        return Topic(lower, question=lower) if len(text.split()) > 2 else None
    is_statement = bool(_STATEMENT.match(text))
    if is_statement or looks_strange(text):
        is_short = len(text.split()) <= (_SHORT_STATEMENT if is_statement else _SHORT)
        return Topic(f"«{text}»", is_quoted=True) if is_short else None
    first = lower.split()[0]
    if is_infinitive(first) and not is_known(first) and " " in text:
        return Topic(lower, is_jotted=is_jotted)
    phrase = parse(text)
    if not phrase:
        return None
    return Topic(phrase.text, phrase, is_jotted=is_jotted)
