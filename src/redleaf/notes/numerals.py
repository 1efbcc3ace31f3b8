"""Numbers in digits and in words, with how exactly they are meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from redleaf.notes.folding import Folded
from redleaf.notes.spans import Span
from redleaf.notes.tokens import Token

_DIGITS = re.compile(
    r"(?<![\w.,])(?P<whole>\d{1,3}(?:[.,' ]\d{3}(?!\d))+|\d{1,15})(?P<part>[.,]\d{1,2}(?!\d))?"
    r"(?P<tail>st|nd|rd|th|k|m|%)?(?![\w])"
)
_DOZENS = frozenset("dozen dozens dutzend douzaine docena dozzina duzia dozijn".split())
_AND = frozenset(("and", "y", "e", "et"))
_TIMES = {"k": 1000, "m": 1_000_000}
_ABOUT = frozenset(
    "about around roughly approximately nearly almost over some circa ca rund etwa fast knapp "
    "environ pres presque casi unos unas quasi circa quase cerca ongeveer bijna".split()
)


class NumberMention(NamedTuple):
    """A number: `first` and `last` are indices of tokens, `value` what it says.

    `slack` is the share by which the true number may differ, as people round: 0 when exact.
    """

    span: Span
    first: int
    last: int
    value: float
    slack: float
    is_ordinal: bool


def find_numbers(folded: Folded, tokens: Sequence[Token], language: str) -> list[NumberMention]:
    """Every number of the text, in order; "one" and articles are left out."""
    found = _in_digits(folded, tokens)
    taken = {at for number in found for at in range(number.first, number.last + 1)}
    words = numeral_words(language)
    at = 0
    while at < len(tokens):
        if at in taken or tokens[at].word not in words:
            at += 1
            continue
        number = _in_words(tokens, at, words, taken)
        found.append(number)
        at = number.last + 1
    return sorted(found)


def value_at(tokens: Sequence[Token], at: int, language: str) -> tuple[float, int] | None:
    """The number at token `at` and the index after it: "twenty five" is (25, at + 2)."""
    if at >= len(tokens):
        return None
    word = tokens[at].word
    if word.isascii() and word.isdigit() and len(word) <= 6:
        return float(word), at + 1
    words = numeral_words(language)
    if word not in words:
        return None
    number = _in_words(tokens, at, words, ())
    return number.value, number.last + 1


@lru_cache(maxsize=16)
def numeral_words(language: str) -> dict[str, float]:
    """Folded number words of a language: `twelve` is 12."""
    words: dict[str, float] = {}
    for line in Path(__file__).with_name("numerals.txt").read_text("utf-8").splitlines():
        code, _, entries = line.partition(":")
        if code == language:
            for entry in entries.split():
                word, _, value = entry.partition("=")
                words[word] = float(value)
    if language == "de":
        ones = {"ein": 1, **{w: v for w, v in words.items() if 2 <= v <= 9}}
        tens = {w: v for w, v in words.items() if 20 <= v <= 90 and v % 10 == 0}
        words |= {f"{o}und{t}": v + n for o, n in ones.items() for t, v in tens.items()}
    return words


def _in_digits(folded: Folded, tokens: Sequence[Token]) -> list[NumberMention]:
    if not any(token.word[0].isdigit() for token in tokens):
        return []
    found: list[NumberMention] = []
    at = 0
    for match in _DIGITS.finditer(folded.text):
        span = Span(folded.start(match.start()), folded.end(match.end()))
        while at < len(tokens) and tokens[at].end <= span.start:
            at += 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < span.end:
            last += 1
        if at >= len(tokens):
            break
        value = float(re.sub(r"\D", "", match["whole"]) + (match["part"] or "").replace(",", "."))
        tail = match["tail"] or ""
        found.append(
            NumberMention(
                span, at, last, value * _TIMES.get(tail, 1), _slack(tokens, at),
                tail in ("st", "nd", "rd", "th"),
            )
        )  # fmt: skip
    return found


def _in_words(
    tokens: Sequence[Token],
    first: int,
    words: dict[str, float],
    taken: Collection[int],
) -> NumberMention:
    """Add and multiply number words as they follow each other: "two hundred and six"."""
    last, total, group = first, 0.0, words[tokens[first].word]
    at = first + 1
    while at < len(tokens) and at not in taken:
        if tokens[at].word in _AND and group:
            at += 1
        word = tokens[at].word if at < len(tokens) and at not in taken else ""
        grown = _grow(total, group, words[word], word) if word in words else None
        if grown is None:
            break
        total, group = grown
        last = at
        at += 1
    is_dozen = tokens[last].word in _DOZENS
    slack = max(_slack(tokens, first), 0.1 if is_dozen else 0.0)
    return NumberMention(
        Span(tokens[first].start, tokens[last].end), first, last, total + group, slack, False
    )


def _grow(total: float, group: float, value: float, word: str) -> tuple[float, float] | None:
    """The number so far with one more word, or None when that word begins another number."""
    if value >= 1000:
        return (total + group * value, 0.0) if 0 < group < 1000 else None
    if word in _DOZENS or value == 100 or (value == 20 and group == 4):
        return (total, group * value) if 0 < group < 20 else None
    ones, tens = group % 10, group % 100
    adds_ones = value < 10 and tens >= 20 and ones == 0
    adds_teens = 10 <= value < 20 and tens in (60, 80)  # French: soixante-dix, quatre-vingt-douze
    adds_tens = value < 100 and group >= 100 and tens == 0
    if adds_ones or adds_teens or adds_tens or (total and group == 0):
        return total, group + value
    return None


def _slack(tokens: Sequence[Token], first: int) -> float:
    before = [token.word for token in tokens[max(0, first - 2) : first]]
    return 0.15 if before and (before[-1] in _ABOUT or before[-1:] == ["than"]) else 0.0
