"""Phrases: word patterns kept as data beside the rule that uses them, found in one pass.

A file `template_opening.txt` beside `template_opening.py` holds a pattern a line, in the grammar
of redleaf.notes.pattern_grammar, under the language it is written in:

    [en]
    i came across your (profile|page|work)
    ^ (i hope|hope) this … finds you (well|)      =wish

`=tag` at the end is handed to the rule, `#` begins a remark. `[*]` holds patterns for texts in
every language. Patterns of one or two words count only in their own language, because "die" and
"gift" mean other things elsewhere; longer ones count wherever they stand, so that a sentence of
another language hides nothing. What stands in quotation marks is somebody else's and left alone.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from redleaf.errors import RedleafError
from redleaf.notes.patterns import PatternTable, read_table, written_table
from redleaf.notes.quotations import quotations_of
from redleaf.notes.spans import Span

if TYPE_CHECKING:
    from redleaf.notes.compiled_parts import Part
    from redleaf.notes.note import Note

_SHORT_WORDS = 2
# A shorter quotation is a word held up, not what somebody said.
_QUOTED_CHARS = 8


class Hit(NamedTuple):
    """Where a phrase stands in the original text; `tag` is what its line says after `=`."""

    start: int
    end: int
    tag: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Pattern(NamedTuple):
    """One line of a phrase file."""

    rule: str
    language: str
    line: str
    tag: str


class PhraseTable:
    """All patterns of all rules, looked up together."""

    def __init__(self) -> None:
        self._table: PatternTable[str] = PatternTable()

    @classmethod
    def read_compiled(cls, parts: Sequence[Part]) -> PhraseTable:
        """The table of some parts of a compiled file, as `written` gave them."""
        table = cls()
        table._table = read_table(parts)
        return table

    def written(self) -> Sequence[Sequence[str]]:
        """The table as parts of a compiled file."""
        return written_table(self._table)

    def read(self, rule: str, text: str, *, place: str) -> None:
        """Add a phrase file. Raises RedleafError naming the line that is not well formed."""
        language = ""
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.partition("#")[0].strip()
            if not line:
                continue
            if line[0] == "[" and line[-1] == "]":
                language = line[1:-1]
            elif not language:
                raise RedleafError(f"{place}, line {number}: name the language first, as [en].")
            else:
                self.add(rule, language, line, place=f"{place}, line {number}")

    def add(self, rule: str, language: str, line: str, *, place: str) -> None:
        words, _, tag = line.partition("=")
        # Thousands are read where a few are hit: what they stand for is taken apart only then.
        self._table.add(words.strip(), "\t".join((rule, language, tag.strip())), place=place)

    def patterns(self) -> Iterator[Pattern]:
        for line, payload in self._table.patterns():
            rule, language, tag = payload.split("\t")
            yield Pattern(rule, language, line, tag)

    def find(self, note: Note) -> dict[str, list[Hit]]:
        """The hits of every rule in `note`, in the order of the text, longest first."""
        found: dict[str, list[Hit]] = {}
        quoted = quotations_of(note.text, shortest=_QUOTED_CHARS)
        places = note.word_places
        for start, end, payload in self._table.find(note.words, note.word_ends):
            rule, language, tag = payload.split("\t")
            if end - start <= _SHORT_WORDS and not _speaks(language, note.language):
                continue
            hit = Hit(places[start][0], places[end - 1][1], tag)
            if not quoted or not _is_quoted(hit.span, quoted):
                found.setdefault(rule, []).append(hit)
        return {rule: _without_nested(hits) for rule, hits in found.items()}


def _speaks(pattern_language: str, language: str) -> bool:
    return pattern_language in ("*", language) or language == "und"


def _is_quoted(span: Span, quoted: list[Span]) -> bool:
    """Quotations stand in order and apart, so only the last that begins before can hold it."""
    at = bisect_right(quoted, (span.start, sys.maxsize)) - 1
    return at >= 0 and quoted[at].holds(span)


def _without_nested(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits with one tag keep the longest; the first where they are as long."""
    if len(hits) == 1:
        return hits
    kept: list[Hit] = []
    heap: list[Hit] = []
    reach = -1
    for hit in sorted(hits):
        if hit.start >= reach:
            kept += _longest(heap)
            heap = []
        heap.append(hit)
        reach = max(reach, hit.end)
    return [*kept, *_longest(heap)]


def _longest(heap: list[Hit]) -> list[Hit]:
    if len(heap) < 2:
        return heap
    kept: dict[str, list[Hit]] = {}
    for hit in sorted(heap, key=lambda each: (each.start - each.end, each.start)):
        apart = kept.setdefault(hit.tag, [])
        # What is kept of one tag stands in order and apart: only the neighbours can overlap.
        at = bisect_right(apart, hit)
        if not any(hit.span.overlaps(other.span) for other in apart[max(0, at - 1) : at + 1]):
            apart.insert(at, hit)
    return sorted(hit for apart in kept.values() for hit in apart)
