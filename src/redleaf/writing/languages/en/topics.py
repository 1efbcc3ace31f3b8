"""Topics: what was spoken about, as something that can stand after "about"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.inversions import indirect
from redleaf.writing.languages.en.jottings import turned, without_report
from redleaf.writing.languages.en.nouns import is_plural
from redleaf.writing.languages.en.persons import is_about_a_third
from redleaf.writing.languages.en.verbs import is_gerund

_JOTTED = regex(
    r"->|→|=>|\s/\s|(?<!\w)(?:w/|b/c|re:|vs\.?|\+|@|~|#)(?!\w)|(?:,\s*[^,]+){2,}|/|\.\.|\|"
)
# "A/B testing", "and/or gates", "24/7 bakeries": one thing, not two jotted side by side.
_ONE_THING = regex(r"(?<![\w/])(\w{1,3}|[A-Z]{2,5})/(\w{1,3}|[A-Z]{2,5})(?![\w/])")
_SLASH = "\N{DIVISION SLASH}"
_QUESTION = regex(r"(?:why|how|what|where|when|whether|whose|who|which)\b", re.IGNORECASE)
_CLAUSE = regex(
    r"\s+(?:while|when|because|although|though|after|before|since|until|unless)\s+(?:\w+\s+){0,3}?"
    r"(?:i|we|my|our|was|were|is|are|had|has|did)\b.*",
    re.IGNORECASE,
)
_SENTENCE = regex(
    r"^(?:i|we|you|he|she|they|it|there|this|don't|never|always|let's|that's|it's|i'm|they're)\s",
    re.IGNORECASE,
)
_FIRST_PERSON = regex(r"\b(?:i|me|my|mine|we|our|us|i'm|i've)\b", re.IGNORECASE)

_ACT = regex(
    r"your (?:[\w-]+ ){0,2}?(?:talk|lecture|demo|demonstration|keynote|speech|presentation|session|"
    r"workshop|reading|concert|recital|performance|poster|panel|seminar|tour|show|sermon|webinar)"
    r"\b(?! of\b)",
    re.IGNORECASE,
)
_TWO_SUBJECTS = regex(
    r"((?:why|how|whether|who|when|where|what)\s.+?) and ((?:her|his|their|your)\s.+)$",
    re.IGNORECASE,
)
# A word of three letters, a short one with a sign ("C++") or in capitals, or of another script.
_NAMING = regex(r"[^\W\d_]{3,}|[A-Z]{2,}|[A-Z](?=[+#&])|[^\x00-\u024f]{2,}")
_NAMELESS = frozenset(
    "the and not but why how what who when where which don can won yes maybe this that these those "
    "there here for from with say said something anything nothing stuff things thing".split()
)
_COUNTED = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|no|the) [^,]+"
_TWO_THINGS = regex(rf"^({_COUNTED}), ({_COUNTED})$")


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

    @property
    def is_act(self) -> bool:
        """Whether it is something the reader performed: "your talk on night rotas"."""
        return bool(_ACT.match(self.about))


def names_something(text: str) -> bool:
    """Whether the words name anything: not a bare number, "don't" or "to be or not to be"."""
    if text.lower().startswith(("e.g.", "i.e.", "etc")):
        return False
    words = [word for word in _NAMING.findall(text) if word.lower() not in _NAMELESS]
    return bool(words)


def parted(text: str) -> tuple[str, str, str]:
    """ "whether moss sleeps and her plan to ask it" in its two subjects; no second for others."""
    found = _TWO_SUBJECTS.match(text)
    return (found[1], " and ", turned(found[2])) if found else (text, "", "")


def read_topic(text: str) -> Topic | None:
    """How to speak of a topic, or None when no good grammar can be made of it."""
    text = text.strip(" .;,:-–—()").removeprefix("about ").removeprefix("About ")
    if not names_something(text):
        return None
    text = turned(without_report(_not_shouted(text)))
    jotted = _is_jotted(text)
    if jotted:
        text = _first_sound_word(text)
    text = _without_clause(re.sub(r":\s.*\?$", "", text))
    if not text or is_about_a_third(text) or is_private(text) or _SENTENCE.match(text):
        return None
    first = text.split()[0]
    if first.lower() == "that" and len(text.split()) > 3:
        return Topic(about=f"how {text[5:]}", point=text)
    if text.endswith("?") and (turned_round := indirect(text)):
        return Topic(about=turned_round, is_question=True)
    if text.endswith("?"):
        return Topic(about=f"“{text[:1].upper()}{text[1:]}”") if '"' not in text else None
    text = _with_and(_in_running_text(text))
    if _QUESTION.match(text):
        return Topic(about=text, is_question=True)
    if is_gerund(first) or first.lower() == "to":
        return (
            Topic(about=text, is_gerund=True, is_jotted=jotted) if first.lower() != "to" else None
        )
    if len(text.split()) > 1 and first in _VERBS_ONLY:
        return None
    return Topic(about=text, is_thing=True, is_many=is_plural(text), is_jotted=jotted)


def _not_shouted(text: str) -> str:
    """ "NIGHT ROTAS" in small letters; one shouted word may be an abbreviation."""
    return text.lower() if text.isupper() and " " in text and len(text) > 8 else text


def _with_and(text: str) -> str:
    """ "31 pianos, one lift" as "31 pianos and one lift": two things, set down side by side."""
    return _TWO_THINGS.sub(r"\1 and \2", text)


@lru_cache(maxsize=1)
def _private_words() -> re.Pattern[str]:
    lines = read_beside(__file__, "private.txt").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split(";")]
    alternatives = "|".join(re.escape(word.strip()) for word in words if word.strip())
    return regex(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def is_private(text: str) -> bool:
    """Whether the words touch health, money, faith or trouble that no first note should name."""
    return bool(_private_words().search(text))


def is_jotted_word(word: str) -> bool:
    """Whether a word is shorthand: no vowel, lower case, as "stn", "mtg", "w/"; "vs" is none."""
    bare = word.strip(".,;:")
    if bare == "vs":
        return False
    return bool(re.fullmatch(r"[bcdfghjklmnpqrstvwxz]{2,5}", bare)) or bare in ("w/", "b/c", "re:")


def _is_jotted(text: str) -> bool:
    if re.search(r"->|→|=>|;|\||\s/\s", text):
        return True
    text = _ONE_THING.sub(r"\1-\2", text)
    # A capital opens a title, which may have commas; two open an abbreviation.
    is_title = text[:1].isupper() and not text[:2].isupper()
    return bool(_JOTTED.search(text)) and not text.endswith("?") and not is_title


def _first_sound_word(text: str) -> str:
    """Of a jotted list the first item, when it is plainly a subject: "bees, hates slides"."""
    kept = _ONE_THING.sub(rf"\1{_SLASH}\2", text)
    item = re.split(r"\s*(?:,|;|->|→|=>|\||/|\+|\.\.)\s*", kept)[0].strip().replace(_SLASH, "/")
    words = item.split()
    if not 1 <= len(words) <= 6 or any(is_jotted_word(word) for word in words):
        return ""
    return "" if (words[0] in _VERBS_ONLY and len(words) > 1) or not names_something(item) else item


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
