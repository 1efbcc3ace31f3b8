"""Word patterns, found in one pass over the words of a text; matches never cross a sentence's end.

All patterns (redleaf.notes.pattern_grammar) are followed at once: a `_State` is the set of places
where the patterns still in play stand, and it remembers where each word led. A table of thousands
costs little to make, since a pattern is taken apart when its first two words turn up
(redleaf.notes.pattern_index), and a text costs a look-up or two a word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from redleaf.errors import RedleafError
from redleaf.notes.compiled_parts import Part
from redleaf.notes.pattern_index import (
    WHOLE_WITH_SENTENCE,
    Seconds,
    add_to_index,
    first_of,
    gathered,
    seconds_of,
    standing,
    written_index,
)
from redleaf.notes.pattern_places import GAP_WORDS, End, Pattern, Place, places_after

# What was learned from a text is kept for the next one; past this the table begins anew.
MAX_REMEMBERED = 50_000
MAX_WORDS = 1_000
# Sentences of a usual length with what was found in them.
MAX_SENTENCES = 4_096
MAX_SENTENCE_WORDS = 50

Payload = TypeVar("Payload")


class Match(NamedTuple, Generic[Payload]):
    """A pattern matched the words from `start` up to, not including, `end`."""

    start: int
    end: int
    payload: Payload


class _State:
    """The places of all patterns in play after some words, and where the next word leads."""

    __slots__ = (
        "after", "ends", "ends_with_sentence", "knows_otherwise", "otherwise", "places", "words",
    )  # fmt: skip

    def __init__(self, places: Iterable[Place | End]) -> None:
        kept = dict.fromkeys(places)
        self.places = tuple(place for place in kept if isinstance(place, Place))
        ends = [place for place in kept if isinstance(place, End)]
        self.ends = tuple(end.pattern for end in ends if not end.with_sentence)
        self.ends_with_sentence = tuple(end.pattern for end in ends if end.with_sentence)
        self.words = frozenset(place.wants for place in self.places)
        self.after: dict[str, _State | None] = {}
        self.otherwise: _State | None = None
        self.knows_otherwise = False

    def is_plain(self, word: str) -> bool:
        """Whether no pattern in play names this word: all such words lead to the same state."""
        if word in self.words or (word[0].isdigit() and "0" in self.words):
            return False
        return not any(wanted[-1] == "*" and word.startswith(wanted[:-1]) for wanted in self.words)

    def places_after(self, word: str) -> Iterator[Place | End]:
        for place in self.places:
            yield from places_after(place, word)


class _FirstState(_State):
    """The state after a first word: what follows stands in the index, and is read when it comes."""

    __slots__ = ("_begins", "_pattern", "_seconds", "_word")

    def __init__(
        self, word: str, *, begins: bool, seconds: Seconds, pattern: Callable[[int], Pattern]
    ) -> None:
        self._word, self._begins, self._seconds, self._pattern = word, begins, seconds, pattern
        super().__init__(
            End(pattern(number), with_sentence=sign == WHOLE_WITH_SENTENCE)
            for sign, written in seconds.ends
            for number, *_ in standing(written, word, begins=begins)
        )

    def is_plain(self, word: str) -> bool:
        seconds = self._seconds
        if seconds.any_number and word[0].isdigit():
            return False
        return not (any(word.startswith(stem) for stem, _ in seconds.stems) or seconds.after(word))

    def places_after(self, word: str) -> Iterator[Place | End]:
        seconds = self._seconds
        written = [*seconds.any_word, *seconds.after(word)]
        if word[0].isdigit():
            written += seconds.any_number
        written += (of for stem, of in seconds.stems if word.startswith(stem))
        for each in written:
            for number, element, alternative, part in standing(
                each, self._word, begins=self._begins
            ):
                place = Place(self._pattern(number), element, alternative, part, GAP_WORDS)
                yield from places_after(place, word)


class PatternTable(Generic[Payload]):
    """Patterns with what they stand for, followed together through a text.

    A table begins empty and is added to, or is given the parts of one that was compiled.
    """

    def __init__(
        self,
        lines: Iterable[str] = (),
        payloads: Iterable[Payload] = (),
        compiled_index: Part | None = None,
    ) -> None:
        self._lines = list(lines)
        self._payloads = list(payloads)
        self._compiled_index = compiled_index
        self._index: dict[str, str] = {}
        self._forget()

    def _forget(self) -> None:
        self._patterns: dict[int, Pattern] = {}
        self._starts: tuple[dict[str, _State | None], dict[str, _State | None]] = ({}, {})
        self._states: dict[frozenset[Place | End], _State] = {}
        self._sentences: dict[tuple[str, ...], list[Match[Payload]]] = {}

    def add(self, line: str, payload: Payload, *, place: str) -> None:
        """Add a pattern. Raises RedleafError that names `place` when it is none."""
        try:
            add_to_index(self._index, len(self._lines), line)
        except RedleafError as error:
            raise RedleafError(f"{place}: {error}") from None
        self._lines.append(line)
        self._payloads.append(payload)
        self._forget()

    def patterns(self) -> Iterator[tuple[str, Payload]]:
        """Its lines with what they stand for, in order."""
        return zip(self._lines, self._payloads, strict=True)

    def index(self) -> Mapping[str, str]:
        """From first words to the patterns added: redleaf.notes.pattern_index."""
        return self._index

    def find(self, words: Sequence[str], sentence_ends: Sequence[int]) -> Iterator[Match[Payload]]:
        """The longest match of each pattern at each place; `sentence_ends` as ends_of gives it."""
        words = tuple(words)
        begin = 0
        while begin < len(words):
            end = sentence_ends[begin]
            sentence = words[begin:end]
            found = self._sentences.get(sentence)
            if found is None:
                found = self._find_in(sentence)
            for match in found:
                yield Match(begin + match.start, begin + match.end, match.payload)
            begin = end

    def _find_in(self, words: tuple[str, ...]) -> list[Match[Payload]]:
        """The matches in one sentence; who writes to many sends the same sentences again."""
        if len(self._states) > MAX_REMEMBERED or len(self._starts[False]) > MAX_REMEMBERED:
            self._forget()
        found: list[Match[Payload]] = []
        starts, last = self._starts[True], len(words)
        for at, word in enumerate(words):
            state = starts[word] if word in starts else self._start(word, at == 0)
            starts = self._starts[False]
            if state is None:
                continue
            # Most words begin a pattern and most next words end it again: known to lead nowhere.
            if at + 1 == last or state.after.get(words[at + 1], state) is not None or state.ends:
                found += self._follow(state, words, at, last)
        if last <= MAX_SENTENCE_WORDS:
            if len(self._sentences) >= MAX_SENTENCES:
                self._sentences.clear()
            self._sentences[words] = found
        return found

    def _follow(
        self, state: _State | None, words: Sequence[str], start: int, last: int
    ) -> list[Match[Payload]]:
        reached: dict[int, int] = {}
        at = start + 1
        while state is not None:
            for pattern in state.ends:
                reached[pattern.number] = at
            if at == last:
                for pattern in state.ends_with_sentence:
                    reached[pattern.number] = at
                break
            word = words[at]
            state = state.after[word] if word in state.after else self._step(state, word)
            at += 1
        # States are sets; the order of a table is the same on every run, that of a set is not.
        if not reached:
            return []
        return [Match(start, reached[number], self._payloads[number]) for number in sorted(reached)]

    def _start(self, word: str, begins: bool) -> _State | None:
        keys = [word, first_of(word + "*")]
        lines = [line for key in keys for line in self._seconds(key)]
        is_number = word[0].isdigit() and word != "0"
        state = None
        if is_number and not lines:
            # Numbers that no pattern names are all alike: a state for each would fill the memory.
            starts = self._starts[begins]
            state = starts["0"] if "0" in starts else self._start("0", begins)
        elif lines:
            lines += [self._index["0"]] if is_number and "0" in self._index else []
            state = _FirstState(
                word, begins=begins, seconds=seconds_of(lines), pattern=self._pattern
            )
        self._starts[begins][word] = state
        return state

    def _seconds(self, first: str) -> Iterator[str]:
        compiled = self._compiled_index.get(first) if self._compiled_index else None
        if compiled:
            yield compiled
        if first in self._index:
            yield gathered(self._index[first])

    def _pattern(self, number: int) -> Pattern:
        if number not in self._patterns:
            self._patterns[number] = Pattern(number, self._lines[number])
        return self._patterns[number]

    def _step(self, state: _State, word: str) -> _State | None:
        if not state.is_plain(word):
            after = self._state(state.places_after(word))
        else:
            if not state.knows_otherwise:
                state.otherwise = self._state(state.places_after(word))
                state.knows_otherwise = True
            after = state.otherwise
        if len(state.after) < MAX_WORDS:
            state.after[word] = after
        return after

    def _state(self, places: Iterable[Place | End]) -> _State | None:
        key = frozenset(places)
        if not key:
            return None
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = _State(key)
        return state


def read_table(parts: Sequence[Part]) -> PatternTable[str]:
    """The table of which `written_table` gave the parts."""
    lines, payloads, index = parts
    return PatternTable(lines.lines(), payloads.lines(), index)


def written_table(table: PatternTable[str]) -> Sequence[Sequence[str]]:
    """A table as parts of a compiled file: the patterns, what they stand for, and their index."""
    patterns = list(table.patterns())
    return (
        [line for line, _ in patterns],
        [payload for _, payload in patterns],
        written_index(table.index()),
    )


def ends_of(starts: Sequence[int], sentence_ends: Iterable[int]) -> list[int]:
    """For each word (given by where it starts) the index just past its sentence's last word."""
    ends: list[int] = []
    at = 0
    for sentence_end in sentence_ends:
        begin, at = at, bisect_left(starts, sentence_end, at)
        ends += [at] * (at - begin)
    return ends + [len(starts)] * (len(starts) - at)
