"""Romanising: names of other scripts in Latin letters, to be compared, never to be shown.

Letter by letter, as passports and address books mostly have it. Scripts that leave vowels out give
words of consonants behind a "~"; characters that were read from a table are kept behind a "/",
so that two names that only sound alike stay two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from redleaf.contacts.matching.han import is_han, romanised_han
from redleaf.contacts.matching.hangul import is_hangul, romanised_hangul
from redleaf.contacts.matching.kana import is_kana, romanised_kana
from redleaf.notes.folding import fold_text

CONSONANTS_ONLY = "~"

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџѓќѕәғқңөұүһ",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya e i yi ye g u j "
        "lj nj c dj dz g k dz a g k n o u u h".replace("_", "").split(" "),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t i f ch ps o".split(),
        strict=True,
    )
)
_GREEK_PAIRS = {
    "ου": "ou", "αυ": "av", "ευ": "ev", "γγ": "ng", "γκ": "gk", "γχ": "nch", "τζ": "tz",
    "ει": "ei", "οι": "oi", "αι": "ai",
}  # fmt: skip
_GREEK_OPENINGS = {"μπ": "b", "ντ": "d", "γκ": "g"}
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a b g d h w z kh t y k k l m m n n s a p f ts ts k r sh t".split(),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "اأإآىبتثجحخدذرزسشصضطظعغفقكلمنهويءئؤةپچژگکی",
        "a a a a a b t th j h kh d d r z s sh s d t z a gh f q k l m n h w y a a a a p ch zh g k "
        "y".split(),
        strict=True,
    )
)
_ARABIC_ARTICLE = "ال"
# In the middle of a word these are vowels, or are not written in Latin letters.
_VOWELS = frozenset("ahwy")
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ß": "ss",
     "ħ": "h", "ə": "a", "ŋ": "n", "ƒ": "f"}
)  # fmt: skip


@lru_cache(maxsize=65536)
def romanised(word: str, *, is_whole: bool = False, is_japanese: bool = False) -> tuple[str, ...]:
    """The words that one word of a name is in Latin letters: lower case, without accents.

    They are two where the word `is_whole`, all of a name, and its script writes family and given
    name together, as Chinese does. `is_japanese` says how Chinese characters are to be read.
    """
    if word.isascii():
        return (word.lower(),)
    text = unicodedata.normalize("NFKC", word).casefold()
    if is_han(text):
        return romanised_han(text, is_whole=is_whole, is_japanese=is_japanese)
    if is_hangul(text):
        return romanised_hangul(text, is_whole=is_whole)
    if is_kana(text):
        return (romanised_kana(text),)
    return (_alphabetic(text),)


def _alphabetic(text: str) -> str:
    script = unicodedata.name(text[0], "").partition(" ")[0]
    if script == "HEBREW":
        return _abjad(text, _HEBREW)
    if script == "ARABIC":
        is_with_article = text.startswith(_ARABIC_ARTICLE) and len(text) > 4
        return _abjad(text[2:] if is_with_article else text, _ARABIC)
    if script == "GREEK":
        return _greek(_bare(text))
    if script == "CYRILLIC" and not re.search("[a-z]", text):
        text = unicodedata.normalize("NFC", text)
        return "".join(_CYRILLIC.get(char, char) for char in text)
    return fold_text(text).translate(_LATIN)


def _bare(text: str) -> str:
    split = unicodedata.normalize("NFD", text)
    return "".join(char for char in split if not unicodedata.combining(char))


def _greek(text: str) -> str:
    if text[:2] in _GREEK_OPENINGS:
        text = _GREEK_OPENINGS[text[:2]] + text[2:]
    for pair, latin in _GREEK_PAIRS.items():
        text = text.replace(pair, latin)
    return "".join(_GREEK.get(char, char) for char in text)


def _abjad(text: str, letters: dict[str, str]) -> str:
    """The consonants of a word, and a vowel that opens it."""
    latin = [letters[char] for char in _bare(text).replace("וו", "ב") if char in letters]
    if latin and latin[0] == "w":
        latin[0] = "v"
    middle = [each for each in latin[1:] if each not in _VOWELS]
    return CONSONANTS_ONLY + "".join([*latin[:1], *middle])
