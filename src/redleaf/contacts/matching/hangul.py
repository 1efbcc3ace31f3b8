"""Hangul in Latin letters, syllable by syllable: as Koreans write their names (Kyung, Sung), which
is the revised romanisation but for the sounds that it spells "g" and "eo".
"""

from __future__ import annotations

import re

_OPENINGS = "k kk n d tt r m b pp s ss _ j jj ch k t p h".replace("_", "").split(" ")
_VOWELS = "a ae ya yae u e yu ye o wa wae oe yo u wo we wi yu eu ui i".split()
_CLOSINGS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("_", "").split(" ")
_HANGUL = re.compile("[\uac00-\ud7a3]")
# Families of one letter, as they are mostly written.
_SHORT_FAMILIES = {"이": "lee", "오": "oh", "우": "woo", "유": "yoo", "어": "eoh"}
# All other families have one syllable.
_LONG_FAMILIES = ("남궁", "황보", "제갈", "사공", "선우", "독고")


def is_hangul(text: str) -> bool:
    """Whether there are syllables of Hangul in `text`."""
    return _HANGUL.search(text) is not None


def romanised_hangul(text: str, *, is_whole: bool) -> tuple[str, ...]:
    """Each word in Latin letters; a word that `is_whole` is parted into family and given name."""
    if not is_whole or len(text) < 2:
        return (_SHORT_FAMILIES.get(text) or _latin(text),)
    family = family_in_hangul(text)
    given = text[len(family) :]
    read = _SHORT_FAMILIES.get(family) or _latin(family)
    return (read, _latin(given)) if given else (read,)


def family_in_hangul(text: str) -> str:
    """The family that opens a name in Hangul; "" for other scripts."""
    if not _HANGUL.match(text):
        return ""
    return next((each for each in _LONG_FAMILIES if text.startswith(each)), text[0])


def _latin(text: str) -> str:
    return "".join(map(_syllable, text))


def _syllable(char: str) -> str:
    if not _HANGUL.match(char):
        return char
    opening, rest = divmod(ord(char) - 0xAC00, 588)
    vowel, closing = divmod(rest, 28)
    return _OPENINGS[opening] + _VOWELS[vowel] + _CLOSINGS[closing]
