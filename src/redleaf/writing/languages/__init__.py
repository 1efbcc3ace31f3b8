"""Languages the writer can write: one folder each, found by themselves."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module

from redleaf.errors import UnknownName
from redleaf.notes.data_files import path_beside
from redleaf.writing.languages.language import Language, Reading, Wording, reading

__all__ = [
    "Language",
    "Reading",
    "Wording",
    "code_of",
    "language",
    "language_or_english",
    "languages",
    "reading",
]


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The codes of all languages that have both readers and a phrasebook, in order."""
    return tuple(sorted(filter(_is_one, os.listdir(path_beside(__file__)))))  # noqa: PTH208


def _is_one(code: str) -> bool:
    # Without pathlib and importlib.resources, for a quick start (see data_files).
    reads = os.path.isfile(path_beside(__file__, code, "__init__.py"))  # noqa: PTH113
    return reads and os.path.isdir(path_beside(__file__, "..", "phrasebook", code))  # noqa: PTH112


@lru_cache(maxsize=8)
def language(code: str) -> Language:
    """The language with this code. Raises UnknownName for one that cannot be written yet."""
    if code not in languages():
        raise UnknownName("language", code, languages())
    found = import_module(f"{__package__}.{code}").LANGUAGE
    assert isinstance(found, Language), f"{code} defines LANGUAGE"  # noqa: S101
    return found


def language_or_english(tag: str) -> Language:
    """The language of a tag, as of "de-AT"; English where it cannot be written yet."""
    code = code_of(tag)
    return language(code if code in languages() else "en")


def code_of(tag: str) -> str:
    """The code of a language tag: "de" of "de-AT" and "de_CH"; "en" where none is told."""
    code = tag.lower().replace("_", "-").partition("-")[0]
    return code if code not in ("", "und") else "en"
