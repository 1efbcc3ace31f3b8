"""Folding: one spelling for what reads as the same text, with the way back to the original.

Folded text is lower case, without accents, full-width forms, typographic quotes, invisible
characters and look-alike letters. Every folded character knows the code point it came from.
"""

from __future__ import annotations

import unicodedata
from array import array

from redleaf.notes.regexes import regex

# Characters that show nothing: zero-width, bidi controls, soft hyphen, variation selectors, tags,
# the fillers of Hangul and the blank of Braille.
INVISIBLE = regex(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)

_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`", "'")
_DOUBLE_QUOTES = dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
_PUNCTUATION = str.maketrans({**_QUOTES, **_DOUBLE_QUOTES, **_DASHES, **_SPACES})


class Folded:
    """Folded text and, for each of its characters, the code point of the original it stands for."""

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str, starts: array[int] | None, ends: array[int] | None) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends

    @property
    def is_in_place(self) -> bool:
        """Whether every character stands where the one it was folded from does."""
        return self._starts is None

    def start(self, at: int) -> int:
        """The original code point where the folded character at `at` begins."""
        if self._starts is None:
            return at
        return self._starts[at] if at < len(self._starts) else (self._ends[-1] if self._ends else 0)

    def end(self, at: int) -> int:
        """The original code point just past the folded character before `at`."""
        if self._ends is None or at == 0:
            return at
        return self._ends[at - 1]


def fold(text: str) -> Folded:
    """Fold `text`; linear in its length."""
    if text.isascii():
        return Folded(text.lower(), None, None)
    pieces = list(map(_FOLDED.__getitem__, text))
    folded = "".join(pieces)
    is_in_place = len(pieces) == len(folded) and "" not in pieces
    starts, ends = (None, None) if is_in_place else _places(pieces)
    if folded.isascii():
        return Folded(folded, starts, ends)
    from redleaf.notes.look_alikes import resolve_look_alikes  # here alone: most texts have none

    return Folded(resolve_look_alikes(folded), starts, ends)


def _places(pieces: list[str]) -> tuple[array[int], array[int]]:
    starts, ends = array("l"), array("l")
    for at, piece in enumerate(pieces):
        for _ in piece:
            starts.append(at)
            ends.append(at + 1)
    return starts, ends


def fold_text(text: str) -> str:
    """The folded text alone."""
    return fold(text).text


class _Folding(dict[str, str]):
    """What each character is folded to, kept once it was met."""

    def __missing__(self, char: str) -> str:
        if len(self) >= _KEPT:
            self.clear()
        folded = self[char] = _fold_char(char)
        return folded


_KEPT = 8192
_FOLDED = _Folding()


def _fold_char(char: str) -> str:
    if char.isascii():
        return char.lower()
    if INVISIBLE.match(char):
        return ""
    char = char.translate(_PUNCTUATION)
    if "\u1100" <= char <= "\u11ff" or "\uac00" <= char <= "\ud7a3":
        return char  # Hangul would fall apart into letters that no reader sees.
    decomposed = unicodedata.normalize("NFKD", char).casefold()
    bare = "".join(each for each in decomposed if not unicodedata.combining(each))
    return (bare or ("" if unicodedata.combining(char[0]) else decomposed)).translate(_PUNCTUATION)
