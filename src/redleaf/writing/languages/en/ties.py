"""Ties: what sender and reader share, said as "we"."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.nouns import has_determiner
from redleaf.writing.languages.en.persons import is_about_a_third
from redleaf.writing.languages.en.verbs import (
    from_third_person,
    is_gerund,
    known_verbs,
)

_PAST = regex(
    r"^(?:\w+ed|went|grew|were|was|ran|sang|taught|wrote|rode|swam|began|came|had|spoke|sat|"
    r"stood|lost|won|left|met|made|built|held|kept|did|knew|led|bought|sold|drove|flew|spent|"
    r"fell|saw|took|gave|got|read|threw|slept|sailed|quit|hurt|broke|wore|drew|paid|heard|felt|"
    r"thought|brought|caught|chose|rose|sank|swore|woke|hid|dug|forgot|learnt|burnt|fought)$",
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


_SUBJECT = regex(
    r"^(?:we|you and i|they)\b(?:['’]re| are| were)?\s+(?:(?:both|all)\s+)?|"
    r"^(?:(?:are|were)\s+)?both\s+(?:of\s+(?:us|you|them)\s+)?(?:are\s+)?|^fellow\s+",
    re.IGNORECASE,
)
_ALONE = regex(r"^(neither|each|one|none) of (?:us|you|them) (?=\w)", re.IGNORECASE)
# "our dogs are siblings", "our daughters play chess": a clause of its own.
_OURS = regex(
    r"^our (?:\w+ ){1,3}?(?:are|were|is|was|have|had|both|went|go|share|shared|met|play)\b"
)
_ADVERB = regex(
    r"^(?:still|once|also|now|always|often|only|just|even|never|sometimes|usually|secretly|long|"
    r"recently|later|first|briefly|nearly|almost|really|already|twice)$",
    re.IGNORECASE,
)
_HELPING = regex(
    r"^(?:can|could|would|should|must|may|might|will|used|do|don['’]t|didn['’]t|won['’]t|"
    r"couldn['’]t|wouldn['’]t|haven['’]t)$",
    re.IGNORECASE,
)
# Participles that tell how somebody is: "married to dentists", and not what they did.
_STATE = regex(
    r"^(?:married|retired|based|obsessed|fascinated|interested|engaged|stuck|descended|related|"
    r"tired|bored|\w+-\w+ed|self-\w+|left-handed|colou?r-?blind)$",
    re.IGNORECASE,
)
_BEGUN = regex(r"^(?:born|raised|brought up|baptised|schooled)\b", re.IGNORECASE)
_OFFSPRING = regex(
    r"^(?:\w+ )?(?:kids|children|sons?|daughters?|dogs?|cats?|grandchildren|horses?|goats|hens)\b",
    re.IGNORECASE,
)


def read_tie(text: str) -> str:
    """A clause from "we both …" on, in running text; "" when no good grammar can be made of it."""
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    if alone := _ALONE.match(text):
        rest = re.sub(r"\btheir\b", "our", text[alone.end() :])
        return "" if is_about_a_third(rest) else f"{alone[1].lower()} of us {rest}"
    # Who says "both" or "we" goes on with what the two do or are, never with a thing they have.
    subject = _SUBJECT.match(text)
    if subject:
        is_past = "were" in subject.group().lower()
        text = text[subject.end() :]
    if not text or is_about_a_third(text):
        return ""
    text = re.sub(r"\btheir\b", "our", text)
    first, _, rest = text.partition(" ")
    if first.lower() in _OPENERS:
        text = text[:1].lower() + text[1:]
    if subject:
        return _of_both(text, first.lower(), rest, be="were" if is_past else "are")
    return _clause(text, first.lower(), rest)


def _of_both(text: str, first: str, rest: str, *, be: str) -> str:
    """What two people do or are: "still play", "can't swim", "vegetarian", "born in May"."""
    if first in ("are", "were"):
        return f"we {first} both {rest}"
    if re.match(r"can(?:['’]t|not)$", first):
        return f"neither of us can {rest}"
    if first == "never" and rest:
        return f"neither of us ever {rest}"
    if _BEGUN.match(text):
        return f"we were both {text}"
    if _FONDNESS.match(text) or first == "same" or text.startswith("the same "):
        return _clause(text, first, rest)
    if _OFFSPRING.match(text):
        return f"we both have {text}"
    if _STATE.match(first) or be == "were":
        return f"we {be} both {text}"
    return _done_by_both(text, first, rest) or f"we are both {text}"


def _done_by_both(text: str, first: str, rest: str) -> str:
    """ "we both still play", of "still play" and "still plays"; "" when it is no deed."""
    told = rest.partition(" ")[0].lower() if _ADVERB.match(first) else first
    if not (_HELPING.match(told) or _is_deed(told)):
        return ""
    plain = told if told in known_verbs() else from_third_person(told)
    return f"we both {text.replace(told, plain, 1) if plain else text}"


def _is_deed(word: str) -> bool:
    return bool(
        word in known_verbs() or word in _LIKINGS or _PAST.match(word) or from_third_person(word)
    )


def _clause(text: str, first: str, rest: str) -> str:
    """What was jotted without "both" or "we": a deed, a state, or a thing that both have."""
    if _OURS.match(text):
        return text
    if _FONDNESS.match(text):
        return f"we share {text if has_determiner(text) else f'a {text}'}"
    if _BEGUN.match(text):
        return f"we were both {text}"
    if _STATE.match(first) or first in _WHERE or _GROUP.match(text):
        return f"we are both {text}"
    if rest and _is_deed(first) and not is_gerund(first):
        return f"we both {from_third_person(first) or first} {rest}"
    if first == "same" or text.startswith("the same "):
        return f"we share {text if text.startswith('the ') else f'the {text}'}"
    is_short = len(text.split()) <= 6
    return f"we have {text} in common" if is_short or _is_a_thing(text) else ""


def _is_a_thing(text: str) -> bool:
    return has_determiner(text) or text[:1].isupper() or is_gerund(text.split()[0])


_WHERE = ("from", "at", "in", "on", "with", "into", "for")
_LIKINGS = frozenset(
    "owe like love hate adore dislike detest loathe enjoy prefer miss remember follow support "
    "commute ski surf crochet brew belong attend come swear dread crave cherish "
    "regret have".split()
)
_OPENERS = frozenset(
    "alumni members both the a an went grew worked studied volunteer live lived play played "
    "parents fans same our".split()
)
