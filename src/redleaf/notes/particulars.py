"""Particulars: what in a note could hardly be said to anybody else.

Kinds, by how much they tell one reader from all others:
`encounter` (we sat together), `said` (you told me), `tie` (your aunt, my old desk), `promise`
(as promised, I still owe you), `work` (slide 12, your article on scour), `past` (last Thursday,
in 1994), `quotation`, and weaker, because templates can be filled with them: `day`, `name`,
`number`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from redleaf.notes.patterns import PatternTable
from redleaf.notes.spans import Span

if TYPE_CHECKING:
    from redleaf.notes.note import Note

# How much each kind tells; a note with 1 or more in all says something particular.
WEIGHTS = {
    "encounter": 1.0,
    "said": 1.0,
    "tie": 1.0,
    "promise": 1.0,
    "work": 1.0,
    "past": 0.6,
    "quotation": 0.6,
    "day": 0.3,
    "name": 0.3,
    "number": 0.2,
}
_MOST_OF_A_KIND = 2
STRONG = 1.0


class Particular(NamedTuple):
    """One particular: its kind and where it stands."""

    kind: str
    span: Span


def particulars_of(note: Note) -> tuple[Particular, ...]:
    """The particulars of `note` in the order of its text; linear in its length.

    Of particulars that overlap only the most telling stands.
    """
    found = [*_phrased(note), *_quotations(note.text), *_names(note), *_numbers(note)]
    kept: list[Particular] = []
    for each in sorted(found, key=lambda particular: particular.span):
        if kept and each.span.start < kept[-1].span.end:
            if WEIGHTS[each.kind] > WEIGHTS[kept[-1].kind]:
                kept[-1] = each
        else:
            kept.append(each)
    return tuple(kept)


def particularity(particulars: Iterable[Particular]) -> float:
    """How much the particulars tell together; no kind counts more than twice."""
    counts: dict[str, int] = {}
    for each in particulars:
        counts[each.kind] = counts.get(each.kind, 0) + 1
    return sum(WEIGHTS[kind] * min(count, _MOST_OF_A_KIND) for kind, count in counts.items())


_QUOTATION = re.compile(
    "\u201c[^\u201d\n]{3,}?\u201d|\u201e[^\u201c\u201d\n]{3,}?[\u201c\u201d]"
    "|\u00ab[^\u00bb\n]{3,}?\u00bb|\"[^\"\n]{3,}?\"|(?<!\\w)['\u2018][^'\u2018\u2019\n]{3,60}['\u2019](?!\\w)"
)
_CAPITAL = re.compile(r"(?<![\w@./])[A-ZÀ-ÞŁŚŻŽŠČĆĐİ][\w'’&.+-]*\w|(?<![\w@./])[A-Z]\d+")
_NUMBER = re.compile(r"(?<![\w.,$€£¥#+/-])\d+(?:[.,:]\d+)*(?![\d%+kKmM€$£/])")
_NOT_COUNTING = re.compile(
    r"\s*(?:-\s*)?(?:min|mins|minutes?|minuten|minutos|minuti|hours?|hrs?|sec|seconds?|usd|eur|euros?|"
    r"dollars?|gbp|rs|inr|percent|prozent|pour cent|x\b|/7|people|connections|followers)",
    re.IGNORECASE,
)
_GERMAN = re.compile(r"\b(?:und|ich|Sie|der|die|das|mit|für|auf|ein|eine|wir|Ihr|Ihre)\b")
# Networks, languages of the trade and other capitals that stand in notes to anybody.
_EVERYBODYS = frozenset(
    "linkedin xing facebook instagram twitter whatsapp skype zoom google ai hr it pr seo crm cv ceo cto cfo "
    "coo cmo vp usa uk us eu pdf faq b2b b2c saas roi kpi dm lmk ps tv ok okay asap i'm i'd i've i'll i mr mrs "
    "ms dr prof sir madam monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december christmas easter new year happy english german "
    "french spanish italian dutch portuguese indian american british hi hello dear thanks regards best sie ihr "
    "ihre ihnen ihren ihrer lei la suo sua le a so an api erp sql ml ui ux qa rfp inc ltd llc gmbh".split()
)


def _phrased(note: Note) -> Iterator[Particular]:
    tokens = note.tokens
    for start, end, kind in _table().find(note.words, note.word_ends):
        yield Particular(kind, Span(tokens[start].start, tokens[end - 1].end))


def _quotations(text: str) -> Iterator[Particular]:
    if not any(mark in text for mark in "\"'\u201c\u201e\u00ab\u2018\u2019"):
        return
    for match in _QUOTATION.finditer(text):
        yield Particular("quotation", Span(*match.span()))


def _names(note: Note) -> Iterator[Particular]:
    """Capitalised words inside sentences, outside greeting and signature; neighbours are one name."""
    text = note.text
    if text.isupper() or (note.language == "de" and _GERMAN.search(text)):
        return
    begins = {sentence.start for sentence in note.sentences}
    body = note.body
    last = -2
    for match in _CAPITAL.finditer(text, body.start, body.end):
        start, end = match.span()
        before = text[start - 1 : start]
        if start in begins or start == body.start or before in '"“„«(' and start - 1 in begins:
            continue
        word = match.group().lower().replace("’", "'").rstrip(".")
        if word in _EVERYBODYS or word.removesuffix("'s") in _EVERYBODYS:
            continue
        if start > last + 1:
            yield Particular("name", Span(start, end))
        last = end


def _numbers(note: Note) -> Iterator[Particular]:
    text = note.text
    for match in _NUMBER.finditer(text):
        if _NOT_COUNTING.match(text, match.end()):
            continue
        year = match.group().isdigit() and 1900 <= int(match.group()[:6]) <= 2035
        yield Particular("past" if year and len(match.group()) == 4 else "number", Span(*match.span()))


@lru_cache(maxsize=1)
def _table() -> PatternTable[str]:
    table: PatternTable[str] = PatternTable()
    kind = ""
    lines = files("redleaf.notes").joinpath("particulars.txt").read_text("utf-8").splitlines()
    for number, raw in enumerate(lines, 1):
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            kind = line[1:-1]
        elif line:
            table.add(line, kind, place=f"particulars.txt, line {number}")
    return table
