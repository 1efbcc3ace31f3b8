"""What the scorers look at in a note: its words and signs in order, what it does, what was found.

The same code runs when weights are learned and when they are used, so both see the same note.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import log
from operator import add
from zlib import crc32

from redleaf.notes.note import Note
from redleaf.notes.particulars import WEIGHTS
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.rules.finding import Finding
from redleaf.rules.rule import FAMILIES

# Long enough for any letter; what follows says nothing new and would cost the most time.
MOST_UNITS = 4000
MOST_LETTERS = 40_000

NGRAM_BITS = 16
LETTER_BITS = 14

# An address without bounds would be looked for to the end of a giant word, at each of its letters.
_UNIT = regex(r"<url>|https?://\S+|www\.\S+|\S{1,64}@\S{1,99}\.\w+|\[[^\[\]\n]{1,40}\]|⟨[^⟨⟩]{0,99}⟩|"
                   r"\{\{?[^{}\n]{1,40}\}?\}|[^\W_]+(?:'[^\W_]+)*|[^\w\s]")  # fmt: skip
# Without one of these signs a text has words and signs only, which are found far quicker.
_UNPLAIN = ("<url>", "://", "www.", "@", "[", "{", "⟨")
_PLAIN_UNIT = regex(r"[^\W_]+(?:'[^\W_]+)*|[^\w\s]")
_DIGITS = regex(r"\d+")
OPEN_KEY, CLOSE_KEY = 1, 2

_WORD_MASK = 0xFFFFFFFF
NGRAM_FACTORS = _FIRST, _SECOND, _THIRD = 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35

KINDS = tuple(WEIGHTS)
SUGGESTED = ("template", "pitch")
DENSE = (
    "short", "length", "sentences", "sentence length", "word length", "question", "exclamation",
    "exclamations", "link", "slots", "greeting", "signature", "numbers", "capitals", "shouting",
    "you", "i", "unlike letters",
    *(f"family {family}" for family in FAMILIES),
    *(f"says {verdict}" for verdict in SUGGESTED),
    "default", "near default", "particularity",
    *(f"particular {kind}" for kind in KINDS),
)  # fmt: skip

_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_YOU = frozenset(
    "you your yours yourself u du dich dir dein sie ihr tu te vous votre usted".split()
)
_I = frozenset("i me my mine myself i'm i'd i've i'll ich mich mir mein je moi mon yo mi".split())


def units_of(note: Note) -> list[str]:
    """Its words, folded, digits as one 0, its signs, and links, addresses and slots by kind."""
    text = note.folded.text[:MOST_LETTERS]
    pattern = _UNIT if any(sign in text for sign in _UNPLAIN) else _PLAIN_UNIT
    return [unit if unit.isalpha() else _plain(unit) for unit in pattern.findall(text)[:MOST_UNITS]]


def placed_units(note: Note) -> list[tuple[str, Span]]:
    """The same units, each with its place in the text."""
    folded = note.folded
    places = (match.span() for match in _UNIT.finditer(folded.text[:MOST_LETTERS]))
    return [
        (unit, Span(folded.start(start), folded.end(end)))
        for unit, (start, end) in zip(units_of(note), places, strict=False)
    ]


def distinct(units: Sequence[str]) -> list[str]:
    """Each unit once: that a word stands there tells, how often hardly does."""
    return list(dict.fromkeys(units))


def ngram_buckets(units: Sequence[str]) -> list[int]:
    """The buckets of the pairs and threes of neighbouring units, begin and end included, once."""
    first, second, third = zip(_OPEN, *map(_shares_of, units), _CLOSE, strict=True)
    shift = 32 - NGRAM_BITS
    pairs = list(map(add, first, second[1:]))
    threes = map(add, pairs, third[2:])
    return list(dict.fromkeys([(total & _WORD_MASK) >> shift for total in chain(pairs, threes)]))


def _shares(key: int) -> tuple[int, int, int]:
    """What a key adds to an n-gram as its first, second and third unit."""
    return key * _FIRST, key * _SECOND, key * _THIRD


_OPEN, _CLOSE = _shares(OPEN_KEY), _shares(CLOSE_KEY)


@lru_cache(maxsize=65536)
def _shares_of(unit: str) -> tuple[int, int, int]:
    return _shares(key_of(unit))


def ngram_bucket(units: Sequence[str]) -> int:
    """The bucket of two or three neighbouring units."""
    total = sum(key_of(unit) * factor for unit, factor in zip(units, NGRAM_FACTORS, strict=False))
    return (total & _WORD_MASK) >> (32 - NGRAM_BITS)


@lru_cache(maxsize=65536)
def key_of(unit: str) -> int:
    """32 bits for a unit; never 0."""
    return crc32(unit.encode("utf-8", "surrogatepass")) or 1


def letter_buckets(unit: str) -> list[int]:
    """The buckets of a unit's runs of 2 to 5 letters, its edges included."""
    word = f" {unit[:40]} "
    shift = 32 - LETTER_BITS
    grams = {word[at : at + size] for size in (2, 3, 4, 5) for at in range(len(word) - size + 1)}
    return sorted(
        (crc32(gram.encode("utf-8", "surrogatepass")) * _FIRST & _WORD_MASK) >> shift
        for gram in grams
    )


def dense_of(note: Note, findings: Iterable[Finding], units: Sequence[str]) -> list[float]:
    """The numbers of DENSE, each about 0 to 2."""
    found = list(findings)
    return [*_shape(note, units), *_evidence(found), *_particulars(note)]


def _shape(note: Note, units: Sequence[str]) -> list[float]:
    words = [unit for unit in units if unit[0].isalpha()]
    count = max(1, len(words))
    text = note.text
    letters = max(1, len(text))
    capitals = _count_of_capitals(text[:MOST_LETTERS])
    marks = text.count("!")
    return [
        min(1.0, 5 / count),
        log(1 + len(words)) / 3,
        min(2.0, len(note.sentences) / 4),
        log(1 + count / max(1, len(note.sentences))) / 3,
        min(2.0, sum(map(len, words)) / count / 5),
        float("?" in text),
        float(marks > 0),
        min(2.0, marks / 3),
        float("http" in text or "www." in text or "<url>" in text.lower()),
        min(2.0, len(note.slots) / 2),
        float(note.greeting is not None),
        float(note.signature is not None),
        min(2.0, units.count("0") / 2),
        min(2.0, sum(map(str.istitle, text.split()[:MOST_UNITS])) / count * 2),
        min(2.0, 5 * capitals / letters),
        min(2.0, 8 * sum(map(_YOU.__contains__, words)) / count),
        min(2.0, 8 * sum(map(_I.__contains__, words)) / count),
        min(2.0, len(set(words)) / 20),
    ]


def _count_of_capitals(text: str) -> int:
    if text.isascii():
        return len(text) - len(text.encode().translate(None, _CAPITALS))
    return sum(map(str.isupper, text))


def _evidence(findings: Sequence[Finding]) -> list[float]:
    found = [each.family for each in findings]
    families = [min(2.0, found.count(name)) for name in FAMILIES]
    suggests = [
        min(2.0, sum(each.weight for each in findings if each.suggests == name))
        for name in SUGGESTED
    ]
    defaults = [each for each in findings if each.rule == "boring/default-text"]
    whole = any(str(each.severity) == "error" for each in defaults)
    return [*families, *suggests, float(whole), float(bool(defaults) and not whole)]


def _particulars(note: Note) -> list[float]:
    kinds = [particular.kind for particular in note.particulars]
    return [
        min(2.0, note.particularity),
        *(min(2.0, kinds.count(kind)) for kind in KINDS),
    ]


@lru_cache(maxsize=65536)
def _plain(unit: str) -> str:
    if unit.startswith(("http", "www.", "<url")):
        return "<link>"
    if "@" in unit and len(unit) > 1:
        return "<address>"
    if len(unit) > 2 and unit[0] in "[{⟨":
        return "<slot>"
    return _DIGITS.sub("0", unit)
