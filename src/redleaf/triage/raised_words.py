"""Raised words: folded text in which the words that had a capital can still be told, for names."""

from __future__ import annotations

import re

from redleaf.notes.folding import Folded, fold
from redleaf.notes.regexes import regex

_WORD = regex(r"\w+")
# Folding leaves these letters as they are.
_CAPITALS = "[A-ZØŁĐÆŒÞ][A-ZØŁĐÆŒÞ'’-]*"
PARTICLES = (
    "(?:van|von|vom|de|del|della|der|den|des|dem|do|dos|du|la|las|le|los|da|dal|di|el|al|af|av|bin|"
    "ten|ter|zu|zum|zur)"
)
# A name of up to four words, for patterns over folded text; the group is called "who".
WHO = f"(?-i:(?P<who>{_CAPITALS}(?:[.]? (?:{PARTICLES} ){{0,2}}{_CAPITALS}){{0,3}}))"


def with_capitals(text: str) -> tuple[str, Folded]:
    """The folded text, with the words in capitals that have one where they begin; and the folding,
    which tells where in `text` each sign stood.
    """
    folded = fold(text)

    def raised(word: re.Match[str]) -> str:
        if not text[folded.start(word.start())].isupper():
            return word.group()
        upper = word.group().upper()
        return upper if len(upper) == len(word.group()) else word.group()

    return _WORD.sub(raised, folded.text), folded
