"""Shared keys: which known wordings have enough of a sentence's keys, counted for all at once.

A set of wordings is one whole number, a bit each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Protocol


class Keyed(Protocol):
    """A wording by its keys, and how many of them a sentence must have to be compared."""

    @property
    def keys(self) -> Set[str]: ...

    @property
    def least_shared(self) -> int: ...


class SharedKeys:
    """For each key the wordings that have it, one bit each: counts for all of them at once."""

    def __init__(self, wordings: Iterable[Keyed]) -> None:
        numbers: dict[str, list[int]] = {}
        needing: tuple[list[int], ...] = ([], [], [], [])
        for number, known in enumerate(wordings):
            if not known.keys:
                continue  # a lone sign: nothing leads to it
            needing[min(len(needing), known.least_shared) - 1].append(number)
            for key in known.keys:
                numbers.setdefault(key, []).append(number)
        self._bits = {key: bits_of(led) for key, led in numbers.items()}
        self._needing = tuple(map(bits_of, needing))

    def by_many(self, keys: Set[str]) -> int:
        """The wordings that have enough of `keys`; of those that need more than four, four."""
        once = twice = thrice = often = 0
        for key in self._bits.keys() & keys:
            led = self._bits[key]
            often |= thrice & led
            thrice |= twice & led
            twice |= once & led
            once |= led
        first, second, third, fourth = self._needing
        return (once & first) | (twice & second) | (thrice & third) | (often & fourth)


def bits_of(places: Iterable[int]) -> int:
    bits = 0
    for place in places:
        bits |= 1 << place
    return bits


def places_of(bits: int) -> Iterator[int]:
    """The places of the ones, lowest first."""
    digits = bin(bits)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)
