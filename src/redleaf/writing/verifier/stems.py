"""Roots of words, light and blind to grammar: enough to see "freezing" in "freeze"."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_IRREGULAR = {
    form: base
    for line in """
    speak spoke spoken|meet met|write wrote written|teach taught|build built|tell told|say said
    give gave given|freeze froze frozen|sell sold|buy bought|bring brought|think thought|make made
    send sent|keep kept|hear heard|hold held|know knew known|grow grew grown|see saw seen
    take took taken|find found|leave left|lose lost|win won|run ran|sit sat|stand stood|sing sang sung
    draw drew drawn|drive drove driven|eat ate eaten|drink drank drunk|break broke broken
    choose chose chosen|fall fell fallen|fly flew flown|forget forgot forgotten|hide hid hidden
    lay laid|lead led|lend lent|light lit|mean meant|pay paid|ride rode ridden|rise rose risen
    shake shook shaken|shoot shot|show shown|sleep slept|spend spent|steal stole stolen
    strike struck|swim swam swum|tear tore torn|throw threw thrown|understand understood
    wear wore worn|weave wove woven|wake woke woken|begin began begun|go went gone|come came
    do did done|get got gotten|become became|feel felt|catch caught|fight fought|seek sought
    sew sewn|sow sown|blow blew blown|bite bit bitten|dig dug|feed fed|hang hung|ring rang rung
    mouse mice|person people|child children|woman women|man men|foot feet|tooth teeth|life lives
    knife knives|wife wives|wolf wolves|leaf leaves|loaf loaves|shelf shelves|half halves|goose geese
    bear bore borne|swear swore sworn|stick stuck|sweep swept|bend bent|breed bred|cling clung
    """.replace("\n", "|").split("|")
    if line.split()
    for base, *forms in [line.split()]
    for form in forms
}
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "nesses", "ness",
    "ingly", "fully", "ists", "ist", "ians", "ian", "ings", "ing", "ions", "ion", "ers", "er", "ors",
    "or", "ies", "ied", "edly", "ed", "ese", "ish", "ity", "ive", "able", "ible", "als", "al", "ical",
    "ics", "ic", "ful", "ly", "es", "en", "an", "s", "y", "e",
)  # fmt: skip
_LIGHT_ENDINGS = frozenset(("s", "es", "ed", "ing", "ings", "y", "e", "ies", "ied", "ly"))
_DOUBLED = re.compile(r"([bdfgklmnprtvz])\1$")


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """What is left of a folded word without its endings: "milling", "mills", "miller" are "mil"."""
    word = word.removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    for _ in range(2):
        shorter = _shorten(word)
        if shorter == word:
            break
        word = shorter
    return _DOUBLED.sub(r"\1", word)


def _shorten(word: str) -> str:
    for ending in _ENDINGS:
        least = 3 if ending in _LIGHT_ENDINGS else 4
        if word.endswith(ending) and len(word) - len(ending) >= least:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                continue
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1)
def everyday_roots() -> frozenset[str]:
    """Roots and forms of the words that claim nothing (everyday.txt)."""
    words = {word for line in _lines("everyday.txt") for word in line.split()}
    return frozenset(words | {root(word) for word in words if len(word) > 3})


@lru_cache(maxsize=1)
def lexicon() -> frozenset[str]:
    """Everyday English words, to tell a name from a word that opens a sentence."""
    return frozenset(_lines("lexicon.txt"))


@lru_cache(maxsize=1)
def kin() -> dict[str, frozenset[str]]:
    """For the root of a word, the roots of the words that tell of the same thing (kin.txt)."""
    table: dict[str, set[str]] = {}
    for line in _lines("kin.txt"):
        roots = {root(word) for word in line.split()}
        for each in roots:
            table.setdefault(each, set()).update(roots)
    return {each: frozenset(others) for each, others in table.items()}


@lru_cache(maxsize=16384)
def is_everyday(word: str) -> bool:
    """Does a folded word claim nothing by itself?"""
    return len(word) < 2 or word in everyday_roots() or root(word) in everyday_roots()


def _lines(name: str) -> list[str]:
    text = files("redleaf.writing.verifier").joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
