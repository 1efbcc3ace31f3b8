"""Noun phrases: one or many, with which article, and whose."""

from __future__ import annotations

import re
import unicodedata

from redleaf.notes.regexes import regex

_ARTICLES = frozenset(
    "the a an my your our his her their its some any no this that these those every "
    "each both all another more one".split()
)
_AFTER_HEAD = regex(
    r"\s(?:of|for|by|about|in|on|at|from|with|without|to|that|which|who|whom|where|when|while|if|"
    r"near|"
    r"under|over|between|among|against|behind|inside|made|printed|called|named|as|after|before|"
    r"since|"
    r"until|till|because|into|through|than|during|along|across|beside|towards?)\s.*|"
    r"[,:;(\u2013\u2014?!].*",
    re.IGNORECASE,
)
_NOT_PLURAL = regex(
    r"(?:ss|us|is|'s|’s|news|physics|mathematics|maths|economics|politics|gas|lens|always|yes|"
    r"christmas)$",
    re.IGNORECASE,
)
_PLURAL = frozenset(
    "people children men women mice geese teeth feet sheep fish data media criteria police "
    "cattle scissors bees".split()
)
_LETTERS = regex(r"[A-Z]{2,}s?\b")
_UNCOUNTED = regex(
    r"\b(?:advice|help|information|feedback|research|work|music|bread|honey|ash|flour|access|"
    r"room|space|"
    r"time|money|equipment|furniture|software|news|tea|coffee|soup|wood|clay|wool|yarn|paper|"
    r"wine|beer|"
    r"cheese|jam|oil|soil|compost|sand|company|practice|support|training|glaze|dinner|lunch|"
    r"breakfast)$",
    re.IGNORECASE,
)


def head_of(phrase: str) -> str:
    """The last word of the noun phrase before what describes it: "list" in "the list of swaps"."""
    core = _core(phrase)
    return core.split()[-1].strip(".,;:!?'\"“”’") if core.split() else phrase


def is_plural(phrase: str) -> bool:
    """Whether "are" fits behind the phrase: "two kilos of ash", "tea and toast"."""
    core = _core(phrase)
    if re.search(r"\s(?:and|&)\s", core):
        return True
    first = core.split()[0].lower() if core.split() else ""
    if first in ("a", "an", "one", "this", "every", "each"):
        return False
    head = head_of(phrase).lower()
    return head in _PLURAL or (
        head.endswith("s") and len(head) > 3 and not _NOT_PLURAL.search(head)
    )


def with_article(phrase: str) -> str:
    """ "a scan of the map" for "scan of the map"; plural, uncounted and named things stay bare."""
    words = phrase.split()
    if not words or has_determiner(phrase):
        return phrase
    head = head_of(phrase)
    if (
        is_plural(phrase)
        or _UNCOUNTED.search(head)
        or words[0][:1].isupper()
        or not words[0][:1].isalpha()
    ):
        return phrase
    return f"{article(phrase)} {phrase}"


def with_the(phrase: str) -> str:
    """ "the microphone list" for "microphone list"; what has an article or number keeps it."""
    first = phrase.split()[0].lower() if phrase.split() else ""
    if has_determiner(phrase) and first not in _NUMBERS and not first[:1].isdigit():
        return re.sub(r"^(?:a|an)\s", "the ", phrase)
    return f"the {phrase}"


def article(phrase: str) -> str:
    """ "a" or "an", by the sound of the first word."""
    word = phrase.split()[0].strip("\"'“‘(") if phrase.split() else ""
    if _LETTERS.match(word):
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    if word[:1].isdigit():
        return "an" if re.match(r"(?:8|11\b|18\b|11[a-z]|18\d\d\b)", word) else "a"
    if re.match(
        r"(?:one|once|eu|ew|ufo|uni(?:t|v|q|f|s|c|o)|us(?:e|u)|ut(?:i|en)|u[bk]|ura)",
        word,
        re.IGNORECASE,
    ):
        return "a"
    return (
        "an"
        if re.match(r"(?:[aeiou]|hour|honest|heir|honou?r)", _plain(word), re.IGNORECASE)
        else "a"
    )


def has_determiner(phrase: str) -> bool:
    """Whether an article, a pronoun or a number opens the phrase, or somebody owns it."""
    words = phrase.split()
    if not words:
        return False
    return (
        words[0].lower() in _ARTICLES
        or words[0][:1].isdigit()
        or words[0].lower() in _NUMBERS
        or bool(re.match(r"[^\s]+(?:\s[A-Z][^\s]*){0,3}['’]s?\s", phrase) and phrase[0].isupper())
    )


_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty "
    "thirty forty fifty hundred".split()
)


def _core(phrase: str) -> str:
    """The phrase up to what describes its head: "maps" of "maps folded the wrong way"."""
    core = _AFTER_HEAD.sub("", f"{phrase} ").strip() or phrase
    core = re.sub(r"(?<=[a-z]s)\s\w+(?:ed|ing)\s.*", "", core)
    # "kilns fired" is what is left of "kilns fired with olive stones".
    return re.sub(r"(?<=[a-z]s)\s(?:\w+[^e\W]ed|written|made|built|kept|found|left)$", "", core)


def _plain(word: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign)
    )
