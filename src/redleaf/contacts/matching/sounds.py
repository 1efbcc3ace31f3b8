"""Sounds: one spelling for the ways in which a name is written in Latin letters.

`sound` joins what clerks and keyboards make of one name (Chekhov, Tschechow; Müller, Mueller);
`skeleton` is coarser, its consonants alone in a few classes, to find who may be alike at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from redleaf.contacts.matching.han import AS_WRITTEN
from redleaf.contacts.matching.romanising import CONSONANTS_ONLY

# In this order; what stands first takes its letters from what comes later.
_SPELLINGS = (
    ("schtsch|shtsch|chtch|shch|szcz", "s"),
    ("tsch|tch|tsh|cz", "k"),
    ("sch|sh|sz", "s"),
    ("dzh|dsch|dj", "j"),
    ("zh", "z"),
    ("kh|ck|ch|q", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("x", "ks"),
    ("c(?=[eiy])", "s"),
    ("c", "k"),
    ("ts|tz|z", "s"),
    ("w", "v"),
    ("[yj]", "i"),
    ("ou|oo|(?<=[sygjk])eo|eo(?=n)", "u"),
    ("ee|ie", "i"),
    ("ae|aa", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("(?<=.)h", ""),
    (r"(.)\1+", r"\1"),
    ("^ie", "e"),
)  # fmt: skip
_STEPS = tuple((re.compile(pattern), sound) for pattern, sound in _SPELLINGS)
_CLASSES = str.maketrans("bfvdgqh", "ppptkkk", "aeiou")


def bare(word: str) -> str:
    """The letters of `word`, without what tells how it was romanised."""
    return word.lstrip(CONSONANTS_ONLY).partition(AS_WRITTEN)[0]


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """`word`, romanised before, in the spelling that all its spellings share."""
    text = bare(word)
    for pattern, letters in _STEPS:
        text = pattern.sub(letters, text)
    return text


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of `word` in classes, and "a" for a vowel that opens it."""
    heard = sound(word)
    opening = "a" if heard[:1] in "aeiou" else ""
    return opening + re.sub(r"(.)\1+", r"\1", heard.translate(_CLASSES))
