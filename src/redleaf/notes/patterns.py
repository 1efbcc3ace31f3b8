"""Word patterns, found in one pass over the words of a text; matches never cross a sentence's end.

All patterns (redleaf.notes.pattern_grammar) are followed at once: a `_State` is the set of places
where the patterns still in play stand, and it remembers where each word led. A table of thousands
costs little to make, since a pattern is taken apart when its first word turns up, and a text costs
a look-up or two a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from redleaf.errors import RedleafError
from redleaf.notes.pattern_grammar import STEM, elements_of, first_words_of, fits

GAP_WORDS = 4
# What was learned from a text is kept for the next one; past this the table begins anew.
MAX_REMEMBERED = 50_000
MAX_WORDS = 1_000

Payload = TypeVar("Payload")


class Match(NamedTuple, Generic[Payload]):
    """A pattern matched the words from `start` up to, not including, `end`."""

    start: int
    end: int
    payload: Payload


class _Pattern(Generic[Payload]):
    """A pattern taken apart, what it stands for, and the how-manieth of its table it is."""

    __slots__ = ("elements", "number", "payload")

    def __init__(self, number: int, line: str, payload: Payload) -> None:
        self.number = number
        self.elements = elements_of(line)
        self.payload = payload


class _Place(NamedTuple):
    """Where a pattern stands: the part it wants next. `gap` counts the words it may still pass."""

    pattern: _Pattern[object]
    element: int
    alternative: int
    part: int
    gap: int

    @property
    def wants(self) -> str:
        return self.pattern.elements[self.element][self.alternative][self.part]


class _State:
    """The places of all patterns in play after some words, and where the next word leads."""

    __slots__ = (
        "after", "ends", "ends_with_sentence", "knows_otherwise", "otherwise", "places", "words",
    )  # fmt: skip

    def __init__(self, places: Iterable[_Place | _End]) -> None:
        kept = dict.fromkeys(places)
        self.places = tuple(place for place in kept if isinstance(place, _Place))
        ends = [place for place in kept if isinstance(place, _End)]
        self.ends = tuple(end.pattern for end in ends if not end.with_sentence)
        self.ends_with_sentence = tuple(end.pattern for end in ends if end.with_sentence)
        self.words = frozenset(place.wants for place in self.places)
        self.after: dict[str, _State | None] = {}
        self.otherwise: _State | None = None
        self.knows_otherwise = False


class _End(NamedTuple):
    """A pattern is matched whole; `with_sentence` only where the sentence ends, too."""

    pattern: _Pattern[object]
    with_sentence: bool


class PatternTable(Generic[Payload]):
    """Patterns with what they stand for, followed together through a text."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[tuple[int, str, Payload]]] = {}
        self._by_stem: dict[str, list[tuple[int, str, Payload]]] = {}
        self._count = 0
        self._forget()

    def _forget(self) -> None:
        self._starts: tuple[dict[str, _State | None], dict[str, _State | None]] = ({}, {})
        self._states: dict[frozenset[_Place | _End], _State] = {}

    def add(self, line: str, payload: Payload, *, place: str) -> None:
        """Add a pattern. Raises RedleafError that names `place` when it has no first word."""
        try:
            firsts = first_words_of(line)
        except RedleafError as error:
            raise RedleafError(f"{place}: {error}") from None
        if not firsts:
            raise RedleafError(f"{place}: a phrase begins with a word, not with {line[:12]!r}.")
        for word in firsts:
            lines = self._by_stem if word.endswith("*") else self._by_word
            key = word[:STEM] if word.endswith("*") else word
            lines.setdefault(key, []).append((self._count, line, payload))
        self._count += 1
        if self._states:
            self._forget()

    def find(self, words: Sequence[str], sentence_ends: Sequence[int]) -> Iterator[Match[Payload]]:
        """The longest match of each pattern at each place; `sentence_ends` as ends_of gives it."""
        if len(self._states) > MAX_REMEMBERED or len(self._starts[False]) > MAX_REMEMBERED:
            self._forget()
        begins = True
        for at, word in enumerate(words):
            starts = self._starts[begins]
            state = starts[word] if word in starts else self._start(word, begins)
            begins = sentence_ends[at] == at + 1
            if state is not None:
                yield from self._follow(state, words, at, sentence_ends[at])

    def _follow(
        self, state: _State | None, words: Sequence[str], start: int, last: int
    ) -> Iterator[Match[Payload]]:
        reached: dict[_Pattern[object], int] = {}
        at = start + 1
        while state is not None:
            for pattern in state.ends:
                reached[pattern] = at
            if at == last:
                for pattern in state.ends_with_sentence:
                    reached[pattern] = at
                break
            word = words[at]
            state = state.after[word] if word in state.after else self._step(state, word)
            at += 1
        # States are sets; the order of a table is the same on every run, that of a set is not.
        for pattern, end in sorted(reached.items(), key=_number):
            yield Match(start, end, pattern.payload)  # type: ignore[arg-type] # a _Place knows no Payload

    def _start(self, word: str, begins: bool) -> _State | None:
        lines = self._by_word.get(word, []) + self._by_stem.get(word[:STEM], [])
        if word[0].isdigit() and word != "0":
            lines = lines + self._by_word.get("0", [])
        after: list[_Place | _End] = []
        for number, line, payload in lines:
            pattern: _Pattern[object] = _Pattern(number, line, payload)
            for place in _opening(pattern, 0, begins):
                after += _after(place, word) if isinstance(place, _Place) else ()
        state = self._starts[begins][word] = self._state(after)
        return state

    def _step(self, state: _State, word: str) -> _State | None:
        if not _is_plain(state, word):
            after = self._state(_places_after(state, word))
        else:
            if not state.knows_otherwise:
                state.otherwise = self._state(_places_after(state, word))
                state.knows_otherwise = True
            after = state.otherwise
        if len(state.after) < MAX_WORDS:
            state.after[word] = after
        return after

    def _state(self, places: Iterable[_Place | _End]) -> _State | None:
        key = frozenset(places)
        if not key:
            return None
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = _State(key)
        return state


def ends_of(starts: Sequence[int], sentence_ends: Iterable[int]) -> list[int]:
    """For each word (given by where it starts) the index just past its sentence's last word."""
    ends: list[int] = []
    at, count = 0, len(starts)
    for sentence_end in sentence_ends:
        begin = at
        while at < count and starts[at] < sentence_end:
            at += 1
        ends += [at] * (at - begin)
    return ends + [count] * (count - len(ends))


def _number(reached: tuple[_Pattern[object], int]) -> int:
    return reached[0].number


def _is_plain(state: _State, word: str) -> bool:
    """Whether no pattern in play names this word: all such words lead to the same state."""
    if word in state.words or (word[0].isdigit() and "0" in state.words):
        return False
    return not any(wanted[-1] == "*" and word.startswith(wanted[:-1]) for wanted in state.words)


def _places_after(state: _State, word: str) -> Iterator[_Place | _End]:
    for place in state.places:
        yield from _after(place, word)


def _after(place: _Place, word: str) -> Iterator[_Place | _End]:
    """Where a pattern stands when `word` comes at `place`; nothing when it wants another."""
    wanted = place.wants
    if wanted == "…":
        if place.gap > 1:
            yield place._replace(gap=place.gap - 1)
        yield from _next(place, begins=False)
    elif fits(wanted, word):
        yield from _next(place, begins=False)


def _next(place: _Place, *, begins: bool) -> Iterator[_Place | _End]:
    """The places that follow a part: the next of its alternative, or of the next element."""
    alternative = place.pattern.elements[place.element][place.alternative]
    if place.part + 1 < len(alternative):
        yield from _arrive(place._replace(part=place.part + 1, gap=GAP_WORDS), begins)
    else:
        yield from _opening(place.pattern, place.element + 1, begins)


def _opening(pattern: _Pattern[object], element: int, begins: bool) -> Iterator[_Place | _End]:
    if element == len(pattern.elements):
        yield _End(pattern, with_sentence=False)
        return
    for number, alternative in enumerate(pattern.elements[element]):
        if alternative:
            yield from _arrive(_Place(pattern, element, number, 0, GAP_WORDS), begins)
        else:
            yield from _opening(pattern, element + 1, begins)


def _arrive(place: _Place, begins: bool) -> Iterator[_Place | _End]:
    """The places that a pattern is at, when it comes to `place`: signs that take no word passed."""
    wanted = place.wants
    if wanted == "^":
        if begins:
            yield from _next(place, begins=True)
    elif wanted == "$":
        if any(isinstance(after, _End) for after in _next(place, begins=False)):
            yield _End(place.pattern, with_sentence=True)
    else:
        yield place
        if wanted == "…":
            yield from _next(place, begins=False)
