"""Words as the search compares them: small letters without accents; spellings that sound alike.

Text without spaces between words (Chinese, Japanese, Korean, Thai …) becomes pairs of neighbouring
letters, and its last letter alone: so any part of it is found, of whatever length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from redleaf.contacts.matching.romanising import CONSONANTS_ONLY, romanised

_WORD = re.compile(r"[^\W_]+")
# Hangul is written with spaces, but a given name is asked for without the family name before it.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u312f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_RUNS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_WORD_CHARS = 40
# Letters that no decomposition makes plain.
_LETTERS = {
    "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ʻ": "", "ʼ": "", "’": "", "'": "",
    "‘": "", "`": "", "´": "",
}  # fmt: skip
# How people without these keys write them.
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "ae", "Ö": "oe", "Ü": "ue",
     "Ø": "oe", "Å": "aa"}
)  # fmt: skip
_SOUNDS = (("sch", "s"), ("ph", "f"), ("ck", "k"), ("th", "t"), ("sh", "s"), ("ch", "k"))
_LETTER_SOUNDS = str.maketrans("cqwyzj", "kkvisi")
_TWICE = re.compile(r"(.)\1+")
_SHORTEST_MISSPELT = 4


def fold(text: str) -> str:
    """Small letters without accents, apostrophes and width; punctuation stays."""
    return text.lower() if text.isascii() and "'" not in text else text.translate(_FOLDED)


def words_of(text: str) -> list[str]:
    """The words of a text, in its order."""
    folded = fold(text)
    words = _WORD.findall(folded)
    if folded.isascii():
        return [word[:_WORD_CHARS] for word in words]
    return [piece for word in words for piece in _pieces(word)]


def name_words_of(name: str) -> list[str]:
    """As `words_of`, and what people type who lack the keys: "oe" for ø, Latin for Greek."""
    words = words_of(name)
    if name.isascii():
        return words
    spelt = words_of(name.translate(_SPELT_OUT))
    latin = (each.partition("/")[0] for word in name.split() for each in romanised(word))
    # Where a script leaves out vowels, what is left is no name.
    typed = (word for each in latin if CONSONANTS_ONLY not in each for word in words_of(each))
    return list(dict.fromkeys([*words, *spelt, *typed]))


def spellings_of(words: Iterable[str]) -> list[str]:
    """Keys of which a name and a misspelling of it, one letter amiss, share one.

    They are how the word sounds, and that with each one of its letters left out.
    """
    return list(dict.fromkeys(key for word in words for key in _spellings(word)))


def is_unspaced(word: str) -> bool:
    """Whether it is written without spaces between words."""
    return not word.isascii() and bool(_IS_UNSPACED.match(word))


@lru_cache(maxsize=16_384)
def _spellings(word: str) -> tuple[str, ...]:
    if len(word) < _SHORTEST_MISSPELT - 1 or not word.isalpha() or is_unspaced(word):
        return ()
    sound = _sound(word)
    if len(sound) < _SHORTEST_MISSPELT:
        return (sound,)
    return (sound, *[sound[:at] + sound[at + 1 :] for at in range(len(sound))])


def _sound(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word.translate(_LETTER_SOUNDS))


def _pieces(word: str) -> list[str]:
    pieces: list[str] = []
    for run in _RUNS.findall(word):
        if is_unspaced(run):
            pieces.extend(run[at : at + 2] for at in range(len(run)))
        else:
            pieces.append(run[:_WORD_CHARS])
    return pieces


class _Folding(dict[int, str]):
    """What each letter is folded to, kept once it was met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_letter(chr(code))
        return folded


_FOLDED = _Folding()


def _fold_letter(letter: str) -> str:
    if "\uac00" <= letter <= "\ud7a3":
        return letter  # Hangul would fall apart into its strokes.
    plain = unicodedata.normalize("NFKD", letter).casefold()
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return "".join(_LETTERS.get(each, each) for each in bare)
