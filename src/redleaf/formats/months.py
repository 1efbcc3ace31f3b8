"""Months by name, in the languages in which networks and spreadsheets write days."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

_SHORTEST = 3


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or its usual short form ("févr.", "Mär"), else 0."""
    folded = _folded(word)
    if len(folded) < 2:
        return 0
    months = _months()
    if folded in months:
        return months[folded]
    if len(folded) < _SHORTEST:
        return 0
    found = {number for name, number in months.items() if name.startswith(folded)}
    return found.pop() if len(found) == 1 else 0


@cache
def _months() -> dict[str, int]:
    """Folded names; a name that two languages give to different months is left out."""
    found: dict[str, set[int]] = {}
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        number, _, names = line.partition(":")
        if number.isdecimal():
            for name in names.split():
                found.setdefault(_folded(name), set()).add(int(number))
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.strip(" .")).casefold()
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
