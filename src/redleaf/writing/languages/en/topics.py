"""Topics: what was spoken about, as something that can stand after "about"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from redleaf.writing.languages.en.nouns import is_plural
from redleaf.writing.languages.en.persons import is_about_a_third
from redleaf.writing.languages.en.verbs import is_gerund

_JOTTED = re.compile(
    r"->|→|=>|(?<!\w)(?:w/|b/c|re:|vs\.?|\+|@|~|#)(?!\w)|(?:,\s*[^,]+){2,}|/|\.\.|\|"
)
_QUESTION = re.compile(r"(?:why|how|what|where|when|whether|who|which)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\s+(?:while|when|because|although|though|after|before|since|until|unless)\s+(?:\w+\s+){0,3}?"
    r"(?:i|we|my|our|was|were|is|are|had|has|did)\b.*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"^(?:i|we|you|he|she|they|it|there|this|don't|never|always|let's|that's|it's|i'm|they're)\s",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|we|our|us|i'm|i've)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that reads well after "about". `point` is set for "that …", `is_thing` for nouns."""

    about: str
    point: str = ""
    is_thing: bool = False
    is_many: bool = False
    is_question: bool = False
    is_gerund: bool = False
    is_jotted: bool = False


def read_topic(text: str) -> Topic | None:
    """How to speak of a topic, or None when no good grammar can be made of it."""
    text = text.strip(" .;,:-–—").removeprefix("about ").removeprefix("About ")
    jotted = _is_jotted(text)
    if jotted:
        text = _first_sound_word(text)
    text = _without_clause(re.sub(r":\s.*\?$", "", text))
    if not text or is_about_a_third(text) or is_private(text) or _SENTENCE.match(text):
        return None
    first = text.split()[0]
    if first.lower() == "that" and len(text.split()) > 3:
        return Topic(about=f"the idea {text}", point=text)
    text = _in_running_text(text)
    if _QUESTION.match(text):
        return Topic(about=text, is_question=True) if not text.endswith("?") else None
    if is_gerund(first) or first.lower() == "to":
        return (
            Topic(about=text, is_gerund=True, is_jotted=jotted) if first.lower() != "to" else None
        )
    if len(text.split()) > 1 and first in _VERBS_ONLY:
        return None
    return Topic(about=text, is_thing=True, is_many=is_plural(text), is_jotted=jotted)


@lru_cache(maxsize=1)
def _private_words() -> re.Pattern[str]:
    lines = files(__package__).joinpath("private.txt").read_text("utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split(";")]
    alternatives = "|".join(re.escape(word.strip()) for word in words if word.strip())
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def is_private(text: str) -> bool:
    """Whether the words touch health, money, faith or trouble that no first note should name."""
    return bool(_private_words().search(text))


def is_jotted_word(word: str) -> bool:
    """Whether a word is shorthand: no vowel, lower case, as "stn", "mtg", "w/"."""
    bare = word.strip(".,;:")
    return bool(re.fullmatch(r"[bcdfghjklmnpqrstvwxz]{2,5}", bare)) or bare in ("w/", "b/c", "re:")


def _is_jotted(text: str) -> bool:
    if re.search(r"->|→|=>|;|\|", text):
        return True
    return bool(_JOTTED.search(text)) and not text.endswith("?") and not text[:1].isupper()


def _first_sound_word(text: str) -> str:
    """Of a jotted list the first item, when it is plainly a subject: "bees, hates slides"."""
    item = re.split(r"\s*(?:,|;|->|→|=>|\||/|\+|\.\.)\s*", text)[0].strip()
    words = item.split()
    if not 1 <= len(words) <= 6 or any(is_jotted_word(word) for word in words):
        return ""
    return "" if words[0] in _VERBS_ONLY and len(words) > 1 else item


def _without_clause(text: str) -> str:
    """Without "while my wrist was in plaster": whose wrist it was depends on who reads it."""
    shorter = _CLAUSE.sub("", text)
    return shorter if shorter != text and _FIRST_PERSON.search(text[len(shorter) :]) else text


def _in_running_text(text: str) -> str:
    """ "The art of pricing" as "the art of pricing"; names and abbreviations stay as they are."""
    first = text.split()[0]
    if first in (
        "The",
        "A",
        "An",
        "How",
        "Why",
        "What",
        "Where",
        "When",
        "Whether",
        "Who",
        "Which",
    ):
        return first.lower() + text[len(first) :]
    if first[0].isupper() and first[1:].islower() and is_gerund(first.lower()):
        return first.lower() + text[len(first) :]
    return text


# Third persons that are no plural nouns: "hates slides" remarks on the reader, "maps" does not.
_VERBS_ONLY = frozenset(
    "hates likes loves wants needs has is was lives thinks says knows keeps does goes speaks "
    "teaches "
    "makes gets gives tells believes prefers dislikes collects writes sings hopes works grew "
    "moved".split()
)
