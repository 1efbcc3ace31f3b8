"""Likeness: whether a known wording stands among the terms of a sentence, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from redleaf.rules.known_wordings import LIGHT_SIMILARITY, KnownWording, known_wordings
from redleaf.rules.wordings import SLOT, Wording, are_near, is_sign, weight

# What a misspelled word takes from the likeness, of its weight.
SLIP = 0.15
# A stray word of so few letters may be a slip of the thumb.
SLIP_LETTERS = 3
# A name that fills a slot at the end of a wording, and fillers that hang on to it.
NAME_WORDS = 5
HANGING_WORDS = 3

# How many terms are remembered with what they are to a wording: sentences use the same ones again.
REMEMBERED = 32_768

# What a term is to a wording, besides one of its words.
_USUAL = ""  # a word that default texts of the language use
_FOREIGN = "?"
# Sums of the same weights differ a little by their order; nothing is refused for that.
_ROUNDING = 1e-9


class Match(NamedTuple):
    """A wording found at the terms from `start` up to `end`; `size` is how much it explains."""

    start: int
    end: int
    similarity: float
    size: float
    known: KnownWording


class _Reading(NamedTuple):
    """What a term is to a wording, and what it adds to a window that holds it.

    `may_join` says that it may be one half of a word of the wording.
    """

    word: str
    value: float
    is_near: bool = False
    may_join: bool = False


def find_likeness(known: KnownWording, wording: Wording, places: range) -> Match | None:
    """Where `known` stands among these terms of one sentence; None when it does not."""
    readings = [_read(known, wording, at, places) for at in places]
    first, last = _densest(readings, known.counts)
    window = readings[first:last]
    matched = {reading.word for reading in window if reading.word in known.weights}
    missing = 1 - sum(known.weights[word] for word in matched) / known.weight
    if missing > known.most_missing:
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


class Sentence(NamedTuple):
    """The terms of a sentence in no order, their first letters, and each two neighbours as one."""

    terms: frozenset[str]
    letters: frozenset[str]
    joined: frozenset[str]


def sentence_of(terms: Sequence[str]) -> Sentence:
    letters = frozenset([term[0] for term in terms])
    return Sentence(frozenset(terms), letters, frozenset(map(add, terms, terms[1:])))


def may_stand(known: KnownWording, sentence: Sentence) -> bool:
    """Whether enough of the wording's words are there at all, wherever they stand.

    What this refuses find_likeness would refuse too, later: most candidates are refused here.
    """
    same = known.words.keys() & sentence.terms
    held = {known.words[term] for term in same}
    if _are_enough(known, known.weights.keys() - held):
        return True
    # A word that is misspelled or parted keeps its first letter, or swaps it with the second.
    out = [word for word in known.weights if word not in held and not _may_be(word, sentence)]
    if out and not _are_enough(known, out):
        return False
    for term in sentence.terms - same:
        for word in known.nearest(term):
            if word not in held and are_near(term, word):
                held.add(word)
    held |= known.weights.keys() & sentence.joined
    return _are_enough(known, known.weights.keys() - held)


def _may_be(word: str, sentence: Sentence) -> bool:
    return word[0] in sentence.letters or word[1:2] in sentence.letters


def _are_enough(known: KnownWording, missing: Collection[str]) -> bool:
    """Whether the wording can do without the `missing` words."""
    share = sum([known.weights[word] for word in missing]) / known.weight
    if share > known.most_missing + _ROUNDING:
        return False
    return len(known.heavy.intersection(missing)) <= len(known.heavy) // 4


def is_clause(wording: Wording, match: Match) -> bool:
    """Whether a match begins and ends where a sentence, a line or a clause does."""
    end = match.end
    return wording.breaks[match.start] > 0 and (
        end == len(wording.breaks) or wording.breaks[end] > 0
    )


def _read(known: KnownWording, wording: Wording, at: int, places: range) -> _Reading:
    term = wording.terms[at]
    reading = _alone(known, term)
    if reading.may_join:
        if at + 1 < places.stop and term + wording.terms[at + 1] in known.weights:
            parted = term + wording.terms[at + 1]
            return _Reading(parted, known.weights[parted])
        if at > places.start and wording.terms[at - 1] + term in known.weights:
            return _Reading(_USUAL, 0.01)
    return reading


@lru_cache(maxsize=REMEMBERED)
def _alone(known: KnownWording, term: str) -> _Reading:
    """What a term is to a wording, whatever stands beside it."""
    if term in known.words:
        word = known.words[term]
        return _Reading(word, known.weights[word])
    if term == SLOT:
        return _Reading(SLOT, 0.0)
    may_join = False
    if not is_sign(term):
        near = next((word for word in known.nearest(term) if are_near(term, word)), None)
        if near:
            return _Reading(near, 0.7 * known.weights[near], is_near=True)
        may_join = any(word.startswith(term) or word.endswith(term) for word in known.weights)
    if term in known_wordings().vocabulary(known.language):
        return _Reading(_USUAL, -0.1, may_join=may_join)
    if known.room:
        return _Reading(_FOREIGN, -0.05, may_join=may_join)
    slip = len(term) <= SLIP_LETTERS and not is_sign(term)
    return _Reading(_FOREIGN, -0.3 if slip else -0.8, may_join=may_join)


def _densest(readings: Sequence[_Reading], counts: Counter[str]) -> tuple[int, int]:
    """The run of terms with the largest sum; a word counts as often as the wording has it."""
    best, best_run = 0.0, (0, 0)
    total, begin = 0.0, 0
    seen: Counter[str] = Counter()
    for at, (word, value, _, _) in enumerate(readings):
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
