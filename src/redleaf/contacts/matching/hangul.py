"""Hangul in Latin letters: the revised romanisation, syllable by syllable."""

from __future__ import annotations

import re

_OPENINGS = "g kk n d tt r m b pp s ss _ j jj ch k t p h".replace("_", "").split(" ")
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_CLOSINGS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace("_", "").split(" ")
_HANGUL = re.compile("[\uac00-\ud7a3]")
# All other families have one syllable.
_LONG_FAMILIES = ("남궁", "황보", "제갈", "사공", "선우", "독고")


def is_hangul(text: str) -> bool:
    """Whether there are syllables of Hangul in `text`."""
    return _HANGUL.search(text) is not None


def romanised_hangul(text: str, *, is_whole: bool) -> tuple[str, ...]:
    """Each word in Latin letters; a word that `is_whole` is parted into family and given name."""
    if not is_whole or len(text) < 2:
        return (_latin(text),)
    family = next((each for each in _LONG_FAMILIES if text.startswith(each)), text[0])
    given = text[len(family) :]
    return (_latin(family), _latin(given)) if given else (_latin(family),)


def _latin(text: str) -> str:
    return "".join(map(_syllable, text))


def _syllable(char: str) -> str:
    if not _HANGUL.match(char):
        return char
    opening, rest = divmod(ord(char) - 0xAC00, 588)
    vowel, closing = divmod(rest, 28)
    return _OPENINGS[opening] + _VOWELS[vowel] + _CLOSINGS[closing]
