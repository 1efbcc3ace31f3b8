"""The how-manieth: "third", "80th", "last"."""

from __future__ import annotations

from redleaf.notes.regexes import regex

_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_VALUES = {word: value for value, word in enumerate(_FIRST, 1)} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_ORDINAL_FIGURES = regex(r"(\d+)(?:st|nd|rd|th)")


def is_ordinal(word: str) -> bool:
    """Whether a folded word says the how-manieth: "third", "80th", "last"."""
    return word == "last" or nth(word) is not None


def nth(word: str) -> int | None:
    """The how-manieth a folded word says: 3 of "third", 80 of "80th"."""
    figures = _ORDINAL_FIGURES.fullmatch(word)
    return int(figures[1]) if figures else _VALUES.get(word)
