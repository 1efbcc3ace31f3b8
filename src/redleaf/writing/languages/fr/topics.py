"""Topics: what was talked about, by its shape, in the forms in which sentences take it up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.writing.languages.fr.persons import is_about_a_third
from redleaf.writing.languages.fr.phrases import Phrase, parse
from redleaf.writing.languages.fr.verbs import is_infinitive
from redleaf.writing.languages.fr.words import elides, is_foreign, looks_foreign, small, tidy
from redleaf.writing.languages.privacy import private_words

_QUESTION = re.compile(
    r"(?:si|s'|pourquoi|comment|qui|quoi|où|quand|combien|quel|quelle|quels|quelles|ce qui|ce que|"
    r"ce qu'|à quoi|de quoi)(?<=['\w])(?:\s|(?<='))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"^(?:je|j'|nous|tu|il|elle|on|c'est|ce sont|vous|ça)(?:\s|(?<='))", re.I)
_JOTTED = re.compile(
    r"->|→|=>|\s/\s|;|\||\.\.|\s\+\s|(?:,\s*[^,]+){2,}|"
    # "Le déménagement, le chat" are two things.
    r",\s(?:le|la|les|un|une|des)\s\w+$|,\sl'\w+$"
)
# "Le cobalt est devenu cher" is no noun: it is quoted as it was jotted.
_STATEMENT = re.compile(
    r"(?:l'|(?:le|la|les|un|une|des)\s)(?:(?!\b(?:qui|que|où|dont|quand|quoi|lequel|laquelle)\b|qu').)+?"
    r"\s(?:n'|s')?(?:est|sont|était|étaient|ont|va|vont|sera|seront|devient|coûte|coûtent)\s",
    re.IGNORECASE,
)
_OWN = re.compile(r"^(?:son|sa|ses|leur|leurs)\s", re.IGNORECASE)
_KINDNESS = re.compile(
    r"(?:que |qu')?(?:tu |elle |il |vous )(?P<me>m'|me l'|nous )?(?:as|a|avez|ait|aies|ayez)\s"
    r"(?P<deed>\w+(?:é|i|u|is|it|ert|ait)\s.+)",
    re.IGNORECASE,
)
_HAVING = re.compile(r"(?:de |d')?(?P<deed>(?:m'|nous )?avoir \w+(?:é|i|u|is|it|ert)\s.+)", re.I)
_YOURS = re.compile(r"(?<= )(?:votre|vos|ton|ta|tes) (?P<thing>[^,;]+)$")
_SHORT = 5
_SHORT_STATEMENT = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: `theme` after a colon, `of` with its "de"; "" if unsaid.

    `phrase` is set for nouns, `question` for "pourquoi …", `point` for what was behind "que".
    """

    theme: str
    of: str = ""
    phrase: Phrase | None = None
    question: str = ""
    point: str = ""
    is_jotted: bool = False


def read_topic(text: str) -> Topic | None:
    """How to speak of a topic, or None when no good grammar can be made of it."""
    text = re.sub(
        r"^(?:(?:un grand )?merci pour|sur|à propos (?:de|du|des|d')|thème ?:|sujet ?:)\s?",
        "",
        tidy(text),
        flags=re.I,
    )
    jotted = bool(_JOTTED.search(text)) and not _QUESTION.match(text)
    if jotted:
        text = tidy(re.split(r"\s*(?:,|;|->|→|=>|\||\s/\s|\+|\.\.)\s*", text)[0])
    if not text or is_private(text) or is_about_a_third(text):
        return None
    if _SENTENCE.match(text) or _OWN.match(text) or is_foreign(text) or re.search(r"[?!]", text):
        return None
    return _by_shape(text, is_jotted=jotted)


def read_kindness(text: str) -> str:
    """ "que tu m'as prêté l'échelle" as "de m'avoir prêté l'échelle", behind "merci"; or ""."""
    text = tidy(text)
    having, done = _HAVING.fullmatch(text), _KINDNESS.fullmatch(text)
    if having:
        deed = having["deed"]
    elif done:
        me = (done["me"] or "").lower()
        deed = f"{'me l' + chr(39) if me.startswith('me') else me}avoir {done['deed']}"
    else:
        return ""
    # "Votre levain" is said with "ton" to a friend; "le levain" is right for both.
    deed = _YOURS.sub(_with_the, deed)
    if is_private(text) or is_about_a_third(deed):
        return ""
    return f"d'{deed}" if elides(deed) else f"de {deed}"


def _with_the(found: re.Match[str]) -> str:
    phrase = parse(found["thing"])
    return phrase.definite if phrase and phrase.definite else found.group()


def _by_shape(text: str, *, is_jotted: bool) -> Topic | None:
    lower = text[:1].lower() + text[1:]
    point = re.match(r"(?:le fait )?(?:que\s|qu')(?P<clause>.+)", lower)
    if point and len(text.split()) > 3:
        that = re.sub(r"^le fait ", "", lower)
        return Topic(point["clause"], f"de l'idée {that}", point=point["clause"])
    if _QUESTION.match(lower):
        return _as_question(lower) if len(text.split()) > 2 else None
    if is_infinitive(lower):
        return Topic(lower, f"de l'art {'d' + chr(39) if elides(lower) else 'de '}{lower}")
    if _STATEMENT.match(text):
        return _quoted(text, longest=_SHORT_STATEMENT)
    if looks_foreign(text):
        return _quoted(text)
    phrase = parse(text)
    if not phrase:
        return None
    # Behind a colon, too, a noun has its article: "une chose : les tuyaux d'orgue".
    theme = phrase.jotted if phrase.article else phrase.definite or phrase.jotted
    return Topic(theme, phrase.after_of, phrase, is_jotted=is_jotted)


def _as_question(text: str) -> Topic:
    """ "comment conserver" is spoken of as "la façon de conserver", "pourquoi" stays a question."""
    how = re.match(r"comment (?P<rest>.+)", text)
    if how and is_infinitive(how["rest"]):
        rest = how["rest"]
        return Topic(text, f"de la façon {'d' + chr(39) if elides(rest) else 'de '}{rest}")
    if how:
        return Topic(text, "", question=text)
    if text.startswith("ce qu"):
        return Topic(text, f"de {text}", question=text)
    return Topic(text, "", question=text)


def _quoted(text: str, longest: int = _SHORT) -> Topic | None:
    """A few words of no French shape, as a title is quoted."""
    if len(text.split()) > longest or re.search(r"\b(?:I|my|me)\b", text):
        return None
    quoted = f"«\u00a0{small(text)}\u00a0»"
    return Topic(quoted, f"de {quoted}")


def is_private(text: str) -> bool:
    """Whether the words touch health, money, faith or trouble that no first note should name."""
    return bool(private_words("fr").search(text.replace("’", "'")))
