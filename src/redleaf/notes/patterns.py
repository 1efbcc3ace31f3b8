"""Word patterns: phrases with alternatives and gaps, found in one pass over the words of a text.

    i came across your (profile|page|work)
    ^ (i hope|hope) this … finds you (well|)
    (book|take|spare) 0 min*

Words are folded. `(a|b c|)` are alternatives, an empty one makes it optional; `…` is a gap of up
to four words; `_` is any one word; `0` any word that begins with a digit; `reach*` any word that
begins so; `^` and `$` are the ends of a sentence. Matches never cross the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from redleaf.errors import RedleafError
from redleaf.notes.folding import fold_text

GAP_WORDS = 4
_ELEMENT = re.compile(r"\(([^()]*)\)|([^\s()]+)")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SIGNS = ("^", "$", "…", "_", "0")
_STEM = 3

Alternative = tuple[str, ...]
Element = tuple[Alternative, ...]
Payload = TypeVar("Payload")


class Match(NamedTuple, Generic[Payload]):
    """A pattern matched the words from `start` up to, not including, `end`."""

    start: int
    end: int
    payload: Payload


class PatternTable(Generic[Payload]):
    """Patterns with what they stand for, looked up by their first two words.

    A pattern is taken apart only when its first word turns up, so that a table of thousands
    costs little to make and a text costs as much as it holds, not as the table holds.
    """

    def __init__(self) -> None:
        self._by_word: dict[str, _Shelf[Payload]] = {}
        self._by_stem: dict[str, _Shelf[Payload]] = {}

    def add(self, line: str, payload: Payload, *, place: str) -> None:
        """Add a pattern. Raises RedleafError that names `place` when it has no first word."""
        try:
            firsts = _first_words(line)
        except RedleafError as error:
            raise RedleafError(f"{place}: {error}") from None
        if not firsts:
            raise RedleafError(f"{place}: a phrase begins with a word, not with {line[:12]!r}.")
        for word in firsts:
            shelves = self._by_stem if word.endswith("*") else self._by_word
            key = word[:_STEM] if word.endswith("*") else word
            shelves.setdefault(key, _Shelf()).lay(line, payload)

    def find(self, words: Sequence[str], sentence_ends: Sequence[int]) -> Iterator[Match[Payload]]:
        """The longest match of each pattern at each place; `sentence_ends` as ends_of gives it."""
        last = len(words)
        begins = True
        for at, word in enumerate(words):
            end = sentence_ends[at]
            follower = words[at + 1] if at + 1 < end else ""
            for shelf in self._shelves(word):
                for elements, payload in shelf.candidates(follower):
                    after = _match(elements, 0, words, at, end, begins)
                    if after > at:
                        yield Match(at, after, payload)
            begins = at + 1 < last and sentence_ends[at] == at + 1

    def _shelves(self, word: str) -> Iterator[_Shelf[Payload]]:
        if word in self._by_word:
            yield self._by_word[word]
        if word[:_STEM] in self._by_stem:
            yield self._by_stem[word[:_STEM]]
        if word[0].isdigit() and "0" in self._by_word and word != "0":
            yield self._by_word["0"]


class _Shelf(Generic[Payload]):
    """The patterns that begin with one word, sorted by their second when first needed."""

    __slots__ = ("_any", "_by_second", "_raw")

    def __init__(self) -> None:
        self._raw: list[tuple[str, Payload]] = []
        self._any: list[tuple[tuple[Element, ...], Payload]] = []
        self._by_second: dict[str, list[tuple[tuple[Element, ...], Payload]]] = {}

    def lay(self, line: str, payload: Payload) -> None:
        self._raw.append((line, payload))

    def candidates(self, follower: str) -> list[tuple[tuple[Element, ...], Payload]]:
        if self._raw:
            self._sort()
        at_second = self._by_second.get(follower)
        return self._any + at_second if at_second else self._any

    def _sort(self) -> None:
        for line, payload in self._raw:
            elements = elements_of(line)
            seconds = {opening[1] if len(opening) > 1 else "" for opening in _openings(elements)}
            entry = (elements, payload)
            if any(not second or second in _SIGNS or second[-1] == "*" for second in seconds):
                self._any.append(entry)
            else:
                for second in seconds:
                    self._by_second.setdefault(second, []).append(entry)
        self._raw = []


def ends_of(starts: Sequence[int], sentence_ends: Iterable[int]) -> list[int]:
    """For each word (given by where it starts) the index just past the last word of its sentence."""
    ends: list[int] = []
    at, count = 0, len(starts)
    for sentence_end in sentence_ends:
        begin = at
        while at < count and starts[at] < sentence_end:
            at += 1
        ends += [at] * (at - begin)
    return ends + [count] * (count - len(ends))


@lru_cache(maxsize=None)
def elements_of(line: str) -> tuple[Element, ...]:
    """A pattern taken apart: elements, each with its alternatives, each a row of words and signs."""
    elements = []
    for match in _ELEMENT.finditer(line):
        group, word = match.groups()
        alternatives = [word] if group is None else group.split("|")
        elements.append(tuple(tuple(_parts(alternative)) for alternative in alternatives))
    return tuple(elements)


def _parts(alternative: str) -> list[str]:
    parts: list[str] = []
    for part in alternative.split():
        if part in _SIGNS:
            parts.append(part)
            continue
        words = fold_text(part.removesuffix("*")).split("-")
        if not all(_WORD.fullmatch(word) for word in words):
            raise RedleafError(f"{part!r} is no word of a phrase.")
        if part.endswith("*"):
            words[-1] += "*"
        parts += words
    return parts


def _first_words(line: str) -> set[str]:
    """Every word with which the pattern may begin; empty when that cannot be told."""
    head = line.partition(" ")[0]
    if head.isascii() and head.isalnum():
        return {head.lower()}
    firsts = {opening[0] if opening else "" for opening in _openings(elements_of(line))}
    for first in firsts:
        if first in ("", "_", "…", "$") or (first[-1] == "*" and len(first) <= _STEM):
            return set()
    return firsts


def _openings(elements: Sequence[Element]) -> set[tuple[str, ...]]:
    """The first two words, or signs, of everything the pattern may match."""
    openings: set[tuple[str, ...]] = {()}
    for element in elements:
        longer = set()
        for opening in openings:
            for alternative in element if len(opening) < 2 else ((),):
                words = tuple(part for part in alternative if part != "^")
                longer.add((opening + words)[:2])
        openings = longer
        if all(len(opening) == 2 for opening in openings):
            break
    return openings


def _match(
    elements: Sequence[Element],
    index: int,
    words: Sequence[str],
    at: int,
    end: int,
    begins: bool,
) -> int:
    """The word just past the longest match of `elements[index:]` at `at`, or -1."""
    if index == len(elements):
        return at
    best = -1
    for alternative in elements[index]:
        for after in _after(alternative, words, at, end, begins):
            reached = _match(elements, index + 1, words, after, end, begins and after == at)
            if reached > best:
                best = reached
    return best


def _after(
    alternative: Alternative, words: Sequence[str], at: int, end: int, begins: bool
) -> Sequence[int]:
    places: Sequence[int] = (at,)
    for part in alternative:
        if part == "^":
            places = places if begins else ()
        elif part == "$":
            places = [place for place in places if place == end]
        elif part == "…":
            reach = {p for place in places for p in range(place, min(place + GAP_WORDS, end) + 1)}
            places = sorted(reach)
        else:
            places = [p + 1 for p in places if p < end and _fits(part, words[p])]
        if not places:
            return ()
    return places


def _fits(part: str, word: str) -> bool:
    if part == word or part == "_":
        return True
    if part[-1] == "*":
        return word.startswith(part[:-1])
    return part == "0" and word[0].isdigit()
