"""Notes in JSON, in whatever shape a model gives it, whole or broken off."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from redleaf.writing.phrasebook import TONES

_MOST_TRIES = 12
_DEEPEST = 4
_ONE = ("text", "note", "message", "content", "body", "draft")
_MANY = ("notes", "messages", "drafts", "candidates", "items", "results", "options")
_NUMBERED = re.compile(r"(?:note|message|draft|option|version)[ _-]?\d{1,2}|\d{1,2}", re.IGNORECASE)
# Where a list of strings begins, and a whole string in it: one that another or the end follows.
_OPEN_LIST = re.compile(rf'(?:^\s*|"(?:{"|".join(_MANY)})"\s*:\s*)\[\s*(?=")')
_WHOLE_STRING = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")\s*(?:,\s*|(?=\]))', re.DOTALL)
_LOOKS_LIKE_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*["{\]])')


def json_notes(text: str) -> list[str] | None:
    """The notes of the first JSON in `text` that holds some; None where `text` is no JSON.

    Of a list that breaks off, or is wrong somewhere, the whole strings before that place. Where
    the JSON tells the tone of a note, it stands before it: "warm: Mira, …".
    """
    decoder = json.JSONDecoder(strict=False)
    starts = (found.start() for found in re.finditer(r"[{\[]", text))
    for start, _ in zip(starts, range(_MOST_TRIES), strict=False):
        try:
            data, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        notes = list(_strings_in(data, 0))
        if notes or not (text[:start] + text[end:]).strip():
            return notes
    broken = _OPEN_LIST.search(text)
    if broken:
        return list(_whole_strings(text, broken.end()))
    return [] if _LOOKS_LIKE_JSON.match(text) else None


def _strings_in(data: Any, depth: int) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif depth < _DEEPEST and isinstance(data, list):
        for each in data:
            yield from _strings_in(each, depth + 1)
    elif depth < _DEEPEST and isinstance(data, dict):
        yield from _strings_of_object(data, depth)


def _strings_of_object(data: dict[str, Any], depth: int) -> Iterator[str]:
    for name in _MANY:
        if isinstance(data.get(name), (list, dict)):
            yield from _strings_in(data[name], depth + 1)
            return
    one = next((data[name] for name in _ONE if isinstance(data.get(name), str)), None)
    if one is not None:
        tone = data.get("tone")
        yield f"{tone}: {one}" if tone in TONES else one
        return
    for name, each in data.items():
        if isinstance(each, str) and name in TONES:
            yield f"{name}: {each}"
        elif isinstance(each, str) and _NUMBERED.fullmatch(name):
            yield each


def _whole_strings(text: str, at: int) -> Iterator[str]:
    while found := _WHOLE_STRING.match(text, at):
        at = found.end()
        try:
            yield json.loads(found[1], strict=False)
        except ValueError:
            return
