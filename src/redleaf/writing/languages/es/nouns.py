"""Nouns: gender and number by a list, and by how they end."""

from __future__ import annotations

import re
from functools import lru_cache

from redleaf.notes.data_files import read_beside

_FEMININE = re.compile(
    r"(?:[^\W\d_]a|ción|sión|gión|nión|xión|tión|dad|tad|tud|umbre|ez|triz|sis)$"
)
_MASCULINE = re.compile(
    r"(?:o|aje|or|ón|án|én|ín|ún|al|el|il|ol|ul|ar|er|ir|ma|miento|i|u|ú|é|ós)$"
)
_ONE_IN_S = re.compile(
    r"(?:[^aeiouáéíóú]is|us|ús|és|ís|ós|sis|xis|lunes|martes|jueves|viernes|mies)$"
)


def gender_of(noun: str) -> str:
    """ "m", "f", or "" for a noun whose gender cannot be told; small and of any number."""
    for word in _ones(noun):
        for gender in ("m", "f"):
            if word in listed()[gender]:
                return gender
    word = _ones(noun)[-1]
    if _FEMININE.search(word):
        return "f"
    return "m" if _MASCULINE.search(word) else ""


def is_known(noun: str) -> bool:
    """Whether the list has the noun, or its ending leaves no doubt that it is one."""
    if any(word in listed()[gender] for word in _ones(noun) for gender in ("m", "f")):
        return True
    return bool(re.search(r"(?:ción|sión|dad|tud|aje|miento|umbre|ería|ismo)(?:e?s)?$", noun))


def is_many(noun: str) -> bool:
    """Whether a noun is plural."""
    return noun.endswith("s") and len(noun) > 3 and not _ONE_IN_S.search(noun)


def takes_el(noun: str) -> bool:
    """ "agua": feminine, with "el" before it."""
    return noun in listed()["el"]


def is_mass(noun: str) -> bool:
    return noun in listed()["mass"]


def _ones(noun: str) -> tuple[str, ...]:
    """The noun as it may be of one thing, the likeliest last: "flores" of "flor"."""
    if not is_many(noun):
        return (noun,)
    if noun.endswith("ces"):
        return (noun[:-1], f"{noun[:-3]}z")
    if not re.search(r"[lnrdys]es$", noun):
        return (noun[:-1],)
    bare = noun[:-2]
    accented = re.sub(r"([aeiou])([ns])$", lambda found: _ACCENTS[found[1]] + found[2], bare)
    return (noun[:-1], bare, accented)


_ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"}


@lru_cache(maxsize=1)
def listed() -> dict[str, frozenset[str]]:
    """The words of nouns.txt by heading; a heading may stand twice."""
    lists: dict[str, frozenset[str]] = {}
    for line in read_beside(__file__, "nouns.txt").splitlines():
        heading, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            lists[heading] = lists.get(heading, frozenset()) | frozenset(words.split())
    return lists
