"""Known texts: is this, or part of this, what a network or program writes by itself?

    find_known_text(note) -> KnownText | None

A text is cut into terms (wordings.py) and looked up by its rarest stems among the wordings in
networks/data/compiled/known_texts.json. A wording is there when its weight of words stands close
together, misspelled, inflected or swapped as they may be, with no word between them that default
texts of its language do not use. What stands around it decides the rest: greeting, signature and
courtesies leave a default text whole; one true, specific sentence makes it a part.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from redleaf.networks.catalogue import COMPILED, products
from redleaf.notes.note import Note
from redleaf.notes.spans import Span
from redleaf.rules.remainders import Remainder
from redleaf.rules.wordings import SLOT, Wording, are_near, is_sign, keys_of, weight, wording_of

# How much of a wording's weight may be missing, and how many foreign words a slot may hold. The
# bounds were chosen on the labelled notes: benchmarks/default_texts.py counts what they let through.
MISSING = 0.25
MISSING_SIGNS = 0.3
SLOT_WORDS = 6
# Of the wordings that share stems with a sentence only the nearest are compared term by term.
COMPARED = 12


@dataclass(frozen=True, slots=True)
class KnownText:
    """A default text found in a note.

    `product` is the name of the network or program and `title` how it is written; `similarity` runs
    from 0 to 1; `spans` are the sentences of the default text in the original; `whole` says that
    nothing else is in the note but greeting, signature and courtesies; `rest` is what else there is.
    `since` and `until` are years, 0 when unknown.
    """

    product: str
    title: str
    language: str
    since: int
    until: int
    similarity: float
    spans: tuple[Span, ...]
    whole: bool
    rest: str

    @property
    def span(self) -> Span:
        """From the first default sentence to the end of the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


class _Match(NamedTuple):
    """A wording found at the terms from `start` up to `end`."""

    start: int
    end: int
    similarity: float
    known: _Known

    @property
    def size(self) -> float:
        return self.similarity * self.known.weight


def find_known_text(note: Note | str) -> KnownText | None:
    """The default text in `note`, or None. Linear in the length of the text."""
    if isinstance(note, str):
        note = Note(note)
    wording = wording_of(note.folded)
    matches = _matches(wording)
    telling = [match for match in matches if not match.known.is_companion]
    if not telling:
        return None
    best = max(telling, key=lambda match: match.size)
    places = [(match.start, match.end) for match in matches]
    rest = Remainder(note, wording, places, best.known.language, _index().courtesies).texts()
    spans = tuple(_span(note, wording, match) for match in telling)
    return KnownText(
        product=best.known.product,
        title=products()[best.known.product],
        language=best.known.language,
        since=best.known.since,
        until=best.known.until,
        similarity=round(best.similarity, 3),
        spans=spans,
        whole=not rest,
        rest=" ".join(rest),
    )


def _matches(wording: Wording) -> list[_Match]:
    """Every wording found, in the order of the text; of two at one place the heavier."""
    found: list[_Match] = []
    for places in wording.sentences():
        taken: list[_Match] = []
        candidates = _index().candidates([wording.terms[at] for at in places])
        for match in sorted(_compare(wording, places, candidates), key=lambda each: -each.size):
            if all(match.end <= other.start or other.end <= match.start for other in taken):
                taken.append(match)
        found += sorted(taken)
    return found


def _compare(wording: Wording, places: range, candidates: Sequence[_Known]) -> Iterator[_Match]:
    for known in candidates:
        begin = places.start
        while begin < places.stop:
            match = known.find(wording, range(begin, places.stop))
            if match is None:
                break
            yield match
            begin = match.end


def _span(note: Note, wording: Wording, match: _Match) -> Span:
    start = note.folded.start(wording.starts[match.start])
    end = note.folded.end(wording.ends[match.end - 1])
    if end < len(note.text) and note.text[end] in ".!?。！？":
        end += 1
    return Span(start, end)


class _Known:
    """One sentence of a default text, as terms."""

    def __init__(self, row: Sequence[object]) -> None:
        line, self.language, self.product, self.since, self.until, companion = row
        self.line: str = line
        self.is_companion = bool(companion)

    @cached_property
    def terms(self) -> list[str]:
        return self.line.split(" ")

    @cached_property
    def words(self) -> dict[str, str]:
        """Its terms, and each pair of them written as one, by how they may be typed."""
        words = [term for term in self.terms if term != SLOT]
        pairs = {one + other: other for one, other in zip(words, words[1:], strict=False)}
        return {**pairs, **{word: word for word in words}}

    @cached_property
    def weights(self) -> dict[str, float]:
        fillers = _index().fillers(self.language)
        return {
            word: weight(word) * (0.35 if word in fillers else 1.0)
            for word in self.terms
            if word != SLOT
        }

    @cached_property
    def weight(self) -> float:
        return sum(self.weights.values()) or 1.0

    @cached_property
    def heavy(self) -> frozenset[str]:
        """The words that must not be missing: all long ones that are no fillers."""
        fillers = _index().fillers(self.language)
        return frozenset(word for word in self.weights if len(word) > 4 and word not in fillers)

    @cached_property
    def room(self) -> int:
        """How many foreign words may stand inside it: those of its slots."""
        inner = self.terms[1:-1].count(SLOT)
        return SLOT_WORDS * inner

    def find(self, wording: Wording, places: range) -> _Match | None:
        """Where it stands among these terms of one sentence, if it does."""
        readings = [self._read(wording, at, places.stop) for at in places]
        start, end = _densest(readings)
        if start == end:
            return None
        start, end = start + places.start, end + places.start
        window = readings[start - places.start : end - places.start]
        matched = {word for word, _ in window if word in self.weights}
        missing = 1 - sum(self.weights[word] for word in matched) / self.weight
        signs = is_sign(self.terms[0]) or is_sign(self.terms[-1])
        if missing > (MISSING_SIGNS if signs else MISSING):
            return None
        if len(self.heavy - matched) > len(self.heavy) // 4:
            return None
        if not self._may_hold(wording, start, window):
            return None
        extra = sum(1 for word, _ in window if word == "") / (len(self.terms) + 1)
        start, end = self._with_slots(wording, start, end, places)
        return _Match(start, end, max(0.0, 1 - missing - 0.2 * extra), self)

    def _read(self, wording: Wording, at: int, stop: int) -> tuple[str, float]:
        """What the term at `at` is to this wording, and what it adds to a window that holds it.

        Its own word when it is one, SLOT for a placeholder, "" for a word that default texts use,
        and "?" for any other.
        """
        term = wording.terms[at]
        if term in self.words:
            word = self.words[term]
            return word, self.weights[word]
        if term == SLOT:
            return SLOT, 0.0
        if not is_sign(term):
            for word in self.weights:
                if are_near(term, word):
                    return word, 0.7 * self.weights[word]
            if at + 1 < stop and term + wording.terms[at + 1] in self.weights:
                return term + wording.terms[at + 1], self.weights[term + wording.terms[at + 1]]
            if at and wording.terms[at - 1] + term in self.weights:
                return "", 0.0
        if term in _index().vocabulary(self.language):
            return "", -0.1
        return "?", -0.05 if self.room else -0.8

    def _may_hold(
        self, wording: Wording, start: int, window: Sequence[tuple[str, float]]
    ) -> bool:
        """Whether the words inside that are not its own are few and say nothing."""
        foreign = [wording.terms[start + at] for at, (word, _) in enumerate(window) if word == "?"]
        if len([1 for word, _ in window if word == ""]) > max(3, len(self.terms) // 2):
            return False
        if all(is_sign(term) for term in foreign) and foreign:
            return len(foreign) <= max(self.room, len(self.terms) // 8)
        if len(foreign) == 1 and len(foreign[0]) <= 3 and len(self.terms) >= 6:
            return True
        return len(foreign) <= self.room

    def _with_slots(
        self, wording: Wording, start: int, end: int, places: range
    ) -> tuple[int, int]:
        """The window with the words that fill a slot at either end."""
        if self.terms[0] == SLOT:
            begin = start
            while begin > places.start and start - begin < 5 and not wording.breaks[begin]:
                begin -= 1
            start = begin if begin == places.start or wording.breaks[begin] else start
        if self.terms[-1] == SLOT:
            stop = end
            while stop < places.stop and stop - end < 5 and not wording.breaks[stop]:
                stop += 1
            end = stop if stop == places.stop or wording.breaks[stop] else end
        return start, end


def _densest(readings: Sequence[tuple[str, float]]) -> tuple[int, int]:
    """The run of terms with the largest sum; a word counts once."""
    best, best_run = 0.0, (0, 0)
    total, begin = 0.0, 0
    seen: set[str] = set()
    for at, (word, value) in enumerate(readings):
        if total <= 0.0:
            total, begin = 0.0, at
            seen.clear()
        total += 0.0 if value > 0 and word in seen else value
        seen.add(word)
        if total > best + 1e-9:
            best, best_run = total, (begin, at + 1)
    return best_run


class _Index:
    """The compiled wordings: `anchors` lead from stems to the wordings they are rarest in."""

    def __init__(self) -> None:
        path = COMPILED / "known_texts.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        self._wordings = data["wordings"]
        self._anchors: dict[str, list[int]] = data["anchors"]
        self._fillers: dict[str, str] = data["fillers"]
        self._known: dict[int, _Known] = {}
        self._vocabularies: dict[str, frozenset[str]] = {}
        self._greetings = frozenset(data["greetings"])
        self._courtesies: dict[str, list[str]] = data["courtesies"]

    def candidates(self, terms: Sequence[str]) -> list[_Known]:
        """The wordings that share enough of their rarest stems with these terms, best first."""
        hits: Counter[int] = Counter()
        for key in self._anchors.keys() & set(keys_of(terms)):
            hits.update(self._anchors[key])
        if not hits:
            return []
        near = [(count, -number) for number, count in hits.items() if count >= self._needed(number)]
        return [self._known_at(-number) for _, number in sorted(near, reverse=True)[:COMPARED]]

    def vocabulary(self, language: str) -> frozenset[str]:
        """The words that default texts of the language use, and its fillers."""
        if language not in self._vocabularies:
            words = set(self.fillers(language))
            for line, its_language, *_, companion in self._wordings:
                if its_language == language and not companion:
                    words.update(line.split(" "))
            self._vocabularies[language] = frozenset(words)
        return self._vocabularies[language]

    def fillers(self, language: str) -> frozenset[str]:
        return _split(self._fillers.get(language, ""))

    def courtesies(self, language: str) -> frozenset[str]:
        """The words of greetings and courtesies in that language and in English."""
        words = set(self._greetings)
        for each in (language, "en"):
            for line in self._courtesies.get(each, ()):
                words.update(line.split(" "))
        return frozenset(words)

    def _needed(self, number: int) -> int:
        return min(3, len(self._wordings[number][0].split(" ")) // 2 or 1)

    def _known_at(self, number: int) -> _Known:
        if number not in self._known:
            self._known[number] = _Known(self._wordings[number])
        return self._known[number]


@cache
def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _index() -> _Index:
    return _Index()
