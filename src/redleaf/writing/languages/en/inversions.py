"""Direct questions turned so that a sentence can go on about them."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex

# Only where it is plain where the subject ends: before a second article, or a word like "ever".
_BE = regex(
    r"(?P<asks>(?:why|how|when|where)\s)?(?P<verb>is|are|was|were)\s"
    r"(?P<who>(?:an?|the|every|any)\s(?:[\w'’-]+\s){1,4}?)"
    r"(?P<rest>(?:an?|the|ever|always|never|really|still|just|only|worth|too)\s.+|ever)\?",
    re.IGNORECASE,
)
_DO = regex(
    r"(?P<asks>(?:why|how|when|where)\s)?do\s(?P<rest>(?!(?:you|your|I|my|we|our)\b)[\w'’-]+\s.+)\?",
    re.IGNORECASE,
)
_OF = regex(r"\b(?:of|in|on|at|for|with|from|to|and|or)\s$")


def indirect(question: str) -> str:
    """ "is a bench a promise?" as "whether a bench is a promise"; "" where that is unsure."""
    if found := _BE.fullmatch(question):
        if _OF.search(found["who"]):
            return ""
        return _joined(found["asks"], found["who"], found["verb"].lower() + " ", found["rest"])
    if found := _DO.fullmatch(question):
        return _joined(found["asks"], found["rest"])
    return ""


def _joined(asks: str | None, *rest: str) -> str:
    return (asks or "whether ").lower() + "".join(rest)
