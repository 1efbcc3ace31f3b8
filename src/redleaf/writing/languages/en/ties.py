"""Ties: what sender and reader share, said as "we"."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.nouns import has_determiner
from redleaf.writing.languages.en.persons import is_about_a_third
from redleaf.writing.languages.en.verbs import (
    from_gerund,
    from_third_person,
    is_gerund,
    known_verbs,
)

_PAST = regex(
    r"^(?:\w+ed|went|grew|were|was|ran|sang|taught|wrote|rode|swam|began|came|had|spoke|sat|"
    r"stood|lost|won|left|met|made|built|held|kept|did|knew|led|bought|sold|drove|flew|spent|"
    r"fell|saw|took|gave|got|read|threw|slept|sailed)$",
    re.IGNORECASE,
)
_GROUP = regex(
    r"^(?:alumn|members?\b|graduates?\b|fans?\b|readers?\b|parents?\b|neighbou?rs?\b|regulars?\b|"
    r"volunteers?\b|trustees?\b|subscribers?\b|students?\b|natives?\b|citizens?\b|owners?\b|"
    r"\w+ers\b|\w+ists\b)",
    re.IGNORECASE,
)
_FONDNESS = regex(
    r"^(?:a |an |the )?(?:\w+ )?(?:love|passion|interest|fondness|weakness|taste|dislike|habit|"
    r"affection|admiration|obsession)\b (?:of|for|in|with)",
    re.IGNORECASE,
)


def read_tie(text: str) -> str:
    """A clause from "we both …" on, in running text; "" when no good grammar can be made of it."""
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    text = re.sub(
        r"^(?:we|you and I|they)\s+(?:both\s+|are both\s+|all\s+)?",
        _keep_are,
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"^both(?:\s+of\s+(?:us|you|them))?\s+", "", text, flags=re.IGNORECASE)
    if not text or is_about_a_third(text):
        return ""
    text = re.sub(r"\btheir\b", "our", text)
    first, _, rest = text.partition(" ")
    return _clause(
        text[:1].lower() + text[1:] if first.lower() in _OPENERS else text, first.lower(), rest
    )


def _clause(text: str, first: str, rest: str) -> str:
    if first in ("are", "were", "have", "had"):
        return f"we {first} both {rest}" if first in ("are", "were") else f"we both {text}"
    if _FONDNESS.match(text):
        return f"we share {text if has_determiner(text) else f'a {text}'}"
    if first in known_verbs() or (_PAST.match(first) and rest):
        return f"we both {text[:1].lower() + text[1:]}"
    if from_third_person(first) and rest:
        return f"we both {from_third_person(first)} {rest}"
    if from_gerund(first) or is_gerund(first):
        return f"we have {text} in common"
    if first in ("from", "at", "in", "on", "with", "into", "for") or _GROUP.match(text):
        return f"we are both {text}"
    if first == "same" or text.startswith("the same "):
        return f"we share {text if text.startswith('the ') else f'the {text}'}"
    if has_determiner(text) or text[:1].isupper():
        return f"we have {text} in common"
    return f"we have {text} in common" if len(text.split()) <= 6 else ""


def _keep_are(match: re.Match[str]) -> str:
    return "are " if " are both " in f" {match.group().lower()} " else ""


_OPENERS = frozenset(
    "alumni members both the a an went grew worked studied volunteer live lived play played "
    "parents fans same".split()
)
