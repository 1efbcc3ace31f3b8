"""Wordings: a text as the bare terms that carry it, alike for two spellings of one text.

A term is a folded word, one sign of a script that is written without spaces, or SLOT for a place
to be filled: a placeholder, a link, an address. The compiler of the networks uses it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise

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
# The same for a word with what hangs on to it: "you'd", "u're".
_TYPED = _LONGER | {
    f"{typed}'{end}": (pronoun, *longer)
    for typed, pronoun in (*((each, each) for each in _PRONOUNS), ("u", "you"))
    for end, longer in _AFTER_PRONOUN.items()
}
_TYPED_OTHERWISE = frozenset(_TYPED)

# A handle that opens a text: "ines.duarte, ...".
_HANDLE = regex(r"[a-z0-9]{2,20}\.[a-z0-9]{2,20}(?=,\s)")
# Without one of these no other slot can be in a text, and without "_" every letter is of a term.
_SIGNS_OF_SLOTS = ("://", "www.", "@", "(link)", "%", "{", "[", "⟨", "<", "_")
_ENDING = ".!?…|\u0589\u061f\u06d4\u0964\u3002\uff01\uff1f"
_SENTENCES = regex(f"[{_ENDING}]+")
_PARAGRAPHS_TOO = regex(rf"[{_ENDING}]+|\n\s*\n")


class Wording:
    """The terms of a text by sentence, each with its place in the folded text and its break.

    A break is what stands before a term: 0 for nothing, 1 for a comma or dash, 2 for a line's end,
    3 for a sentence's end. Most texts are no default text, and nobody asks for their places.
    """

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self.terms: list[str] = []
        self._ends: list[int] = []
        for terms in _terms_by_sentence(folded.text):
            self.terms += terms
            self._ends.append(len(self.terms))

    def sentences(self) -> Iterator[range]:
        """The places of the terms of each sentence; an endless one in overlapping stretches."""
        begin = 0
        for end in self._ends:
            while end - begin > LONGEST:
                yield range(begin, begin + LONGEST)
                begin += LONGEST // 2
            yield range(begin, end)
            begin = end

    @property
    def starts(self) -> list[int]:
        return self._placed[0]

    @property
    def ends(self) -> list[int]:
        return self._placed[1]

    @property
    def breaks(self) -> list[int]:
        return self._placed[2]

    @cached_property
    def _placed(self) -> tuple[list[int], list[int], list[int]]:
        placed = list(_placed_terms(self._folded.text))
        return (
            [each[1] for each in placed],
            [each[2] for each in placed],
            [each[3] for each in placed],
        )


def wording_of(folded: Folded) -> Wording:
    """The terms of a folded text, in order; linear in its length."""
    return Wording(folded)


def _terms_by_sentence(text: str) -> Iterator[list[str]]:
    """The terms of each sentence: quickly where no slot can be, which is nearly everywhere."""
    if any(sign in text for sign in _SIGNS_OF_SLOTS) or _HANDLE.match(text):
        yield from _placed_by_sentence(text)
        return
    find = _quick_pattern(text.isascii()).findall
    sentence: list[str] = []
    for part in (_PARAGRAPHS_TOO if "\n" in text else _SENTENCES).split(text):
        terms = find(part)
        if not terms:
            continue
        if not _TYPED_OTHERWISE.isdisjoint(terms):
            terms = [each for term in terms for each in _TYPED.get(term, (term,))]
        if sentence and sentence[-1] not in _ABBREVIATIONS:
            yield sentence
            sentence = []
        sentence += terms
    if sentence:
        yield sentence


def _placed_by_sentence(text: str) -> Iterator[list[str]]:
    sentence: list[str] = []
    for term, _, _, gap in _placed_terms(text):
        if gap == 3 and sentence:
            yield sentence
            sentence = []
        sentence.append(term)
    if sentence:
        yield sentence


def _placed_terms(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Each term, where it stands in the text, and the break before it."""
    last, before = "", 0
    for match in _term_pattern(text.isascii()).finditer(text):
        start, end = match.span()
        between = text[before:start]
        gap = 0 if between in _NOTHING and last else _gap(between, last)
        before = end
        term = SLOT if match.lastgroup else match.group()
        hangs_on = between == "'" and last in _PRONOUNS and term in _AFTER_PRONOUN
        longer = _AFTER_PRONOUN if hangs_on else _LONGER
        for part in longer.get(term, (term,)):
            yield part, start, end, gap
            last, gap = part, 0


@cache
def _quick_pattern(is_ascii: bool) -> re.Pattern[str]:
    """Terms of a text without slots, each with the `'d` of its pronoun."""
    pronouns = "|".join(sorted(_PRONOUNS | {"u"}, key=len, reverse=True))
    suffixes = "|".join(_AFTER_PRONOUN)
    word = _word(is_ascii)
    return re.compile(rf"(?:{pronouns})'(?:{suffixes})(?!{_letter(is_ascii)})|{word}")


@cache
def _term_pattern(is_ascii: bool) -> re.Pattern[str]:
    """What a term looks like. The sets of other scripts take long to compile: only when needed."""
    return re.compile(f"{_SLOT} | {_word(is_ascii)}", re.VERBOSE)


def _word(is_ascii: bool) -> str:
    word = f"(?:{_letter(is_ascii)})+"
    return word if is_ascii else f"[{_UNSPACED}]|{word}"


def _letter(is_ascii: bool) -> str:
    return "[a-z0-9]" if is_ascii else rf"[^\W_{_UNSPACED}]|[{_MARKS}]"


def _gap(between: str, last: str) -> int:
    if not last or (_SENTENCE_END.search(between) and last not in _ABBREVIATIONS):
        return 3
    if "\n" in between:
        return 2
    return 1 if _CLAUSE_END.search(between) else 0


def keys_of(terms: Sequence[str]) -> Iterable[str]:
    """What a wording is looked up by: the stems of its words, the pairs of its unspaced signs."""
    if not any(map(is_sign, terms)):
        return [term[:4] for term in terms if term != SLOT]
    stems = [term[:4] for term in terms if term != SLOT and not is_sign(term)]
    pairs = [one + other for one, other in pairwise(terms) if is_sign(one) and is_sign(other)]
    return stems + pairs


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
