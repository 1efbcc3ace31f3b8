"""Chinese characters in names, read from short tables: pinyin, and the Japanese way of some."""

from __future__ import annotations

import re
from functools import cache

from redleaf.contacts.matching.kana import is_kana, romanised_kana
from redleaf.contacts.matching.lines import forms_by_head

# Between a reading and what was written: two names that only sound alike stay two.
AS_WRITTEN = "/"
_HAN = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff]")
_LONGEST_FAMILY = 3


def is_han(text: str) -> bool:
    """Whether there are Chinese characters in `text`."""
    return _HAN.search(text) is not None


def is_japanese_family(text: str) -> bool:
    """Whether `text` is a family of two kanji or more that our table has."""
    return len(text) > 1 and text in _families()


def compound_family(text: str) -> str:
    """The family that opens a whole name in Chinese characters; "" for other scripts."""
    return _family_of(text) if _HAN.match(text) and len(text) > 1 else ""


def romanised_han(text: str, *, is_whole: bool, is_japanese: bool = False) -> tuple[str, ...]:
    """Each word as "reading/written", or as written alone where the tables do not have it.

    A word that `is_whole`, all of a name, is parted into family and given name.
    """
    family = _family_of(text) if is_whole and len(text) > 1 else ""
    given = text[len(family) :]
    is_japanese |= is_japanese_family(family)
    words = [_read(family, is_japanese=is_japanese)] if family else []
    if given:
        is_of_two = not is_whole and len(given) > 1
        is_japanese |= is_of_two and (given in _families() or given in _given_names())
        words.append(_read(given, is_japanese=is_japanese))
    return tuple(words)


def _family_of(text: str) -> str:
    for length in range(min(_LONGEST_FAMILY, len(text)), 1, -1):
        if text[:length] in _families() or text[:length] in _readings():
            return text[:length]
    # A kanji alone is a family where the rest is a given name that Japanese have.
    return text[0]


def _read(text: str, *, is_japanese: bool) -> str:
    if is_kana(text):
        return romanised_kana(text)
    if is_japanese:
        latin = _families().get(text) or _given_names().get(text, text)
    elif text in _readings():
        latin = _readings()[text]
    else:
        latin = "".join(_readings().get(char, char) for char in text)
    return f"{latin}{AS_WRITTEN}{text}" if latin.isascii() else text


@cache
def _readings() -> dict[str, str]:
    """Pinyin by character, and by family of two characters."""
    return _heads("han.txt")


@cache
def _families() -> dict[str, str]:
    return _heads("japanese_families.txt")


@cache
def _given_names() -> dict[str, str]:
    return _heads("japanese_given_names.txt")


def _heads(file: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for head, forms in forms_by_head(file):
        for form in forms:
            table.setdefault(form, head)
    return table
