"""Language: a guess good enough to choose word lists, or "und" when nothing tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from redleaf.notes.data_files import read_beside
from redleaf.notes.regexes import regex

_SCRIPTS = (
    ("ja", regex("[\u3040-\u30ff]")),
    ("ko", regex("[\uac00-\ud7a3]")),
    ("zh", regex("[\u4e00-\u9fff]")),
    ("he", regex("[\u0590-\u05ff]")),
    ("th", regex("[\u0e00-\u0e7f]")),
    ("hi", regex("[\u0900-\u097f]")),
    ("bn", regex("[\u0980-\u09ff]")),
    ("te", regex("[\u0c00-\u0c7f]")),
    ("ta", regex("[\u0b80-\u0bff]")),
    ("ml", regex("[\u0d00-\u0d7f]")),
    ("si", regex("[\u0d80-\u0dff]")),
    ("hy", regex("[\u0530-\u058f]")),
    ("ka", regex("[\u10a0-\u10ff]")),
)
_GREEK = regex("[\u0370-\u03ff]")
_CYRILLIC = regex("[\u0400-\u04ff]")
_ARABIC = regex("[\u0600-\u06ff]")


def language_of(text: str, words: Sequence[str]) -> str:
    """The BCP 47 code of the language of `text`; `words` are its folded tokens.

    By script where the script says enough, else by the commonest words of each language.
    """
    # Most notes have curly quotation marks or accents at the most, and need no script tried.
    if text.isascii() or not any("\u0370" <= char < "\u1e00" or char >= "\u3000" for char in text):
        return _by_words(words)
    letters = sum(char.isalpha() for char in text) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(text)) * 4 >= letters:
            return code
    if len(_GREEK.findall(text)) * 2 > letters:
        return "el"
    if len(_CYRILLIC.findall(text)) * 2 > letters:
        return _by_words(words, among=("ru", "uk", "bg", "sr", "be", "kk", "mk")) or "ru"
    if len(_ARABIC.findall(text)) * 2 > letters:
        return _by_words(words, among=("ar", "fa", "ur")) or "ar"
    return _by_words(words)


def _by_words(words: Sequence[str], among: tuple[str, ...] | None = None) -> str:
    heard = filter(None, map(_languages_by_word().get, words[:400]))
    points: dict[str, int] = {}
    for code in chain.from_iterable(heard):
        points[code] = points.get(code, 0) + 1
    if among is not None:
        points = {code: points[code] for code in among if code in points}
    if not points:
        return "und" if among is None else ""
    # The one of more notes wins a draw: English first, as its notes are the shortest too.
    return max(points, key=lambda code: (points[code], -_place_of(code)))


def common_words() -> frozenset[str]:
    """The commonest words of every language we know, folded."""
    return frozenset(_languages_by_word())


@lru_cache
def _place_of(code: str) -> int:
    """The place of a language in the file, which begins with those of most notes."""
    lines = read_beside(__file__, "common_words.txt").splitlines()
    return next(place for place, line in enumerate(lines) if line.startswith(f"{code}:"))


@lru_cache(maxsize=1)
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    lines = read_beside(__file__, "common_words.txt").splitlines()
    for line in lines:
        code, _, words = line.partition(":")
        if code.startswith("#"):
            continue
        for word in words.split():
            table[word] = (*table.get(word, ()), code)
    return table
