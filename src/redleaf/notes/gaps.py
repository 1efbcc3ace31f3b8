"""Gaps: more space between two words of a line than their writer meant."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

# Two or three spaces, or the wide ones of print. Four and more are a layout; spaces that do not
# break, thin ones and the wide space of Chinese and Japanese are typed on purpose.
_GAP = regex(r"(?<=\S)(?: {2,3}| ?[\u2000-\u2003]{1,3} ?)(?=\S)")
# Two spaces after a sentence, or a colon, are a habit that many were taught; ":-)" ends one too.
_SENTENCE_END = regex(r"[.!?…:;]-?[\"'”’»)\]]*\Z")
# Signs that part things from each other, and are set off by as much space as the writer likes.
_PARTING = frozenset("|·•‧∙●○◦■□▪▫–—―-~*_=+<>/\\→←↔»›«‹^#")
# Pictures stand apart from words as their writer likes.
_PICTURE = regex("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
# Scripts that part clauses, not words, by spaces: Thai to Khmer, Han, Kana.
_PARTS_CLAUSES = regex("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff]")
_ITEM = regex(r"\s*(?:\(?\w{1,3}[.)]|[^\w\s]+)\Z")
_LONE_LETTER_BEFORE = regex(r"(?:^|\s)\w\Z")
_LONE_LETTER_AFTER = regex(r"\w(?:\s|\Z)")
# Lines of code, tables and drawings.
_SET_OUT = regex("^(?: {4}|\t)|[|`\t\u2500-\u259f]")
_FENCE = regex(r"\s*(?:```|~~~)")
# As far as one has to look back from a gap to see what stands before it.
_NEAR = 24


def gaps_of(text: str) -> Iterator[Span]:
    """The gaps in `text`; none in what is laid out: tables, code, lists, lines in columns."""
    if ("  " not in text and text.isascii()) or _GAP.search(text) is None:
        return
    begin = 0
    above: set[int] = set()
    lines = text.split("\n")
    gaps = list(_gaps_by_line(lines))
    columns = [{gap.end for gap in each} for each in gaps] + [set()]
    for number, line in enumerate(lines):
        # Words that begin under each other in two lines stand in columns.
        aligned = above | columns[number + 1]
        for gap in gaps[number]:
            if gap.end not in aligned:
                yield Span(begin + gap.start, begin + gap.end)
        above = columns[number]
        begin += len(line) + 1


def _gaps_by_line(lines: list[str]) -> Iterator[list[Span]]:
    is_fenced = False
    for line in lines:
        if _FENCE.match(line):
            is_fenced = not is_fenced
        if is_fenced or _SET_OUT.search(line):
            yield []
        else:
            yield [gap for gap in _gaps(line) if not _is_meant(line, gap)]


def _gaps(line: str) -> Iterator[Span]:
    for match in _GAP.finditer(line):
        yield Span(*match.span())


def _is_meant(line: str, gap: Span) -> bool:
    before = line[max(0, gap.start - _NEAR) : gap.start]
    after = line[gap.end : gap.end + 2]
    if gap.of(line).isascii() and _SENTENCE_END.search(before):
        return True
    for sign in (before[-1], after[0]):
        if sign in _PARTING or _PICTURE.match(sign) or _PARTS_CLAUSES.match(sign):
            return True
    if gap.start < _NEAR and _ITEM.match(before):
        return True
    # L i k e   t h i s.
    return bool(_LONE_LETTER_BEFORE.search(before) and _LONE_LETTER_AFTER.match(after))
