"""Phrases: word patterns kept as data beside the rule that uses them, found in one pass.

A file `template_opening.txt` beside `template_opening.py` holds a pattern a line, under the
language it is written in:

    [en]
    i came across your (profile|page|work)
    ^ (i hope|hope) this … finds you (well|)      =wish
    reach* out

Words are folded (case, accents, quotes do not matter). `(a|b c|)` are alternatives, an empty one
makes it optional; `…` is a gap of up to four words; `_` is any one word; `reach*` any word that
begins so; `^` and `$` are the ends of a sentence. `=tag` at the end is handed to the rule.
`[*]` holds patterns for texts in every language. Matches never cross the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from redleaf.errors import RedleafError
from redleaf.notes.folding import fold_text
from redleaf.notes.note import Note
from redleaf.notes.spans import Span

GAP_WORDS = 4
_ELEMENT = re.compile(r"\(([^()]*)\)|(\S+)")
_QUOTATION = re.compile("\u201c[^\u201d\n]{8,}?\u201d|\u201e[^\u201c\u201d\n]{8,}?[\u201c\u201d]|\u00ab[^\u00bb\n]{8,}?\u00bb|\"[^\"\n]{8,}?\"")


class Hit(NamedTuple):
    """Where a phrase stands in the original text; `tag` is what its line says after `=`."""

    start: int
    end: int
    tag: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of a phrase file: its alternatives element by element, read when first needed."""

    rule: str
    language: str
    line: str
    tag: str

    @property
    def elements(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        return _elements_of(self.line)


class PhraseTable:
    """All patterns of all rules, looked up by their first word."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Pattern]] = {}
        self._by_stem: dict[str, list[Pattern]] = {}

    def read(self, rule: str, text: str, *, place: str) -> None:
        """Add a phrase file. Raises RedleafError naming the line when a pattern is not well formed."""
        language = ""
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.partition("#")[0].strip()
            if not line:
                continue
            if line.startswith("[") and line.endswith("]"):
                language = line[1:-1]
            elif not language:
                raise RedleafError(f"{place}, line {number}: name the language first, as [en].")
            else:
                self.add(rule, language, line, place=f"{place}, line {number}")

    def add(self, rule: str, language: str, line: str, *, place: str) -> None:
        words, _, tag = line.partition("=")
        pattern = Pattern(rule, language, words.strip(), tag.strip())
        firsts = _first_words(pattern.line)
        if not firsts:
            raise RedleafError(f"{place}: a phrase begins with a word, not with {line[:12]!r}.")
        for word in firsts:
            table = self._by_stem if word.endswith("*") else self._by_word
            key = word[:-1][:3] if word.endswith("*") else word
            table.setdefault(key, []).append(pattern)

    def patterns(self) -> Iterator[Pattern]:
        seen = set()
        for table in (self._by_word, self._by_stem):
            for patterns in table.values():
                for pattern in patterns:
                    if id(pattern) not in seen:
                        seen.add(id(pattern))
                        yield pattern

    def find(self, note: Note) -> dict[str, list[Hit]]:
        """The hits of every rule in `note`, in the order of the text, longest first at one place."""
        words = note.words
        if not words:
            return {}
        ends = _sentence_ends(note)
        starts = _sentence_starts(ends)
        quoted = _quotations(note.text)
        found: dict[str, list[Hit]] = {}
        for at, word in enumerate(words):
            candidates = self._by_word.get(word, _NONE) + self._by_stem.get(word[:3], _NONE)
            for pattern in candidates:
                if pattern.language not in ("*", note.language) and note.language != "und":
                    continue
                end = _match(pattern.elements, 0, words, at, ends[at], at in starts)
                if end <= at:
                    continue
                span = Span(note.tokens[at].start, note.tokens[end - 1].end)
                if any(quote.holds(span) for quote in quoted):
                    continue
                found.setdefault(pattern.rule, []).append(Hit(*span, pattern.tag))
        return {rule: _without_nested(hits) for rule, hits in found.items()}


_NONE: list[Pattern] = []


def _match(
    elements: Sequence[tuple[tuple[str, ...], ...]],
    index: int,
    words: Sequence[str],
    at: int,
    end: int,
    at_start: bool,
) -> int:
    """The token just past the longest match of `elements[index:]` at `at`, or -1."""
    if index == len(elements):
        return at
    best = -1
    for alternative in elements[index]:
        for after in _after_alternative(alternative, words, at, end, at_start):
            best = max(best, _match(elements, index + 1, words, after, end, at_start and after == at))
    return best


def _after_alternative(
    alternative: tuple[str, ...], words: Sequence[str], at: int, end: int, at_start: bool
) -> Iterator[int]:
    places = [at]
    for part in alternative:
        if part == "^":
            places = places if at_start else []
        elif part == "$":
            places = [place for place in places if place == end]
        elif part == "…":
            places = [p for place in places for p in range(place, min(place + GAP_WORDS, end) + 1)]
        else:
            places = [place + 1 for place in places if place < end and _fits(part, words[place])]
        if not places:
            return
    yield from dict.fromkeys(places)


def _fits(part: str, word: str) -> bool:
    if part == "_":
        return True
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@lru_cache(maxsize=None)
def _elements_of(line: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    elements = []
    for match in _ELEMENT.finditer(line):
        group, word = match.groups()
        alternatives = [word] if group is None else group.split("|")
        elements.append(tuple(tuple(_parts(alternative)) for alternative in alternatives))
    return tuple(elements)


def _parts(alternative: str) -> list[str]:
    parts = []
    for part in alternative.split():
        if part in ("^", "$", "…", "_"):
            parts.append(part)
        else:
            star = "*" if part.endswith("*") else ""
            parts += fold_text(part.rstrip("*")).replace("-", " ").split()
            parts[-1] += star
    return parts


def _first_words(line: str) -> set[str]:
    """Every word with which the pattern may begin; empty when that cannot be told."""
    firsts: set[str] = set()
    for element in _elements_of(line):
        may_be_empty = False
        for alternative in element:
            words = [part for part in alternative if part != "^"]
            if not words:
                may_be_empty = True
            elif words[0] in ("_", "…", "$") or len(words[0].rstrip("*")) < 1:
                return set()
            elif words[0].endswith("*") and len(words[0]) < 4:
                return set()
            else:
                firsts.add(words[0])
        if not may_be_empty:
            return firsts
    return set()


def _sentence_ends(note: Note) -> list[int]:
    """For each token the index just past the last token of its sentence."""
    ends: list[int] = []
    tokens = note.tokens
    at = 0
    for sentence in note.sentences:
        begin = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        ends += [at] * (at - begin)
    return ends + [len(tokens)] * (len(tokens) - len(ends))


def _sentence_starts(ends: Sequence[int]) -> set[int]:
    return {0, *ends}


def _quotations(text: str) -> list[Span]:
    if not any(mark in text for mark in "\"\u201c\u201e\u00ab"):
        return []
    return [Span(*match.span()) for match in _QUOTATION.finditer(text)]


def _without_nested(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits with one tag keep the longest; the first where they are as long."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (each.start - each.end, each.start)):
        if not any(hit.span.overlaps(other.span) for other in kept if other.tag == hit.tag):
            kept.append(hit)
    return sorted(kept)
