"""The index of a pattern table: from the first two words of a pattern to its number.

    i           would 12 40     came 3
    rea*        out 7

For each first word the index has a line: the second words, each with the numbers of the patterns
that can go on so. A first word `rea*` is a stem, cut to its first
letters; a second word can be anything a pattern can want, and `.` where a pattern can end after its
first word. tools/compile_patterns.py makes it ahead, because most patterns of a table are never
taken apart: only those whose first two words turn up in a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from redleaf.errors import RedleafError
from redleaf.notes.compiled_parts import sorted_lines
from redleaf.notes.pattern_grammar import STEM
from redleaf.notes.pattern_places import End, Pattern, openings, places_next

WHOLE = "."


class Seconds(NamedTuple):
    """What can follow a first word, each with the numbers of patterns, in order."""

    words: dict[str, list[int]]
    stems: dict[str, list[int]]
    any_word: list[int]
    any_number: list[int]
    whole: list[int]


def first_of(word: str) -> str:
    """The key in the index for a first word that a pattern wants."""
    return f"{word[:STEM]}*" if word[-1] == "*" else word


def add_to_index(index: dict[str, str], number: int, line: str) -> None:
    """Add a pattern. Raises RedleafError for a line that is no pattern or has no first word."""
    for first, second in sorted(set(_first_two(Pattern(number, line), line))):
        seconds = f"{second} {number}"
        index[first] = f"{index[first]}\t{seconds}" if first in index else seconds


def written_index(index: Mapping[str, str]) -> list[str]:
    """An index as lines for a compiled file."""
    return sorted_lines({first: _gathered(seconds) for first, seconds in index.items()})


def _gathered(line: str) -> str:
    """A line of an index with each second word once."""
    numbers: dict[str, list[str]] = {}
    for each in line.split("\t"):
        second, *written = each.split(" ")
        numbers.setdefault(second, []).extend(written)
    return "\t".join(" ".join((second, *numbers[second])) for second in sorted(numbers))


def seconds_of(lines: Iterable[str]) -> Seconds:
    """What some lines of an index say together."""
    seconds = Seconds({}, {}, [], [], [])
    for line in lines:
        for each in line.split("\t"):
            second, *written = each.split(" ")
            numbers = _home(seconds, second)
            numbers += map(int, written)
    return seconds


def _home(seconds: Seconds, second: str) -> list[int]:
    if second in ("…", "_"):
        return seconds.any_word
    if second == "0":
        return seconds.any_number
    if second == WHOLE:
        return seconds.whole
    if second[-1] == "*":
        return seconds.stems.setdefault(second[:-1], [])
    return seconds.words.setdefault(second, [])


def _first_two(pattern: Pattern, line: str) -> Iterator[tuple[str, str]]:
    for place in openings(pattern):
        if isinstance(place, End) or _is_no_word(place.wants):
            raise RedleafError(f"a phrase begins with a word, not with {line[:12]!r}.")
        for after in places_next(place):
            yield first_of(place.wants), WHOLE if isinstance(after, End) else after.wants


def _is_no_word(wanted: str) -> bool:
    """Whether it is a sign for any word, or a stem so short that it would fit too much."""
    return wanted in ("…", "_", "$") or (wanted[-1] == "*" and len(wanted) <= STEM)
