"""Where word patterns stand while a text is read: the part that each wants next.

A pattern with alternatives, gaps and parts that may be left out can stand at several places at
once; these functions tell the places that follow a word. They hold no state of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from redleaf.notes.pattern_grammar import Element, element_of, fits, written_elements

GAP_WORDS = 4


class Pattern:
    """A pattern, taken apart as far as it was followed, and the how-manieth of its table it is."""

    __slots__ = ("_elements", "_written", "length", "number")

    def __init__(self, number: int, line: str) -> None:
        self.number = number
        self._written = written_elements(line)
        self.length = len(self._written)
        self._elements: list[Element | None] = [None] * self.length

    def element(self, at: int) -> Element:
        element = self._elements[at]
        if element is None:
            element = self._elements[at] = element_of(self._written[at])
        return element


class Place(NamedTuple):
    """Where a pattern stands: the part it wants next. `gap` counts the words it may still pass."""

    pattern: Pattern
    element: int
    alternative: int
    part: int
    gap: int

    @property
    def wants(self) -> str:
        return self.pattern.element(self.element)[self.alternative][self.part]


class End(NamedTuple):
    """A pattern is matched whole; `with_sentence` only where the sentence ends, too."""

    pattern: Pattern
    with_sentence: bool


def openings(pattern: Pattern, *, begins: bool = True) -> Iterator[Place | End]:
    """The places where a pattern may begin; `begins` says that a sentence begins there."""
    return _opening(pattern, 0, begins)


def places_after(place: Place, word: str) -> Iterator[Place | End]:
    """Where a pattern stands when `word` comes at `place`; nothing when it wants another."""
    wanted = place.wants
    if wanted == "…":
        if place.gap > 1:
            yield place._replace(gap=place.gap - 1)
        yield from places_next(place)
    elif fits(wanted, word):
        yield from places_next(place)


def places_next(place: Place, *, begins: bool = False) -> Iterator[Place | End]:
    """The places that follow a part: the next of its alternative, or of the next element."""
    alternative = place.pattern.element(place.element)[place.alternative]
    if place.part + 1 < len(alternative):
        yield from _arrive(place._replace(part=place.part + 1, gap=GAP_WORDS), begins)
    else:
        yield from _opening(place.pattern, place.element + 1, begins)


def _opening(pattern: Pattern, element: int, begins: bool) -> Iterator[Place | End]:
    if element == pattern.length:
        yield End(pattern, with_sentence=False)
        return
    for number, alternative in enumerate(pattern.element(element)):
        if alternative:
            yield from _arrive(Place(pattern, element, number, 0, GAP_WORDS), begins)
        else:
            yield from _opening(pattern, element + 1, begins)


def _arrive(place: Place, begins: bool) -> Iterator[Place | End]:
    """The places that a pattern is at, when it comes to `place`: signs that take no word passed."""
    wanted = place.wants
    if wanted == "^":
        if begins:
            yield from places_next(place, begins=True)
    elif wanted == "$":
        if any(isinstance(after, End) for after in places_next(place)):
            yield End(place.pattern, with_sentence=True)
    else:
        yield place
        if wanted == "…":
            yield from places_next(place)
