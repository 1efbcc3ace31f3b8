"""Verbs: from "repairs" and "carrying" back to the plain form, by rule and a short list."""

from __future__ import annotations

from functools import lru_cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex

_IRREGULAR = {
    "is": "am",
    "has": "have",
    "does": "do",
    "goes": "go",
    "focuses": "focus",
    "quizzes": "quiz",
    "buses": "bus",
    "unties": "untie",
}
_DOUBLED = regex(r"([bdgklmnprtv])\1$")


@lru_cache(maxsize=1)
def known_verbs() -> frozenset[str]:
    lines = read_beside(__file__, "verbs.txt").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def from_third_person(word: str) -> str:
    """The plain form of "repairs", "teaches", "carries", "is"; "" when it is no such verb."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    plain = without_s(lower)
    return plain if plain in known_verbs() else ""


def without_s(word: str) -> str:
    """ "repairs", "teaches", "carries" without their ending, by rule; "" for what has none."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else ""


def from_gerund(word: str) -> str:
    """The plain form of "carrying", "making", "planning"; "" when it is no verb known here."""
    lower = word.lower()
    if not lower.endswith("ing") or len(lower) < 5:
        return ""
    stem = lower[:-3]
    undoubled = stem[:-1] if _DOUBLED.search(stem) else ""
    ie = f"{stem[:-1]}ie" if stem.endswith("y") else ""
    for plain in (stem, f"{stem}e", undoubled, ie):
        if plain in known_verbs():
            return plain
    return ""


def is_gerund(word: str) -> bool:
    """Whether `word` reads as the -ing form of a verb, known or not."""
    lower = word.lower()
    return (
        lower == "being"
        or bool(from_gerund(lower))
        or (
            len(lower) > 5 and lower.endswith("ing") and lower not in _NOT_GERUNDS and word == lower
        )
    )


_NOT_GERUNDS = frozenset(
    "spring string evening morning during something nothing anything everything wedding ceiling "
    "building meeting painting clothing viking sibling darling pudding sterling duckling".split()
)
