"""Look-alikes: Cyrillic and Greek letters that stand where the reader sees Latin ones.

Source: Unicode Technical Standard 39, confusables, cut down to letters seen in disguised notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

_LATIN_OF = dict(
    zip(
        "аеорсухіјѕԁһӏԛԝвкмнтгп" + "αβεικνορτυχηωγ" + "ɑɡıʏ",
        "aeopcyxijsdhlqwbkmhtrn" + "abeikvoptuxnwy" + "agiy",
        strict=True,
    )
)
_CYRILLIC_OR_GREEK = "[\u0370-\u03ff\u0400-\u04ff\u0500-\u052f]"
_FOREIGN = regex(_CYRILLIC_OR_GREEK + "|[\u0251\u0261\u0131\u028f]")
_DISGUISE = regex(_CYRILLIC_OR_GREEK)
_LATIN = regex("[a-zA-Z]")
_WORD = regex(r"\w+")
_LEAST_LETTERS = 3
_TURKISH = "\u0131"


def resolve_look_alikes(folded: str, *, keeps_names: bool = False) -> str:
    """Write look-alikes inside Latin text as the Latin letters they imitate; keeps the length.

    A word that mixes scripts is resolved always; a word wholly of look-alikes only when most of
    the text is Latin, so that a Russian or Greek note stays what it is. With `keeps_names` a
    capitalised word of another script (Hi Анна) and a Turkish ı stay too.
    """
    if folded.isascii():
        return folded
    foreign = len(_FOREIGN.findall(folded))
    if not foreign:
        return folded
    mostly_latin = len(_LATIN.findall(folded)) > foreign

    def resolve(match: re.Match[str]) -> str:
        word = match.group()
        if keeps_names and _may_be_a_name(word):
            return word
        letters = _in_latin(word)
        return letters if letters and (mostly_latin or _LATIN.search(word)) else word

    return _WORD.sub(resolve, folded)


def _may_be_a_name(word: str) -> bool:
    """Wholly of another script with a capital, or Latin but for the ı that Turkish has."""
    if not _LATIN.search(word):
        return word[0].isupper()
    return set(_FOREIGN.findall(word)) == {_TURKISH}


def amid_latin(folded: str) -> Iterator[str]:
    """A folded word, and how it is folded where it stands amid Latin text, if differently."""
    yield folded
    if not folded.isascii() and (letters := _in_latin(folded)) and letters != folded:
        yield letters


def disguised_words(text: str) -> Iterator[tuple[Span, str]]:
    """Words that mix Latin letters with look-alikes, and how they read in Latin letters alone.

    Words of one or two letters are left: µm and Δt are honest.
    """
    if text.isascii() or not _DISGUISE.search(text):
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if len(word) < _LEAST_LETTERS or not (_DISGUISE.search(word) and _LATIN.search(word)):
            continue
        letters = _in_latin(word)
        if letters:
            yield Span(*match.span()), letters


def _in_latin(word: str) -> str:
    """`word` with every look-alike replaced, "" when it holds a letter that imitates none."""
    letters = "".join(_latin_of(char) for char in word)
    return "" if _FOREIGN.search(letters) else letters


def _latin_of(char: str) -> str:
    if char in _LATIN_OF:
        return _LATIN_OF[char]
    lower = char.lower()
    return _LATIN_OF[lower].upper() if lower in _LATIN_OF else char
