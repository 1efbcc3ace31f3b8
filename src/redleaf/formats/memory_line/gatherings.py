"""What kind of encounter a word makes: a workshop is a class, a drink is a meal, a pier a place."""

from __future__ import annotations

import re
from functools import cache

from redleaf.formats.hints import is_place, plain
from redleaf.notes.brief import ENCOUNTER_KINDS
from redleaf.notes.data_files import read_beside

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# The event itself before what was done at it: a dinner at a conference is at the conference.
_ORDER = ("class", "talk", "conference", "other")
_BY_THE_WAY = ("coffee", "meal", "call", "online", "neighbour", "work", "family")


def event_kind(text: str) -> str:
    """The kind of the gathering that `text` names, or "" when it names none."""
    return _kind_of(text, _ORDER)


def doing_kind(text: str) -> str:
    """The kind of what was done together ("coffee", "lunch", "zoom"), or ""."""
    # "Work" alone is where somebody goes, as in "a beer after work".
    if "work together" in plain(text):
        return "work"
    return _kind_of(text, _BY_THE_WAY) or _kind_of(text, ("class", "talk", "conference"))


def relation_kind(word: str) -> str:
    """The kind of encounter with "my <word>" ("cousin", "neighbour"), or "" for no such word."""
    return _listed("relations.txt").get(plain(word), "")


def is_venue(text: str) -> bool:
    """Whether `text` names a kind of place, or a place that everybody knows."""
    words = _WORD.findall(plain(text))
    return is_place(text) or any("place" in _kinds().get(word, ()) for word in words)


def _kind_of(text: str, kinds: tuple[str, ...]) -> str:
    said = {kind for word in _WORD.findall(plain(text)) for kind in _kinds_of(word)}
    return next((kind for kind in kinds if kind in said), "")


def _kinds_of(word: str) -> set[str]:
    found = _kinds().get(word) or _kinds().get(word.removesuffix("s")) or set()
    if not found and len(word) > 9:  # German joins words: "Glasurworkshop", "Buchmesse"
        found = next((_kinds()[end] for end in _COMPOUNDS if word.endswith(end)), set())
    return found & set(ENCOUNTER_KINDS)


_COMPOUNDS = ("workshop", "konferenz", "tagung", "kongress", "messe", "kurs", "seminar", "vortrag",
              "treffen", "ausstellung", "feier", "fest", "markt")  # fmt: skip


@cache
def _kinds() -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for line in read_beside(__file__, "gatherings.txt").splitlines():
        kind, _, words = line.partition(": ")
        for word in words.split() if not line.startswith("#") else ():
            kinds.setdefault(plain(word), set()).add(kind)
    return kinds


@cache
def _listed(name: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for line in read_beside(__file__, name).splitlines():
        kind, _, entries = line.partition(": ")
        words.update(dict.fromkeys(entries.split() if not line.startswith("#") else (), kind))
    return words
