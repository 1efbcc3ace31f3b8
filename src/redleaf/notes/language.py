"""Language: a guess good enough to choose word lists, or "und" when nothing tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("ml", re.compile("[\u0d00-\u0d7f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
)
_GREEK = re.compile("[\u0370-\u03ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")


def language_of(text: str, words: Sequence[str]) -> str:
    """The BCP 47 code of the language of `text`; `words` are its folded tokens.

    By script where the script says enough, else by the commonest words of each language.
    """
    if text.isascii():
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
    points: dict[str, int] = {}
    for word in words[:400]:
        for code in _languages_by_word().get(word, ()):
            if among is None or code in among:
                points[code] = points.get(code, 0) + 1
    if not points:
        return "und" if among is None else ""
    best = max(points.values())
    # English wins a draw: its notes are the shortest and the commonest.
    tied = [code for code, count in points.items() if count == best]
    return "en" if "en" in tied else sorted(tied)[0]


def common_words() -> frozenset[str]:
    """The commonest words of every language we know, folded."""
    return frozenset(_languages_by_word())


@lru_cache(maxsize=1)
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    lines = Path(__file__).with_name("common_words.txt").read_text("utf-8").splitlines()
    for line in lines:
        code, _, words = line.partition(":")
        if code.startswith("#"):
            continue
        for word in words.split():
            table[word] = (*table.get(word, ()), code)
    return table
