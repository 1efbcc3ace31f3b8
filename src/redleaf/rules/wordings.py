"""Wordings: a text as the bare terms that carry it, alike for two spellings of one text.

A term is a folded word, one sign of a script that is written without spaces, or SLOT for a place
to be filled: a placeholder, a link, an address. The compiler of the networks uses it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from redleaf.notes.folding import Folded
from redleaf.notes.regexes import regex
from redleaf.notes.spelling import edits

SLOT = "⟨⟩"
# No sentence of a default text has as many terms.
LONGEST = 120

# Thai to Lao, Burmese, Khmer, Kana, Han; Hangul too, because its particles are glued to the words.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff"
)
# Marks that stand beside a letter in the scripts of India and are no letters to `\w`.
_MARKS = "\u0900-\u0963\u0966-\u0df2"
_SLOT = r"""(?P<slot>
      https?://[!-~]+ | www\.[!-~]+ | [a-z0-9_.+-]{1,64}@[a-z0-9-]{1,64}\.[a-z0-9.-]{1,64}
    | \(link\) | %\{[^}\n]{1,40}\} | %\s?\d | %[sd@]\b | \$?\{\{?[^{}\n]{1,60}\}\}?
    | \[[^\[\]\n]{1,60}\] | ⟨[^⟨⟩\n]{0,60}⟩ | <[a-z][a-z_ ]{1,30}>
    | \A[a-z0-9]{2,20}\.[a-z0-9]{2,20}(?=,\s)
    )"""
_SENTENCE_END = regex(r"[.!?…|\u0589\u061f\u06d4\u0964\u3002\uff01\uff1f](?!\w)|\n\s*\n")
_CLAUSE_END = regex(r"[,;:\u060c\uff1a\u3001\uff0c\-–—•]")
_ABBREVIATIONS = frozenset("mr mrs ms dr prof hr fr st sr sra srta mme dott ing mag".split())

# One spelling for what people type: "I'd" for "I would", and what thumbs make of a word.
_LONGER = {
    "id": ("i", "would"), "youre": ("you", "are"), "im": ("i", "am"),
    "u": ("you",), "ur": ("your",), "pls": ("please",), "plz": ("please",), "thx": ("thanks",),
}  # fmt: skip
_AFTER_PRONOUN = {"d": ("would",), "re": ("are",), "m": ("am",)}
_NOTHING = ("", " ", "'")
_PRONOUNS = frozenset("i you he she we they".split())


class Wording:
    """The terms of a text, each with its place in the folded text and the break before it.

    A break is 0 for none, 1 at a comma or dash, 2 at a line's end, 3 at a sentence's end.
    """

    __slots__ = ("breaks", "ends", "starts", "terms")

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.breaks: list[int] = []

    def add(self, term: str, start: int, end: int, gap: int) -> None:
        self.terms.append(term)
        self.starts.append(start)
        self.ends.append(end)
        self.breaks.append(gap)

    def sentences(self) -> Iterator[range]:
        """The places of the terms of each sentence; an endless one in overlapping stretches."""
        begin = 0
        for at, gap in enumerate([*self.breaks[1:], 3][: len(self.breaks)], 1):
            if gap == 3:
                yield range(begin, at)
                begin = at
            elif at - begin == LONGEST:
                yield range(begin, at)
                begin = at - LONGEST // 2


def wording_of(folded: Folded) -> Wording:
    """The terms of a folded text, in order; linear in its length."""
    wording = Wording()
    text = folded.text
    last, before = "", 0
    for match in _term_pattern(text.isascii()).finditer(text):
        start, end = match.span()
        between = text[before:start]
        gap = 0 if between in _NOTHING and last else _gap(between, last)
        before = end
        term = SLOT if match.lastgroup else match.group()
        longer = _AFTER_PRONOUN if between == "'" and last in _PRONOUNS else _LONGER
        for part in longer.get(term, (term,)):
            wording.add(part, start, end, gap)
            last, gap = part, 0
    return wording


@cache
def _term_pattern(is_ascii: bool) -> re.Pattern[str]:
    """What a term looks like. The sets of other scripts take long to compile: only when needed."""
    word = "[a-z0-9]+" if is_ascii else rf"[{_UNSPACED}] | (?:[^\W_{_UNSPACED}]|[{_MARKS}])+"
    return re.compile(f"{_SLOT} | {word}", re.VERBOSE)


def _gap(between: str, last: str) -> int:
    if not last or (_SENTENCE_END.search(between) and last not in _ABBREVIATIONS):
        return 3
    if "\n" in between:
        return 2
    return 1 if _CLAUSE_END.search(between) else 0


def keys_of(terms: Sequence[str]) -> Iterator[str]:
    """What a wording is looked up by: the stems of its words, the pairs of its unspaced signs."""
    for at, term in enumerate(terms):
        if term == SLOT:
            continue
        if not is_sign(term):
            yield term[:4]
        elif at + 1 < len(terms) and is_sign(terms[at + 1]):
            yield term + terms[at + 1]


def is_sign(term: str) -> bool:
    """Whether the term is one sign of a script written without spaces."""
    return len(term) == 1 and term >= "\u0e00" and _is_unspaced(term)


@lru_cache(maxsize=8192)
def _is_unspaced(sign: str) -> bool:
    return any(first <= sign <= last for first, _, last in zip(*[iter(_UNSPACED)] * 3, strict=True))


def weight(term: str) -> float:
    """How much a term says: long words more than short ones."""
    if is_sign(term):
        return 0.6
    return 0.0 if term == SLOT else min(len(term), 9) / 9


@lru_cache(maxsize=16384)
def are_near(one: str, other: str) -> bool:
    """Whether two words are one word, misspelled or inflected."""
    shorter, longer = sorted((len(one), len(other)))
    if shorter < 2 or longer - shorter > 3:
        return False
    # Nearly nobody mistypes the first letter, and most pairs of words end here.
    if one[0] != other[0] and (one[0] != other[1] or one[1] != other[0]):
        return False
    if shorter < 4:
        return longer - shorter <= 1 and edits(one, other) <= 1
    alike = 0
    while alike < shorter and one[alike] == other[alike]:
        alike += 1
    if alike >= 4 and alike * 3 >= longer * 2:
        return True
    allowed = 1 if shorter < 6 else 2 if shorter < 10 else 3
    return edits(one, other) <= allowed
