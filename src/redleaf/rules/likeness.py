"""Likeness: whether a known wording stands among the terms of a sentence, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from redleaf.rules.known_wordings import KnownWording, known_wordings
from redleaf.rules.wordings import SLOT, Wording, are_near, is_sign, weight

# How much of a wording's weight may be missing; signs are single and so more often another. The
# bounds were chosen on the labelled notes: benchmarks/default_texts.py counts what they miss.
MISSING = 0.25
MISSING_SIGNS = 0.3
# A light wording is taken only where it is a clause of its own, and nearly all of it is there.
LIGHT_SIMILARITY = 0.82
# What a misspelled word takes from the likeness, of its weight.
SLIP = 0.15
# A stray word of so few letters may be a slip of the thumb.
SLIP_LETTERS = 3
# A name that fills a slot at the end of a wording, and fillers that hang on to it.
NAME_WORDS = 5
HANGING_WORDS = 3

# What a term is to a wording, besides one of its words.
_USUAL = ""  # a word that default texts of the language use
_FOREIGN = "?"


class Match(NamedTuple):
    """A wording found at the terms from `start` up to `end`; `size` is how much it explains."""

    start: int
    end: int
    similarity: float
    size: float
    known: KnownWording


class _Reading(NamedTuple):
    """What a term is to a wording, and what it adds to a window that holds it."""

    word: str
    value: float
    is_near: bool = False


def find_likeness(known: KnownWording, wording: Wording, places: range) -> Match | None:
    """Where `known` stands among these terms of one sentence; None when it does not."""
    readings = [_read(known, wording, at, places) for at in places]
    first, last = _densest(readings, known.counts)
    window = readings[first:last]
    matched = {reading.word for reading in window if reading.word in known.weights}
    missing = 1 - sum(known.weights[word] for word in matched) / known.weight
    if missing > (MISSING_SIGNS if known.has_signs else MISSING):
        return None
    if len(known.heavy - matched) > len(known.heavy) // 4:
        return None
    if not _may_hold(known, wording, places.start + first, window):
        return None
    usual = sum(1 for reading in window if reading.word == _USUAL)
    slips = sum(known.weights[reading.word] for reading in window if reading.is_near)
    likeness = 1 - missing - SLIP * slips / known.weight - 0.2 * usual / (len(known.terms) + 1)
    similarity = max(0.0, likeness)
    start = _first_place(known, wording, places.start + first, places.start)
    end = _end_place(known, wording, places.start + last, places.stop)
    size = similarity * similarity * sum(weight(wording.terms[at]) for at in range(start, end))
    match = Match(start, end, similarity, size, known)
    if known.is_light and not (similarity > LIGHT_SIMILARITY and is_clause(wording, match)):
        return None
    is_named = known.terms[0] != SLOT or start < places.start + first
    return match if is_named or not known.is_light else None


def is_clause(wording: Wording, match: Match) -> bool:
    """Whether a match begins and ends where a sentence, a line or a clause does."""
    end = match.end
    return wording.breaks[match.start] > 0 and (
        end == len(wording.breaks) or wording.breaks[end] > 0
    )


def _read(known: KnownWording, wording: Wording, at: int, places: range) -> _Reading:
    term = wording.terms[at]
    if term in known.words:
        word = known.words[term]
        return _Reading(word, known.weights[word])
    if term == SLOT:
        return _Reading(SLOT, 0.0)
    if not is_sign(term):
        near = next((word for word in known.weights if are_near(term, word)), None)
        if near:
            return _Reading(near, 0.7 * known.weights[near], is_near=True)
        if at + 1 < places.stop and term + wording.terms[at + 1] in known.weights:
            parted = term + wording.terms[at + 1]
            return _Reading(parted, known.weights[parted])
        if at > places.start and wording.terms[at - 1] + term in known.weights:
            return _Reading(_USUAL, 0.01)
    if term in known_wordings().vocabulary(known.language):
        return _Reading(_USUAL, -0.1)
    if known.room:
        return _Reading(_FOREIGN, -0.05)
    return _Reading(_FOREIGN, -0.3 if len(term) <= SLIP_LETTERS and not is_sign(term) else -0.8)


def _densest(readings: Sequence[_Reading], counts: Counter[str]) -> tuple[int, int]:
    """The run of terms with the largest sum; a word counts as often as the wording has it."""
    best, best_run = 0.0, (0, 0)
    total, begin = 0.0, 0
    seen: Counter[str] = Counter()
    for at, (word, value, _) in enumerate(readings):
        if total <= 0.0:
            total, begin = 0.0, at
            seen.clear()
        if value > 0 and seen[word]:
            value = 0.01 if seen[word] < counts[word] else 0.0
        total += value
        seen[word] += 1
        if total > best + 1e-9:
            best, best_run = total, (begin, at + 1)
    return best_run


def _may_hold(
    known: KnownWording, wording: Wording, start: int, window: Sequence[_Reading]
) -> bool:
    """Whether the words that are not its own are few: what its slots hold, or one slip."""
    if sum(1 for reading in window if reading.word == _USUAL) > max(3, len(known.terms) // 2):
        return False
    places = [at for at, reading in enumerate(window) if reading.word == _FOREIGN]
    if not places:
        return True
    terms = [wording.terms[start + at] for at in places]
    if known.room:
        runs = 1 + sum(other - one > 1 for one, other in pairwise(places))
        return runs <= known.inner_slots and len(places) <= known.room
    if all(is_sign(term) for term in terms):
        return len(terms) <= len(known.terms) // 8
    return len(terms) == 1 and len(terms[0]) <= SLIP_LETTERS and len(known.terms) >= 6


def _first_place(known: KnownWording, wording: Wording, start: int, floor: int) -> int:
    """The window's start, with hanging fillers and the name that fills a slot before it."""
    fillers = known_wordings().fillers(known.language)
    at = start
    while at > floor and not wording.breaks[at] and start - at < HANGING_WORDS:
        if wording.terms[at - 1] not in fillers:
            break
        at -= 1
    if SLOT not in known.terms[:3]:
        return at
    name = at
    while name > floor and at - name < NAME_WORDS and (name == at or not wording.breaks[name]):
        name -= 1
    return name if name == floor or wording.breaks[name] else at


def _end_place(known: KnownWording, wording: Wording, end: int, stop: int) -> int:
    """The window's end, with hanging fillers and the name that fills a slot after it."""
    fillers = known_wordings().fillers(known.language)
    at = end
    while at < stop and not wording.breaks[at] and at - end < HANGING_WORDS:
        if wording.terms[at] not in fillers:
            break
        at += 1
    if SLOT not in known.terms[-3:]:
        return at
    name = at
    while name < stop and name - at < NAME_WORDS and (name == at or not wording.breaks[name]):
        name += 1
    return name if name == stop or wording.breaks[name] else at
