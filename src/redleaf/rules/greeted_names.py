"""Whom a note greets, held against the name in the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.brief import Recipient
from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.notes.spelling import edits
from redleaf.rules.reading import Reading

# What stands beside a letter in many scripts is no letter to the expression.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u065f\u0900-\u0903\u093a-\u0957\u0962"
    "\u0963\u0981-\u0d83\u0dca-\u0df3\u0e31\u0e34-\u0e4e\u0eb1-\u0ece\u0f71-\u0f84"
    "\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
# "Mi7" and "Pixel_Heron" are names, too, on networks where one is called by a handle.
_WORD = regex(rf"[^\W\d_](?:\w|[{_MARKS}])*(?:['’](?:[^\W\d_]|[{_MARKS}])+)*\.?")
_PART_OF_A_NAME = regex(r"(?<![@/\w])[^\W\d_]+(?:['’][^\W\d_]+)*(?![@\w])")
# "Greetings from Turku" greets nobody by name.
_FROM_A_PLACE = regex(r"(?:from|to|at|in|on|aus|vom|depuis|desde|dalla?|uit|vanuit)\s")
# Nobody's name has a letter three times in a row: "Heyyy", "Duuude".
_DRAWN_OUT = regex(r"(\w)\1\1", re.IGNORECASE)
_PARTED = regex(r"\b(?:and|und|et|y|e|en)\b|[&,/]")


# Letters that do not fall apart into a plain letter and an accent, and how they are also spelt.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ß": "ss"}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


class Greeted(NamedTuple):
    """A greeted name that is not the reader's.

    `meant` is the reader's name that it misspells, or ""; `is_variant` when both can be one name
    (Jon, John); `is_bare` when no word of greeting stands before it.
    """

    span: Span
    meant: str
    is_variant: bool
    is_bare: bool
    reader: str
    given: str


def greeted_by(reading: Reading) -> Greeted | None:
    """The name greeted in `reading`; None without a brief, or where no name is greeted."""
    greeting = reading.note.greeting
    if reading.brief is None or greeting is None or greeting.name is None:
        return None
    if _FROM_A_PLACE.match(greeting.name.of(reading.text)):
        return None
    who = reading.brief.recipient
    known = dict(_known_names(who))
    is_bare = greeting.span.start == greeting.name.start
    names = list(_names_in(reading.text, greeting.name))
    strange = [name for name in names if not _is_known(name, known, reading, is_bare)]
    several = _PARTED.search(greeting.name.of(reading.text)) is not None
    if not strange or (several and len(strange) < len(names)):
        return None
    span = Span(strange[0].start, strange[-1].end)
    word = _folded(span.of(reading.text))
    meant = _meant(word, known) if len(strange) == 1 else ""
    if not meant and (_is_short_form(word, known) or (is_bare and word not in _short_forms())):
        return None
    return Greeted(span, meant, _is_short_form(word, known), is_bare, who.name, who.called)


class Miswritten(NamedTuple):
    """The reader's name in the wrong case, and how it is written."""

    span: Span
    written: str


def miswritten_names(reading: Reading) -> Iterator[Miswritten]:
    """The reader's names in the greeting whose letters are large where they are small, or back."""
    greeting = reading.note.greeting
    if reading.brief is None or greeting is None or greeting.name is None:
        return
    known: dict[str, str] = {}
    for word, written in _known_names(reading.brief.recipient):
        known.setdefault(word, written)
    for match in _PART_OF_A_NAME.finditer(reading.text, *greeting.name):
        word, folded = match.group(), _folded(match.group())
        is_particle = folded in _forms_of_address()
        if folded not in known:
            if is_particle:
                continue
            return  # the name is over: "hi maria will you come, ..."
        written = known.pop(folded)  # "hi will will you come": the second is no name
        is_shouted = is_particle and word.isupper() and written.islower()
        if is_shouted or (not is_particle and _is_careless(word, written)):
            yield Miswritten(Span(*match.span()), written)


def _is_careless(word: str, written: str) -> bool:
    """Whether `word` is in no case in which a name is written, and `written` is in one.

    Names that are kept in small letters (bell hooks) or in large ones alone tell nothing.
    """
    if len(word) < 2 or word == written or written.islower() or written.isupper():
        return False
    is_plain = word[0].isupper() and word[1:].islower()
    has_slipped = word[:2].isupper() and word[2:].islower()
    if is_plain:  # McDonald, LaToya
        return not written[1:].islower() and written.lower() == word.lower()
    return word[0].islower() or word.isupper() or has_slipped


def _names_in(text: str, name: Span) -> Iterator[Span]:
    """The words of the greeting that are names: no titles, no particles, no lower-case words."""
    for match in _WORD.finditer(text, name.start, name.end):
        word = match.group()
        is_drawn_out = _DRAWN_OUT.search(word) is not None
        is_name = _folded(word) not in _forms_of_address() and len(word.strip(".")) > 1
        if is_name and not is_drawn_out and (word[0].isupper() or not word[0].islower()):
            yield Span(*match.span())


def _known_names(who: Recipient) -> Iterator[tuple[str, str]]:
    """Every word of the reader's names, folded, with the way it is written."""
    for word in f"{who.name} {who.given_name}".replace("-", " ").split():
        bare = word.strip(".,()\"'“”")
        if bare:
            yield _folded(bare.lower().translate(_SPELT_OUT)), bare
            yield _folded(bare), bare


def _is_known(name: Span, known: dict[str, str], reading: Reading, is_bare: bool) -> bool:
    word = _folded(name.of(reading.text))
    if word in known or not any(word.isascii() == each.isascii() for each in known):
        return True
    # A bare word before a comma may be a place that is also a name: "Florence, last week: ...".
    return is_bare and _is_in_facts(word, reading)


def _is_in_facts(word: str, reading: Reading) -> bool:
    facts = reading.brief.facts() if reading.brief else ()
    return any(word in fold_text(fact.text) for fact in facts)


def _is_short_form(word: str, known: dict[str, str]) -> bool:
    """Whether `word` and one of the reader's names can be one name: Beth and Elizabeth."""
    lines = _short_forms().get(word, frozenset())
    return any(not lines.isdisjoint(_short_forms().get(name, frozenset())) for name in known)


def _folded(word: str) -> str:
    return fold_text(word).strip(".").removesuffix("'s").translate(_PLAIN)


def _meant(word: str, known: dict[str, str]) -> str:
    """The reader's name that `word` misspells: a letter or, in a long name, two."""
    for name, written in known.items():
        longest = max(len(word), len(name))
        allowed = 0 if longest < 4 else 1 if longest < 7 else 2
        if word[0] == name[0] and 0 < edits(word, name) <= allowed:
            return written
    return ""


@lru_cache(maxsize=1)
def _forms_of_address() -> frozenset[str]:
    """Titles, offices and other words of address that stand for no name."""
    text = read_beside(__file__, "forms_of_address.txt")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[int]]:
    """For each name the numbers of the lines of short_names.txt that it stands on."""
    lines = read_beside(__file__, "short_names.txt")
    table: dict[str, frozenset[int]] = {}
    for number, line in enumerate(lines.splitlines()):
        for name in line.partition("#")[0].split():
            table[name] = table.get(name, frozenset()) | {number}
    return table
